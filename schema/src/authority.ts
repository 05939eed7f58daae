import {
  AUTHORITY,
  covers,
  EXERCISED_BY,
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
import { sideOf, standingAt, type CaseFileDocument, type Scope, type StandingDocument } from '@liuhen/projections';
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
  exportForAudit: ['disciplineInspection'],
} as const satisfies Readonly<Record<string, readonly OfficialFunction[]>>;

export type View = keyof typeof VIEWS;

/** A question, or what may be done with the files. */
export type Right = View | keyof typeof FILES;

const RIGHTS: Readonly<Record<Right, readonly OfficialFunction[]>> = { ...VIEWS, ...FILES };

export const viewersOf = (right: Right): readonly OfficialFunction[] => RIGHTS[right];

/** Fields that fewer see than ask the question in which they stand; the rest see them masked or empty. */
export const FIELDS = {
  certificateNo: [...AUTHORITY, 'disciplineInspection', 'registrar'],
  followed: ['disciplineInspection'],
} as const satisfies Readonly<Record<string, readonly OfficialFunction[]>>;

/** What a bound may look at beside the person who asks. */
interface Circumstances {
  /** Cases on whose team the person is in this function and office, within its term. */
  readonly teamCases: readonly string[];
  /** The person whose answerability is asked for; null for nobody in particular. */
  readonly asksAfter: string | null;
}

interface BoundRow extends Text {
  /** Parts of what there is that are told by this bound; none for what no list is held to. */
  parts(actor: Actor, circumstances: Circumstances): readonly Scope[];
}

const NO_LIST = (): readonly Scope[] => [];

/** Cases of the team, where the function reads a case by being assigned to it at all. */
const ofTeam = ({ function: fn }: Actor, { teamCases }: Circumstances): readonly Scope[] =>
  teamCases.length > 0 && REACH[fn].reads.includes('assigned') ? [{ area: null, cases: teamCases }] : [];

/** How far an answer reaches; what is beyond it is left out of rows, counts and cursors alike. */
export const BOUNDS = {
  none: { zh: '不涉及个案', en: 'about no case in particular', parts: NO_LIST },
  case: { zh: '按与案件的关系', en: 'by the relation to the case, as above', parts: NO_LIST },
  area: { zh: '本辖区', en: 'the area of the office', parts: ({ jurisdiction }) => [{ area: jurisdiction }] },
  team: { zh: '本人在办案组、专案组的案件，以任期为限', en: 'cases on whose team the person is, within its term', parts: ofTeam },
  openArea: {
    zh: '本辖区内不属保密的',
    en: 'in the area, what is not confidential',
    parts: ({ jurisdiction }) => [{ area: jurisdiction, open: true }],
  },
  openTeam: {
    zh: '本人所在办案组、专案组的案件中不属保密的',
    en: 'of the cases on whose team the person is, what is not confidential',
    parts: (actor, circumstances) => ofTeam(actor, circumstances).map((part) => ({ ...part, open: true })),
  },
  ownSide: {
    zh: '本辖区的本职能为移交一方的',
    en: 'where the function in the area is sender or receiver',
    parts: ({ jurisdiction, function: fn }) => [{ area: null, side: sideOf(fn, jurisdiction) }],
  },
  ownDuties: {
    zh: '本辖区内本职能所负、不属保密的义务',
    en: 'in the area, what the function itself owes and is not confidential',
    parts: ({ jurisdiction, function: fn }) => [{ area: jurisdiction, owedBy: fn, open: true }],
  },
  ownRecords: { zh: '本人所记', en: 'what the person recorded', parts: ({ person }) => [{ area: null, recordedBy: person }] },
  copied: {
    zh: '已抄送本院的',
    en: 'in the area, once it was copied to the procuratorate',
    parts: ({ jurisdiction }) => [{ area: jurisdiction, copied: true }],
  },
  ownCourt: {
    zh: '已起诉至本院的：按法院所在辖区；旧记录未载明辖区的，按本辖区内的法院名称',
    en: 'once prosecution was filed at the court of the area; where no area is on record, at the court of that name in the area',
    parts: ({ jurisdiction, organisation }) => [
      { area: null, courtArea: jurisdiction },
      { area: jurisdiction, courtNamed: organisation },
    ],
  },
  answerable: {
    zh: '所查的个人终身负责的事项，不论调往何处，查阅留痕（R-113）',
    en: 'what the person asked after answers for, wherever they went, on record who looked (R-113)',
    parts: (_actor, { asksAfter }) => (asksAfter === null ? [] : [{ area: null, answers: asksAfter }]),
  },
  opened: { zh: '本人登记启封之日起十五分钟内', en: 'what the person opened on record, for fifteen minutes', parts: NO_LIST },
  subject: {
    zh: '所查对象在本辖区的事项，查阅留痕',
    en: 'of the person asked for, what was done in the area or on a case of it, on record who looked',
    parts: ({ jurisdiction }) => [{ area: jurisdiction }],
  },
  wholeFiles: {
    zh: '案件以外的案卷，只取整卷：所在地属本辖区的；无所在地的，其中各项均为本辖区人员所为的',
    en: 'of files beside cases, whole ones only: what lies in the area, and what lies nowhere if all in it was done by officers of the area',
    parts: ({ jurisdiction }) => [{ area: jurisdiction }],
  },
} as const satisfies Readonly<Record<string, BoundRow>>;

export type Bound = keyof typeof BOUNDS;

interface Row {
  readonly all: readonly Bound[];
  /** Functions whose answer reaches otherwise. */
  readonly but?: Partial<Record<OfficialFunction, readonly Bound[]>>;
}

