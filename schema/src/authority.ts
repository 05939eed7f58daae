import { covers, isBarred, LiuhenError, type Actor, type OfficialFunction } from '@liuhen/workflows';
import type { CaseFileDocument } from '@liuhen/projections';
import type { GraphContext } from './context';

export const AUTHORITY: readonly OfficialFunction[] = [
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'enforcementAgency',
  'legalReviewer',
  'authorityHead',
];
const CASE_READERS: readonly OfficialFunction[] = [
  ...AUTHORITY,
  'policeAuthority',
  'procuratorate',
  'marketRegulator',
  'disciplineInspection',
];
/** Whoever may be leaned on reads what they recorded themselves. */
const RECORDERS: readonly OfficialFunction[] = [...CASE_READERS, 'court', 'marketRegulator', 'supervisionOffice', 'lineDepartment'];
const EVERYONE: readonly OfficialFunction[] = [
  ...RECORDERS,
  'localPartyGovernment',
  'creditPartner',
  'dischargingEntity',
  'registrar',
  'deviceGateway',
];

/**
 * The one table of who may ask what; who may do what stands in the acts themselves (`by`).
 * Every field of Query and Subscription has its row here, and a test sees to it.
 */
export const VIEWS = {
  me: EVERYONE,
  availableActs: EVERYONE,
  caseFile: CASE_READERS,
  caseList: [...AUTHORITY, 'disciplineInspection'],
  auditTrail: CASE_READERS,
  signatures: CASE_READERS,
  knowledge: CASE_READERS,
  personTrail: ['disciplineInspection'],
  unusualPatterns: ['disciplineInspection'],
  interferenceTrail: RECORDERS,
  fraudReportUpward: [...AUTHORITY, 'disciplineInspection', 'marketRegulator'],
  sanctionOutcomes: ['disciplineInspection', 'authorityHead', 'localPartyGovernment'],
  fraudDisclosure: [...AUTHORITY, 'disciplineInspection', 'marketRegulator', 'creditPartner'],
  typicalCases: [...AUTHORITY, 'disciplineInspection'],
  publicReports: [...AUTHORITY, 'disciplineInspection', 'marketRegulator'],
  creditRecords: [...AUTHORITY, 'disciplineInspection', 'marketRegulator', 'creditPartner'],
  issueLedger: [...AUTHORITY, 'disciplineInspection', 'supervisionOffice'],
  outstandingHandoffs: [...CASE_READERS, 'marketRegulator'],
  transferredCases: [...AUTHORITY, 'policeAuthority', 'procuratorate', 'court', 'disciplineInspection'],
  liabilityTrace: ['authorityHead', 'disciplineInspection'],
  openObligations: CASE_READERS,
  suspicions: [...AUTHORITY, 'disciplineInspection'],
  parties: [...CASE_READERS, 'registrar'],
  units: [...CASE_READERS, 'registrar', 'localPartyGovernment'],
  persons: [...CASE_READERS, 'registrar', 'marketRegulator'],
  labInspections: [...CASE_READERS, 'registrar', 'marketRegulator'],
  outletResults: [...AUTHORITY, 'disciplineInspection'],
  rules: EVERYONE,
  errorCodes: EVERYONE,
  caseTransferred: ['policeAuthority', 'procuratorate', 'enforcementAgency', 'disciplineInspection'],
  caseChanged: CASE_READERS,
  suspicionRaised: [...AUTHORITY, 'disciplineInspection'],
} as const satisfies Readonly<Record<string, readonly OfficialFunction[]>>;

export type View = keyof typeof VIEWS;

/** The asking person, if the person's function may ask this; throws `UNAUTHENTICATED` or `FORBIDDEN`. */
export const asking = ({ actor }: Pick<GraphContext, 'actor'>, view: View): Actor => {
  if (actor === null) throw new LiuhenError('UNAUTHENTICATED', view);
  const allowed: readonly OfficialFunction[] = VIEWS[view];
  if (!allowed.includes(actor.function)) throw new LiuhenError('FORBIDDEN', `${view}: ${actor.function}`);

  return actor;
};

/** Areas through which this person's function may know of a case. */
const areasOf = (actor: Actor, { jurisdiction, file }: CaseFileDocument): readonly string[] => {
  const sent = [...file.transfers, ...file.detentionTransfers];
  const transferred = file.transfers.flatMap((each) => (each.policeJurisdiction === null ? [] : [each]));
  if (actor.function === 'policeAuthority') return sent.flatMap((each) => each.policeJurisdiction ?? []);
  if (actor.function === 'procuratorate') {
    return transferred.filter((each) => each.copiedToProcuratorate).map((each) => each.policeJurisdiction ?? '');
  }

  if (actor.function === 'marketRegulator') {
    return [
      ...file.clues.filter((clue) => clue.to.function === actor.function).map((clue) => clue.to.jurisdiction),
      ...file.outsideTransfers.filter((each) => each.to.function === actor.function).map((each) => each.to.jurisdiction),
    ];
  }

  return [jurisdiction, ...file.clues.map((clue) => clue.to.jurisdiction), ...file.outsideTransfers.map((each) => each.to.jurisdiction)];
};

/** Police and procuratorate know of a case once it was handed to them, an authority of those in its area. */
export const inReach = (actor: Actor, document: CaseFileDocument): boolean =>
  areasOf(actor, document).some((area) => covers(actor.jurisdiction, area));

/** Within reach, and not kept from it in person (O-46). */
export const maySee = (actor: Actor, document: CaseFileDocument): boolean =>
  inReach(actor, document) && !isBarred(document.file, actor.person);

/** The case, if it is the person's to see; throws `UNKNOWN_ID`: that a case exists is itself not everyone's to know. */
export const seen = (actor: Actor, document: CaseFileDocument | undefined, id: string): CaseFileDocument => {
  if (document === undefined || !maySee(actor, document)) throw new LiuhenError('UNKNOWN_ID', id);

  return document;
};

/** Two people with the same key see the same; a subscription may be shared between them. */
export const rightsKey = (actor: Actor): string => `${actor.function}|${actor.jurisdiction}`;
