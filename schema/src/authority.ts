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
  type Text,
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
  caseCounts: [...RECORDERS, 'localPartyGovernment'],
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

/** How far an answer reaches; what is beyond it is left out of rows, counts and cursors alike. */
export const BOUNDS = {
  none: { zh: '不涉及个案', en: 'about no case in particular' },
  case: { zh: '按与案件的关系', en: 'by the relation to the case, as above' },
  area: { zh: '本辖区', en: 'the area of the office' },
  ownDuties: { zh: '本辖区内本职能所负义务', en: 'in the area, what the function itself owes' },
  ownRecords: { zh: '本人所记', en: 'what the person recorded' },
  copied: { zh: '已抄送本院的', en: 'in the area, once it was copied to the procuratorate' },
  ownCourt: { zh: '已起诉至本院的', en: 'in the area, once prosecution was filed at the court' },
  handed: { zh: '移交双方及其上级', en: 'in the area, where the function is sender, receiver or of the authority' },
  subject: { zh: '所查对象', en: 'about the person or outlet asked for, on record who looked' },
} as const satisfies Record<string, Text>;

export type Bound = keyof typeof BOUNDS;

interface Row {
  readonly all: Bound;
  /** Functions whose answer reaches otherwise. */
  readonly but?: Partial<Record<OfficialFunction, Bound>>;
}

/** How far the answer to each question reaches, for each function: the one source of what the questions filter by. */
export const REACHES: Readonly<Record<View, Row>> = {
  me: { all: 'none' },
  availableActs: { all: 'case' },
  caseFile: { all: 'case' },
  caseCounts: { all: 'area' },
  caseList: { all: 'area' },
  auditTrail: { all: 'case' },
  signatures: { all: 'case' },
  knowledge: { all: 'case' },
  personTrail: { all: 'subject' },
  unusualPatterns: { all: 'area' },
  unusualFindings: { all: 'area' },
  openedParticulars: { all: 'subject' },
  interferenceTrail: { all: 'ownRecords', but: { disciplineInspection: 'area' } },
  fraudReportUpward: { all: 'area' },
  sanctionOutcomes: { all: 'area' },
  fraudDisclosure: { all: 'area' },
  typicalCases: { all: 'area' },
  publicReports: { all: 'area' },
  creditRecords: { all: 'area' },
  issueLedger: { all: 'area' },
  outstandingHandoffs: { all: 'handed' },
  transferredCases: { all: 'area', but: { procuratorate: 'copied', court: 'ownCourt' } },
  liabilityTrace: { all: 'area' },
  openObligations: { all: 'area', but: { policeAuthority: 'ownDuties', procuratorate: 'ownDuties', marketRegulator: 'ownDuties' } },
  suspicions: { all: 'area' },
  parties: { all: 'area' },
  units: { all: 'area' },
  persons: { all: 'area' },
  labInspections: { all: 'area' },
  outletResults: { all: 'area' },
  rules: { all: 'none' },
  errorCodes: { all: 'none' },
  caseTransferred: { all: 'area', but: { procuratorate: 'copied' } },
  caseChanged: { all: 'case' },
  suspicionRaised: { all: 'area' },
};

export const boundOf = (view: View, fn: OfficialFunction): Bound => REACHES[view].but?.[fn] ?? REACHES[view].all;

/** What a question filters by, over its own filters; null for no such limit. */
export interface Scope {
  /** GB/T 2260 code. */
  readonly area: string;
  readonly owedBy: OfficialFunction | null;
  readonly recordedBy: string | null;
  readonly copiedOnly: boolean;
  /** Name of the court. */
  readonly court: string | null;
}

export const scopeOf = (view: View, actor: Actor): Scope => {
  const bound = boundOf(view, actor.function);

  return {
    area: actor.jurisdiction,
    owedBy: bound === 'ownDuties' ? actor.function : null,
    recordedBy: bound === 'ownRecords' ? actor.person : null,
    copiedOnly: bound === 'copied',
    court: bound === 'ownCourt' ? actor.organisation : null,
  };
};

/** A question, or what may be done with the files. */
export type Right = View | keyof typeof FILES;

const RIGHTS: Readonly<Record<Right, readonly OfficialFunction[]>> = { ...VIEWS, ...FILES };

export const viewersOf = (right: Right): readonly OfficialFunction[] => RIGHTS[right];

/** The asking person, if the person's function may ask this; throws `UNAUTHENTICATED` or `FORBIDDEN`. */
export const asking = ({ actor }: Pick<GraphContext, 'actor'>, view: Right): Actor => {
  if (actor === null) throw new LiuhenError('UNAUTHENTICATED', view);
  if (!viewersOf(view).includes(actor.function)) throw new LiuhenError('FORBIDDEN', `${view}: ${actor.function}`);

  return actor;
};

/** Does the row of the person's function reach this case by one of the relations that hold? */
export const inReach = (actor: Actor, { file }: Pick<CaseFileDocument, 'file'>, now: string): boolean =>
  suffices(REACH[actor.function].reads, relationsOf(actor, standingOfCase(file, now)));

/** A party is told what it may do on its own case; it reads no file for that. */
const knowsOf = (actor: Actor, { file }: CaseFileDocument, now: string): boolean => {
  const parties = file.problems.map(({ partyId, partyName }) => ({ id: partyId, name: partyName }));

  return suffices(REACH[actor.function].knows, relationsOf(actor, standingOfCase(file, now), spokenFor(actor, parties)));
};

/** Within reach, and not kept from it in person (O-46). */
export const maySee = (actor: Actor, document: CaseFileDocument, now: string): boolean =>
  inReach(actor, document, now) && !isBarred(document.file, actor.person);

interface Asked {
  readonly view: View;
  readonly id: string;
  /** ISO instant with offset. */
  readonly now: string;
}

/**
 * The case, if it is the person's to see in one of the functions that they act in; throws `UNKNOWN_ID`: that a case
 * exists is itself not everyone's to know.
 */
export const seen = (
  capacities: readonly Actor[],
  document: CaseFileDocument | undefined,
  { view, id, now }: Asked,
): { readonly document: CaseFileDocument; readonly actor: Actor } => {
  const isShown = (actor: Actor, file: CaseFileDocument): boolean =>
    maySee(actor, file, now) || (view === 'availableActs' && knowsOf(actor, file, now) && !isBarred(file.file, actor.person));
  const actor = document && capacities.find((each) => isShown(each, document));
  if (document === undefined || actor === undefined) throw new LiuhenError('UNKNOWN_ID', id);

  return { document, actor };
};

/** Two people with the same key see the same; a subscription may be shared between them. */
export const rightsKey = (actor: Actor): string => `${actor.function}|${actor.jurisdiction}`;
