import { initialSubject, streamOf, type RegisterNeeds, type Registers, type StreamKind, type Subject } from '@liuhen/workflows';
import type { Folder } from './folder';

type StateOf = { readonly [S in Subject as S['kind']]: S['state'] };

interface Named {
  readonly kind: Subject['kind'] & StreamKind;
  readonly id: string;
}

/** The files that a lookup reads, units of the areas among them where the act asks for units. */
const filesOf = (needs: RegisterNeeds, areas: readonly string[]): readonly Named[] => {
  const all = (kind: Named['kind'], ids: readonly string[] = []) => [...new Set(ids)].map((id) => ({ kind, id }));

  return [
    ...all('party', needs.parties),
    ...all('outlet', needs.outlets),
    ...all('interference', needs.interferences),
    ...all('discipline', needs.disciplines),
    ...all('report', needs.reports),
    ...all('case', [...(needs.cases ?? []), ...(needs.linkedCases ?? [])]),
    ...all('person', needs.persons),
    ...all('unit', needs.unitsOfPlace === true ? areas : []),
  ];
};

export const streamsNeeded = (needs: RegisterNeeds, areas: readonly string[]): readonly string[] =>
  filesOf(needs, areas).map(({ kind, id }) => streamOf(kind, id));

/** Registers over files that are folded already, by the name of their stream; the same on the desk as on the auditor's laptop. */
export const registersOver = (folded: ReadonlyMap<string, Subject>): Registers => {
  const found = <K extends Subject['kind']>(kind: K, id: string): StateOf[K] => {
    const subject = folded.get(streamOf(kind, id)) ?? initialSubject(kind);

    // A stream of this kind folds to a state of this kind.
    return subject.state as StateOf[K];
  };

  return {
    party: (id) => found('party', id),
    outlet: (id) => found('outlet', id),
    interference: (id) => found('interference', id),
    discipline: (id) => found('discipline', id),
    report: (id) => found('report', id),
    case: (id) => found('case', id),
    person: (id) => found('person', id),
    unit: (area) => found('unit', area),
  };
};

/** The other files that an act has to look up, as they stand when it is decided; `areas` are those whose units may matter. */
export const registersFor = async (folder: Folder, needs: RegisterNeeds, areas: readonly string[]): Promise<Registers> =>
  registersOver(
    new Map(
      await Promise.all(
        filesOf(needs, areas).map(async ({ kind, id }) => [streamOf(kind, id), (await folder.fold(kind, id)).subject] as const),
      ),
    ),
  );
