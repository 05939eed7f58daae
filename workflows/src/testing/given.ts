import {
  ACTS,
  decide,
  evolveOutlet,
  evolveParty,
  evolveCase,
  evolvePerson,
  evolveSubject,
  evolveUnit,
  initialCase,
  initialUnit,
  initialOutlet,
  initialParty,
  initialPerson,
  initialSubject,
  placeOf,
  type Act,
  type Actor,
  type CaseEvent,
  type CaseFact,
  type Decision,
  type CreditEvent,
  type DisciplineEvent,
  type DomainEvent,
  type DisciplineState,
  type InterferenceEvent,
  type InterferenceState,
  type ReportState,
  type LabInspectionEvent,
  type MonitoringEvent,
  type OfficialFunction,
  type PartyEvent,
  type PersonEvent,
  type PublicationEvent,
  type RecordedEvent,
  type Registers,
  type ReportEvent,
  type StreamKind,
  type SupervisionEvent,
  type Subject,
  type UnitEvent,
} from '..';

/** A fact as a test writes it down: the event, and who did it when where that matters. */
export type Fact = (
  | CaseEvent
  | InterferenceEvent
  | PartyEvent
  | MonitoringEvent
  | DisciplineEvent
  | SupervisionEvent
  | ReportEvent
  | CreditEvent
  | PublicationEvent
  | UnitEvent
  | PersonEvent
  | LabInspectionEvent
) & {
  readonly by?: string;
  readonly as?: OfficialFunction;
  readonly at?: string;
};

export interface Circumstances {
  /** Person who acts. */
  readonly by?: string;
  /** Function in which the person acts; by default the first one that the act belongs to. */
  readonly as?: OfficialFunction;
  /** Area of the person's office; by default the place itself. */
  readonly of?: string;
  /** When it is done; by default a working day of 2024. */
  readonly at?: string;
  /** Where the law is asked; by default where the history lies, else Jining. */
  readonly in?: string;
  readonly subject?: string;
  readonly parties?: Readonly<Record<string, readonly PartyEvent[]>>;
  readonly persons?: Readonly<Record<string, readonly PersonEvent[]>>;
  readonly outlets?: Readonly<Record<string, readonly MonitoringEvent[]>>;
  /** Other cases, by id. */
  readonly cases?: Readonly<Record<string, readonly CaseEvent[]>>;
  /** Units, by the code of their area. */
  readonly units?: Readonly<Record<string, readonly UnitEvent[]>>;
  readonly interferences?: Readonly<Record<string, readonly Fact[]>>;
  readonly disciplines?: Readonly<Record<string, readonly Fact[]>>;
  readonly reports?: Readonly<Record<string, readonly Fact[]>>;
}

export interface Expected {
  readonly rule: string;
  readonly code?: string;
  /** Words of the Chinese message. */
  readonly zh?: string;
  /** Chinese names of what is missing, all of them, in order. */
  readonly missing?: readonly string[];
  readonly weighty?: boolean;
  /** Words of the citation. */
  readonly cites?: string;
}

export const A_DAY = '2024-08-30T09:00:00+08:00';
export const JINING = '370800';
export const CHANGCHUN = '220100';
export const LANZHOU = '620100';
export const BEIJING = '110000';

const DECLARED: ReadonlyMap<string, { readonly kind: StreamKind; readonly act: Act }> = new Map(
  ACTS.flatMap(({ kind, acts }) => acts.map((act) => [act.name, { kind, act }] as const)),
);

export const actNamed = (name: string): { readonly kind: StreamKind; readonly act: Act } => {
  const declared = DECLARED.get(name);
  if (declared === undefined) throw new RangeError(`no act ${name}`);

  return declared;
};

export const actorFor = (over: Partial<Actor> = {}): Actor => ({
  person: 'officer-1',
  name: '张三',
  organisation: '济宁市生态环境局',
  office: '执法支队',
  function: 'enforcementAgency',
  jurisdiction: JINING,
  ...over,
});

/** A fact as the log has it; `of` is the area of the office that acted. */
export const recorded = (
  { by, as, at, ...event }: Fact,
  revision: number,
  { kind, of = JINING }: { kind: StreamKind; of?: string },
): RecordedEvent => ({
  ...event,
  id: `event-${revision}`,
  schemaVersion: 1,
  occurredAt: at ?? A_DAY,
  recordedAt: at ?? A_DAY,
  actor: actorFor({ person: by ?? 'officer-1', jurisdiction: of, ...(as === undefined ? {} : { function: as }) }),
  actId: `act-${revision}`,
  correlationId: 'subject-1',
  causationId: null,
  basis: [],
  evidence: [],
  stream: `${kind}-1`,
  revision,
  position: revision + 1,
});

export const foldOf = (kind: StreamKind, history: readonly Fact[]): Subject =>
  history.map((fact, revision) => recorded(fact, revision, { kind })).reduce(evolveSubject, initialSubject(kind));

type Verdict = Decision | { readonly kind: 'invalid'; readonly paths: readonly string[] };