const NONE: Row = { all: ['none'] };
const CASE: Row = { all: ['case'] };
const AREA: Row = { all: ['area'] };
/** Rows of cases: whoever works on one from elsewhere has it in their lists too. */
const CASES: Row = { all: ['area', 'team'] };

/** How far the answer to each question, and each file, reaches, for each function: the one source of what they filter by. */
export const REACHES: Readonly<Record<Right, Row>> = {
  me: NONE,
  availableActs: CASE,
  caseFile: CASE,
  caseCounts: AREA,
  caseList: CASES,
  auditTrail: CASE,
  signatures: CASE,
  knowledge: CASE,
  personTrail: { all: ['subject'] },
  unusualPatterns: AREA,
  unusualFindings: AREA,
  openedParticulars: { all: ['opened'] },
  interferenceTrail: { all: ['ownRecords'], but: { disciplineInspection: ['area'] } },
  fraudReportUpward: CASES,
  sanctionOutcomes: AREA,
  fraudDisclosure: CASES,
  typicalCases: CASES,
  publicReports: AREA,
  creditRecords: AREA,
  issueLedger: CASES,
  // The authority and its inspectors know of every hand-off of the area, of a confidential one its two sides alone.
  outstandingHandoffs: {
    all: ['openArea', 'ownSide', 'openTeam'],
    but: { policeAuthority: ['ownSide'], procuratorate: ['ownSide'], marketRegulator: ['ownSide'] },
  },
  transferredCases: { all: ['area', 'team'], but: { procuratorate: ['copied'], court: ['ownCourt'] } },
  liabilityTrace: { all: ['area', 'answerable'] },
  // What is owed on an interference is for the discipline inspection only (O-26).
  openObligations: {
    all: ['openArea', 'openTeam'],
    but: {
      disciplineInspection: ['area'],
      policeAuthority: ['ownDuties'],
      procuratorate: ['ownDuties'],
      marketRegulator: ['ownDuties'],
    },
  },
  suspicions: AREA,
  parties: AREA,
  units: AREA,
  persons: AREA,
  labInspections: AREA,
  outletResults: AREA,
  rules: NONE,
  errorCodes: NONE,
  caseTransferred: { all: ['area'], but: { procuratorate: ['copied'] } },
  caseChanged: CASE,
  suspicionRaised: AREA,
  // Nothing of what is there is told to who hands a file in.
  uploadEvidence: NONE,
  downloadEvidence: CASE,
  exportForAudit: { all: ['case', 'wholeFiles'] },
};

export const boundsOf = (view: Right, fn: OfficialFunction): readonly Bound[] => REACHES[view].but?.[fn] ?? REACHES[view].all;

const NOTHING_MORE: Circumstances = { teamCases: [], asksAfter: null };

/** What a question filters by, over its own filters: the parts of what there is that this person is told of in this function. */
export const scopesOf = (view: Right, actor: Actor, circumstances: Partial<Circumstances> = {}): readonly Scope[] =>
  boundsOf(view, actor.function).flatMap((bound): readonly Scope[] => BOUNDS[bound].parts(actor, { ...NOTHING_MORE, ...circumstances }));

/** Is what happened at a place told to this person, by its area alone? */
export const reachesPlace = (view: View, actor: Actor, place: string): boolean =>
  scopesOf(view, actor).some(({ area }) => area === null || covers(area, place));

/** Is the person's function told of a transfer by the copy, and not before? */
export const isToldByCopy = (view: View, actor: Actor): boolean => scopesOf(view, actor).every(({ copied }) => copied === true);

/** Does the person's function see such a field whole? */
export const seesField = (field: keyof typeof FIELDS, { function: fn }: Actor): boolean =>
  (FIELDS[field] as readonly OfficialFunction[]).includes(fn);

/** The asking person, if the person's function may ask this; throws `UNAUTHENTICATED` or `FORBIDDEN`. */
export const asking = ({ actor }: Pick<GraphContext, 'actor'>, view: Right): Actor => {
  if (actor === null) throw new LiuhenError('UNAUTHENTICATED', view);
  if (!viewersOf(view).includes(actor.function)) throw new LiuhenError('FORBIDDEN', `${view}: ${actor.function}`);

  return actor;
};

/** Can an officer of this function exercise one that was delegated to them at all (W-81)? */
export const standsIn = ({ function: own }: Actor): boolean => Object.values(EXERCISED_BY).some((fns) => fns.includes(own));

/** Does the row of the person's function reach this case by one of the relations that hold? */
export const inReach = (actor: Actor, { file }: Pick<CaseFileDocument, 'file'>, now: string): boolean =>
  suffices(REACH[actor.function].reads, relationsOf(actor, standingOfCase(file, now)));

/** Can the case be the person's to see at all, in one of these functions? Told by the little that is kept of it, without the file. */
export const mayReach = (capacities: readonly Actor[], document: StandingDocument, now: string): boolean => {
  const standing = standingAt(document, now);

  return capacities.some((actor) => {
    const { reads, knows } = REACH[actor.function];
    const speaksFor = actor.party === undefined ? standing.parties : [actor.party];

    return suffices([...reads, ...knows], relationsOf(actor, standing, speaksFor));
  });
};

/** A party is told what it may do on its own case; it reads no file for that. */
const knowsOf = (actor: Actor, { file }: CaseFileDocument, now: string): boolean => {
  const parties = file.problems.map(({ partyId, partyName }) => ({ id: partyId, name: partyName, jurisdiction: file.jurisdiction }));

  return suffices(REACH[actor.function].knows, relationsOf(actor, standingOfCase(file, now), spokenFor(actor, parties)));
};

/** Within reach, and not kept from it in person (O-46). */
export const maySee = (actor: Actor, document: Pick<CaseFileDocument, 'file'>, now: string): boolean =>
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
