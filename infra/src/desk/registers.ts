import { initialSubject, streamOf, type RegisterNeeds, type Registers, type Subject } from '@liuhen/workflows';
import type { Folder } from './folder';

type StateOf = { readonly [S in Subject as S['kind']]: S['state'] };

/** The other files that an act has to look up, as they stand when it is decided; `areas` are those whose units may matter. */
export const registersFor = async (folder: Folder, needs: RegisterNeeds, areas: readonly string[]): Promise<Registers> => {
  const fold = async (kind: Subject['kind'], ids: readonly string[] = []) =>
    Promise.all([...new Set(ids)].map(async (id) => [streamOf(kind, id), (await folder.fold(kind, id)).subject] as const));
  const folded = new Map(
    (
      await Promise.all([
        fold('party', needs.parties),
        fold('outlet', needs.outlets),
        fold('interference', needs.interferences),
        fold('discipline', needs.disciplines),
        fold('report', needs.reports),
        fold('case', needs.cases),
        fold('person', needs.persons),
        fold('unit', needs.unitsOfPlace === true ? areas : []),
      ])
    ).flat(),
  );
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
