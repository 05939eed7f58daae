import type { CaseFile } from '../case/state';
import type { Subject } from '../desk/fold';
import { partyOfOutlet } from '../monitoring/outlet-id';
import type { Assigned, Handed, Standing } from './relation';
import { runs, type Moments } from './term';

/** Whoever received a case or a part of it; the police and the procuratorate as soon as papers were sent or copied to them. */
export const handedOf = ({
  clues,
  transfers,
  detentionTransfers,
  outsideTransfers,
}: Pick<CaseFile, 'clues' | 'transfers' | 'detentionTransfers' | 'outsideTransfers'>): readonly Handed[] => [
  ...[...clues, ...outsideTransfers].map(({ to }) => ({ function: to.function, jurisdiction: to.jurisdiction })),
  ...[...transfers, ...detentionTransfers].flatMap(({ policeJurisdiction }) =>
    policeJurisdiction === null ? [] : [{ function: 'policeAuthority' as const, jurisdiction: policeJurisdiction }],
  ),
  ...transfers.flatMap(({ policeJurisdiction, copiedToProcuratorate }) =>
    policeJurisdiction === null || !copiedToProcuratorate ? [] : [{ function: 'procuratorate' as const, jurisdiction: policeJurisdiction }],
  ),
];

const assignedTo = ({ team }: Pick<CaseFile, 'team'>, moments: Moments): readonly Assigned[] =>
  (team?.members ?? []).filter((member) => runs(member, moments));

interface Owned {
  readonly id: string;
  readonly partyId: string;
}

const owned = (file: CaseFile): readonly Owned[] => [
  ...file.rectifications,
  ...file.penalties,
  ...file.restrictions,
  ...file.seizures,
  ...file.dailyPenalties,
  ...file.permitMeasures,
  ...file.closures,
];

const partiesOfCase = (file: CaseFile): readonly string[] => [
  ...new Set([...file.problems.map(({ partyId }) => partyId), ...owned(file).map(({ partyId }) => partyId)]),
];

/** Of a case with several parties, each proceeding has its own; what is nobody's in particular is about all of them. */
const partiesOfItem = (file: CaseFile, item: string): readonly string[] => {
  const remedy = file.remedies.find(({ id }) => id === item);
  const own = owned(file).find(({ id }) => id === (remedy?.target.id ?? item));

  return own === undefined ? partiesOfCase(file) : [own.partyId];
};

/** The parties that a thing, or one item of it, is about. */
export const partiesOf = (subject: Subject, id: string, item: string | null = null): readonly string[] => {
  switch (subject.kind) {
    case 'case':
      if (subject.state.status === 'none') return [];

      return item === null ? partiesOfCase(subject.state) : partiesOfItem(subject.state, item);
    case 'party':
      return [id];
    case 'outlet':
      return [partyOfOutlet(id)];
    case 'credit':
      return subject.state.status === 'none' ? [] : [subject.state.partyId];
    case 'interference':
    case 'person':
    case 'labInspection':
    case 'discipline':
    case 'supervision':
    case 'report':
    case 'publication':
    case 'calendar':
    case 'unit':
      return [];
  }
};

const handed = (subject: Subject): readonly Handed[] => {
  if (subject.kind === 'discipline') {
    return subject.state.status === 'none' ? [] : [{ function: null, jurisdiction: subject.state.receiverJurisdiction }];
  }

  return subject.kind === 'case' && subject.state.status !== 'none' ? handedOf(subject.state) : [];
};

interface Asked extends Moments {
  /** Where the law is asked. */
  readonly jurisdiction: string;
  readonly id: string;
  /** Id of the item acted on. */
  readonly item?: string | null;
}

export const standingOf = (subject: Subject, { jurisdiction, id, item = null, ...moments }: Asked): Standing => ({
  jurisdiction,
  handed: handed(subject),
  parties: partiesOf(subject, id, item),
  assigned: subject.kind === 'case' && subject.state.status !== 'none' ? assignedTo(subject.state, moments) : [],
});

/** How a case stands at a moment, ISO instant with offset. */
export const standingOfCase = (file: CaseFile, now: string): Standing => ({
  jurisdiction: file.jurisdiction,
  handed: handedOf(file),
  parties: partiesOfCase(file),
  assigned: assignedTo(file, { occurredAt: now }),
});
