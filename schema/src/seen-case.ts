import { caseFileOf, casesKeptFrom, type CaseFileDocument } from '@liuhen/projections';
import type { Actor } from '@liuhen/workflows';
import { maySee, seen, type View } from './authority';
import { capacitiesAt } from './capacity';
import type { GraphContext } from './context';

/** A case as a person may see it, in their own function or in one that was delegated to them; throws `UNKNOWN_ID` otherwise. */
export const seenCaseOf = async (
  context: Pick<GraphContext, 'reader' | 'now'>,
  actor: Actor,
  { caseId, view }: { readonly caseId: string; readonly view: View },
): Promise<{ readonly document: CaseFileDocument; readonly actor: Actor }> => {
  const { reader } = context;
  const [document, kept] = await Promise.all([caseFileOf(reader, caseId), casesKeptFrom(reader, actor.person)]);
  const now = context.now();
  const isOwn = document !== undefined && maySee(actor, document, now);
  // Looked up for a case that does not exist as well, so that the answer comes no sooner.
  const delegated = isOwn ? [] : await capacitiesAt({ reader, now }, actor, document?.jurisdiction ?? actor.jurisdiction);

  return seen([actor, ...delegated], kept.has(caseId) ? undefined : document, { view, id: caseId, now });
};