/** What came of the act, to be held against what the law says. */
export class Outcome {
  constructor(readonly verdict: Verdict) {}

  get events(): readonly DomainEvent[] {
    return this.verdict.kind === 'accepted' ? this.verdict.events.map(({ type, payload }) => ({ type, payload })) : [];
  }

  /** Exactly these events, without a warning. */
  thenRecorded(...events: readonly Fact[]): this {
    expect(this.verdict).toMatchObject({ kind: 'accepted', warnings: [] });
    expect(this.events).toEqual(events);

    return this;
  }

  /** Accepted, with a fact of each of these types. */
  then(...types: readonly string[]): this {
    expect(this.verdict).toMatchObject({ kind: 'accepted' });
    expect(this.events.map((event) => event.type)).toEqual(types);

    return this;
  }

  thenRefused({ rule, code = 'GUARD_REFUSED', zh = '', missing, weighty, cites = '《' }: Expected): this {
    expect(this.verdict).toMatchObject({
      kind: 'refusal',
      rule,
      code,
      citation: expect.stringContaining(cites),
      message: { zh: expect.stringContaining(zh), en: expect.stringMatching(/\w/) },
      ...(missing === undefined ? {} : { missing: missing.map((each) => ({ zh: each, en: expect.stringMatching(/\w/) })) }),
      ...(weighty === undefined ? {} : { weighty }),
    });

    return this;
  }

  /** Refused because it is not its turn. */
  thenOutOfTurn(rule: string, zh = ''): this {
    return this.thenRefused({ rule, code: 'WRONG_STAGE', zh, weighty: false });
  }

  /** It stands, and these rules spoke nevertheless. */
  thenWarned(...rules: readonly string[]): this {
    expect(this.verdict.kind).toBe('accepted');
    expect(this.verdict.kind === 'accepted' ? this.verdict.warnings.map((each) => each.rule) : []).toEqual(rules);

    return this;
  }

  thenRestsOn(...rules: readonly string[]): this {
    expect(this.basis).toEqual(expect.arrayContaining([...rules]));

    return this;
  }

  thenDoesNotRestOn(rule: string): this {
    expect(this.verdict.kind).toBe('accepted');
    expect(this.basis).not.toContain(rule);

    return this;
  }

  thenInvalid(...paths: readonly string[]): this {
    expect(this.verdict).toEqual({ kind: 'invalid', paths });

    return this;
  }

  private get basis(): readonly string[] {
    return this.verdict.kind === 'accepted' ? this.verdict.events.flatMap((event) => event.basis.map((ref) => ref.rule)) : [];
  }
}

/** The registers as a test writes them down: what happened to each party, outlet, and every other file that matters. */
const registersOf = ({
  parties = {},
  outlets = {},
  cases = {},
  units = {},
  persons = {},
  interferences = {},
  disciplines = {},
  reports = {},
}: Circumstances): Registers => ({
  party: (id) => (parties[id] ?? []).reduce(evolveParty, initialParty),
  outlet: (id) => (outlets[id] ?? []).reduce(evolveOutlet, initialOutlet),
  case: (id) =>
    (cases[id] ?? [])
      .map((fact, revision) => recorded(fact, revision, { kind: 'case' }) as RecordedEvent & CaseFact)
      .reduce(evolveCase, initialCase),
  person: (id) => (persons[id] ?? []).reduce(evolvePerson, initialPerson),
  unit: (area) => (units[area] ?? []).reduce(evolveUnit, initialUnit),
  interference: (id) => foldOf('interference', interferences[id] ?? []).state as InterferenceState,
  discipline: (id) => foldOf('discipline', disciplines[id] ?? []).state as DisciplineState,
  report: (id) => foldOf('report', reports[id] ?? []).state as ReportState,
});

const judged = (history: readonly Fact[], name: string, input: unknown, circumstances: Circumstances): Outcome => {
  const { kind, act } = actNamed(name);
  const parsed = act.input.safeParse(input);
  if (!parsed.success) return new Outcome({ kind: 'invalid', paths: parsed.error.issues.map((issue) => issue.path.join('.')) });
  const subject = foldOf(kind, history);
  const jurisdiction = circumstances.in ?? placeOf(subject) ?? JINING;
  const occurredAt = circumstances.at ?? A_DAY;

  return new Outcome(
    decide(act, parsed.data, {
      state: subject.state,
      actor: actorFor({
        person: circumstances.by ?? 'officer-1',
        function: circumstances.as ?? act.by[0] ?? 'enforcementAgency',
        jurisdiction: circumstances.of ?? jurisdiction,
      }),
      subject: circumstances.subject ?? 'subject-1',
      occurredAt,
      now: occurredAt,
      jurisdiction,
      evidence: [],
      registers: registersOf(circumstances),
    }),
  );
};

/** Given what is on record, when this act is asked for, then this comes of it. */
export const given = (...history: readonly Fact[]) => ({
  when: (act: string, input: unknown, circumstances: Circumstances = {}): Outcome => judged(history, act, input, circumstances),
});
