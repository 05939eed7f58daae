import {
  AUTHORITY,
  isBarred,
  LiuhenError,
  REACH,
  relationsOf,
  spokenFor,
  standingOfCase,
  suffices,
  type Actor,
  type OfficialFunction,
} from '@liuhen/workflows';
import type { CaseFileDocument } from '@liuhen/projections';
import type { GraphContext } from './context';

const CASE_READERS: readonly OfficialFunction[] = [
  ...AUTHORITY,
  'policeAuthority',
  'procuratorate',
  'marketRegulator',
  'disciplineInspection',
];
/** Outside the authority and its inspectors, a body sees what it owes itself. */
export const ownDutiesOnly: readonly OfficialFunction[] = ['policeAuthority', 'procuratorate', 'marketRegulator'];
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
  unusualFindings: ['disciplineInspection'],
  openedParticulars: [...AUTHORITY, 'marketRegulator'],
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

/** The same for the files beside the log, which travel apart from the questions. */
export const FILES = {
  uploadEvidence: [...CASE_READERS, 'registrar'],
  downloadEvidence: CASE_READERS,
} as const satisfies Readonly<Record<string, readonly OfficialFunction[]>>;

export type View = keyof typeof VIEWS;

const RIGHTS: Readonly<Record<View | keyof typeof FILES, readonly OfficialFunction[]>> = { ...VIEWS, ...FILES };

/** The asking person, if the person's function may ask this; throws `UNAUTHENTICATED` or `FORBIDDEN`. */
export const asking = ({ actor }: Pick<GraphContext, 'actor'>, view: keyof typeof RIGHTS): Actor => {
  if (actor === null) throw new LiuhenError('UNAUTHENTICATED', view);
  if (!RIGHTS[view].includes(actor.function)) throw new LiuhenError('FORBIDDEN', `${view}: ${actor.function}`);

  return actor;
};

/** Does the row of the person's function reach this case by one of the relations that hold? */
export const inReach = (actor: Actor, { file }: Pick<CaseFileDocument, 'file'>): boolean =>
  suffices(REACH[actor.function].reads, relationsOf(actor, standingOfCase(file)));

/** A party is told what it may do on its own case; it reads no file for that. */
const knowsOf = (actor: Actor, { file }: CaseFileDocument): boolean => {
  const parties = file.problems.map(({ partyId, partyName }) => ({ id: partyId, name: partyName }));

  return suffices(REACH[actor.function].knows, relationsOf(actor, standingOfCase(file), spokenFor(actor, parties)));
};

/** Within reach, and not kept from it in person (O-46). */
export const maySee = (actor: Actor, document: CaseFileDocument): boolean =>
  inReach(actor, document) && !isBarred(document.file, actor.person);

interface Asked {
  readonly view: View;
  readonly id: string;
}

/** The case, if it is the person's to see; throws `UNKNOWN_ID`: that a case exists is itself not everyone's to know. */
export const seen = (actor: Actor, document: CaseFileDocument | undefined, { view, id }: Asked): CaseFileDocument => {
  const isOwn = document !== undefined && view === 'availableActs' && knowsOf(actor, document) && !isBarred(document.file, actor.person);
  if (document === undefined || !(isOwn || maySee(actor, document))) throw new LiuhenError('UNKNOWN_ID', id);

  return document;
};

/** Two people with the same key see the same; a subscription may be shared between them. */
export const rightsKey = (actor: Actor): string => `${actor.function}|${actor.jurisdiction}`;
