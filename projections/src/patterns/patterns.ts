import {
  AUTOMATA,
  dayOf,
  epochOf,
  idOfStream,
  isWorkingDay,
  kindOfStream,
  legalMoment,
  type Actor,
  type InterferenceEvent,
  type Obligation,
  type Projection,
  type RecordedEvent,
  type Text,
} from '@liuhen/workflows';
import { knownTypes, titleOf } from '../shared/titles';
import { dutiesAfter, isLastMinute } from './last-minute';

/** What is unusual, and by which rule; none of them is a violation by itself, each is a reason to look. */
export const PATTERNS = {
  outsideHours: {
    zh: '非工作时间办理：行为登记于工作日 7 时前、20 时后或非工作日',
    en: 'Done outside office hours: recorded before 7:00 or after 20:00 of a working day, or on another day',
  },
  reversalAfterIntervention: {
    zh: '干预后反转：有人过问案件之日起 30 日内，撤销立案、不予处罚、退回或撤回',
    en: 'Reversed after an intervention: withdrawn, returned or left without penalty within 30 days of it',
  },
  returnedTwice: { zh: '线索两次以上被退回', en: 'A clue of the case was returned twice or more' },
  openedFromOutside: {
    zh: '案外人员查阅：查阅人此前未办理过本案任何事项，且不是纪检监察人员',
    en: 'Read from outside: by a person who had done nothing on the case, and is no inspector',
  },
  recordedLate: { zh: '事后补记：登记晚于发生 3 日以上', en: 'Recorded late: more than 3 days after it happened' },
  lastMinute: {
    zh: '压线办结：期限五日以上的，最后一日才办结；以小时计的，最后十分之一时段才办结',
    en: 'Met at the last minute: on the last day of five or more, or in the last tenth of a term in hours',
  },
  correctedAfterwards: {
    zh: '事后更正：已公布或已记录的内容被更正或撤回',
    en: 'Corrected afterwards: what was published or recorded was corrected or withdrawn',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type PatternKind = keyof typeof PATTERNS;

export interface Finding {
  readonly kind: PatternKind;
  /** The rule by which it was found. */
  readonly rule: Text;
  readonly position: number;
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
}

/** An intervention, joined with what happened to the case in the days after. */
export interface Aftermath {
  readonly interferenceId: string;
  readonly happenedAt: string;
  readonly official: string;
  readonly content: string;
  readonly followed: readonly Omit<Finding, 'kind' | 'rule'>[];
}

export interface PatternDocument extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly jurisdiction: string;
  /** Kinds found, for filtering. */
  readonly kinds: readonly PatternKind[];
  readonly findings: readonly Finding[];
  readonly interventions: readonly Aftermath[];
  readonly persons: readonly string[];
  readonly returned: number;
  /** Duties with a term that are not done yet. */
  readonly duties: readonly Obligation[];
  readonly position: number;
}

/** Events by which a matter goes back on what was begun or decided. */
export const REVERSALS = [
  'ClueReturned',
  'ClueWithdrawn',
  'NoPenaltyDecided',
  'PenaltyCaseWithdrawn',
  'PenaltyCaseTerminated',
  'PenaltyRevoked',
  'RectificationRevoked',
  'DailyPenaltyRevoked',
  'ClosureRevoked',
  'DisclosureWithdrawn',
];
export const CORRECTIONS = ['DisclosureWithdrawn', 'DisclosureCorrected', 'PenaltyChanged'];

const DAYS = 86_400_000;
const [AFTERMATH, LATE] = [30 * DAYS, 3 * DAYS];

/** Of findings kept for one case; the rest says the same once more. */
const KEPT = 500;

const hourInChina = (instant: string): number => Number(legalMoment(epochOf(instant)).slice(11, 13));

const isOutsideHours = ({ recordedAt, actor }: RecordedEvent): boolean => {
  if (AUTOMATA.includes(actor.function)) return false;
  const hour = hourInChina(recordedAt);

  return hour < 7 || hour >= 20 || !isWorkingDay(dayOf(recordedAt));
};

const isWithin = (from: string, to: string, span: number): boolean => {
  const passed = Date.parse(to) - Date.parse(from);

  return passed >= 0 && passed <= span;
};

const isAfterIntervention = ({ interventions }: PatternDocument, { occurredAt }: RecordedEvent): boolean =>
  interventions.some(({ happenedAt }) => isWithin(happenedAt, occurredAt, AFTERMATH));

const isFromOutside = ({ persons }: PatternDocument, { type, actor }: RecordedEvent): boolean =>
  type === 'SensitiveRead' && actor.function !== 'disciplineInspection' && !persons.includes(actor.person);

const kindsOf = (before: PatternDocument, event: RecordedEvent, done: readonly Obligation[]): readonly PatternKind[] => {
  const isDeed = kindOfStream(event.stream) === 'case';
  const found: Readonly<Record<PatternKind, boolean>> = {
    outsideHours: isDeed && isOutsideHours(event),
    reversalAfterIntervention: REVERSALS.includes(event.type) && isAfterIntervention(before, event),
    returnedTwice: event.type === 'ClueReturned' && before.returned >= 1,
    openedFromOutside: isFromOutside(before, event),
    recordedLate: isDeed && event.occurredPrecision === undefined && Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > LATE,
    lastMinute: isDeed && !AUTOMATA.includes(event.actor.function) && done.some(isLastMinute),
    correctedAfterwards: CORRECTIONS.includes(event.type),
  };

  return (Object.keys(found) as readonly PatternKind[]).filter((kind) => found[kind]);
};

const placed = ({ position, type, occurredAt, recordedAt, actor }: RecordedEvent): Omit<Finding, 'kind' | 'rule'> => ({
  position,
  type,
  title: titleOf(type),
  occurredAt,
  recordedAt,
  actor,
});

type Recorded = Extract<InterferenceEvent, { type: 'InterferenceRecorded' }>['payload'];

const intervention = (event: RecordedEvent): Aftermath => {
  const { happenedAt, official, content } = event.payload as Recorded;

  return {
    interferenceId: idOfStream(event.stream),
    happenedAt,
    official: `${official.organisation}${official.name}`,
    content,
    followed: [],
  };
};

const empty = (caseId: string, jurisdiction: string): PatternDocument => ({
  caseId,
  jurisdiction,
  kinds: [],
  findings: [],
  interventions: [],
  persons: [],
  returned: 0,
  duties: [],
  position: 0,
});

const withDeed = (before: PatternDocument, event: RecordedEvent): PatternDocument => {
  const isDeed = kindOfStream(event.stream) === 'case';
  const { open, done } = dutiesAfter(before.duties, event);
  const findings = kindsOf(before, event, done).map((kind): Finding => ({ kind, rule: PATTERNS[kind], ...placed(event) }));
  const interventions = before.interventions.map((each) =>
    isDeed && isWithin(each.happenedAt, event.occurredAt, AFTERMATH) ? { ...each, followed: [...each.followed, placed(event)] } : each,
  );

  return {
    ...before,
    interventions,
    findings: [...before.findings, ...findings].slice(-KEPT),
    kinds: [...new Set([...before.kinds, ...findings.map(({ kind }) => kind)])],
    persons: isDeed ? [...new Set([...before.persons, event.actor.person])] : before.persons,
    returned: before.returned + (event.type === 'ClueReturned' ? 1 : 0),
    duties: open,
    position: event.position,
  };
};

const evolve = (before: PatternDocument | undefined, event: RecordedEvent, caseId: string): PatternDocument | undefined => {
  if (event.type === 'InterferenceRecorded') {
    const document = before ?? empty(caseId, (event.payload as Recorded).jurisdiction);

    return { ...document, interventions: [...document.interventions, intervention(event)], position: event.position };
  }
  if (event.type === 'ProblemFound' && before === undefined) {
    return withDeed(empty(caseId, (event.payload as { readonly jurisdiction: string }).jurisdiction), event);
  }

  return before && withDeed(before, event);
};

const caseOf = (event: RecordedEvent): string | null => {
  switch (kindOfStream(event.stream)) {
    case 'case':
      return idOfStream(event.stream);
    case 'records':
      return event.type === 'SensitiveRead' ? idOfStream(event.stream) : null;
    case 'interference':
      return event.type === 'InterferenceRecorded' ? (event.payload as Recorded).caseId : null;
    default:
      return null;
  }
};

/** Unusual patterns by case, and what followed each intervention. */
export const patterns: Projection<PatternDocument> = {
  name: 'patterns',
  version: 3,
  eventTypes: knownTypes,
  indexes: [{ fields: ['position'] }, { fields: ['jurisdiction', 'position'] }, { fields: ['caseId'] }],
  keysOf: (event) => {
    const caseId = caseOf(event);

    return caseId === null ? [] : [caseId];
  },
  evolve,
};
