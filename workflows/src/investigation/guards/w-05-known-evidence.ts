import type { CaseFacts } from '../../case/act';
import type { EvidencePointer } from '../elements';
import { eachFinding } from './each-finding';

const onFile = ({ kind, ref }: EvidencePointer, { state }: CaseFacts, suspicions: readonly string[]): boolean => {
  const { inspections, reports, sealedItems } = state.investigation;
  const has = (items: readonly { readonly id: string }[]): boolean => items.some((item) => item.id === ref);
  switch (kind) {
    case 'inspection':
      return has(inspections);
    case 'monitoringReport':
      return has(reports);
    case 'sealedItem':
      return has(sealedItems);
    case 'suspicion':
      return suspicions.includes(ref);
    case 'document':
      return true;
  }
};

/** An element stands on evidence of this very case; a document of elsewhere is named by its number. */
export const knownEvidence = eachFinding({
  rule: 'W-05',
  message: { zh: '要件所依据的证据不在本案卷内', en: 'An element rests on evidence that is not on this file' },
  lacks: ({ elements = [] }, facts, problem) =>
    elements
      .flatMap(({ evidence }) => evidence)
      .filter((pointer) => !onFile(pointer, facts, problem?.suspicionIds ?? []))
      .map(({ kind, ref }) => ({ zh: `所称证据 ${ref}`, en: `${kind} ${ref}` })),
});
