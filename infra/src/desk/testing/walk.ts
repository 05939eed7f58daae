import {
  ACTS,
  decide,
  evolveSubject,
  initialCase,
  initialDiscipline,
  initialInterference,
  initialOutlet,
  initialReport,
  initialParty,
  initialUnit,
  initialPerson,
  initialSubject,
  streamOf,
  type Act,
  type Actor,
  type CaseFile,
  type Decision,
  type Facts,
  type OfficialFunction,
  type PartyState,
  type RecordedEvent,
  type Subject,
} from '@liuhen/workflows';
import { inputOf, JINING } from './inputs';
import { actorOf, NOON } from './office';

const PARTY = 'party-1';
const LAB = 'lab-1';
const CASE = 'case-1';

const DECLARED: ReadonlyMap<string, Act> = new Map(ACTS.flatMap(({ acts }) => acts.map((act) => [act.name, act] as const)));

export const CASE_ACTS: readonly Act[] = ACTS.filter(({ kind }) => kind === 'case')
  .flatMap(({ acts }) => acts)
  .filter(({ opens }) => !opens);

/** Acts on the whole case without which it comes to no end; all others of them begin something new. */
const NEEDED: readonly string[] = [
  'openInvestigation',
  'reportInvestigation',
  'openPenaltyCase',
  'proposeCriminalTransfer',
  'serveStopOrder',
  'proposeDetentionTransfer',
  'publishDisclosure',
  'closeCase',
];

/** Acts on an item that take it back, or end it early, rather than bring it on. */
const BACK: readonly string[] = [
  'returnClue',
  'withdrawClue',
  'withdrawDisclosure',
  'rejectRectification',
  'withdrawPenaltyCase',
  'terminatePenaltyCase',
  'decideNoPenalty',
  'revokeDailyPenalty',
  'refuseCriminalTransfer',
  'refuseDetentionTransfer',
];

const ENDING: readonly Act[] = CASE_ACTS.filter(({ name, target }) => target !== null || NEEDED.includes(name));
const ONWARD: readonly Act[] = ENDING.filter(({ name }) => !BACK.includes(name));

const SHANDONG = '370000';

/** Acts that only an authority above that of the case may do. */
const SUPERIOR: readonly string[] = ['designateCompetence', 'takeOverPenaltyCase'];

/** Another order with each number, so that of two ways out of a step now this one is taken and now that one. */
const inSomeOrder = <T>(items: readonly T[], seed: number): readonly T[] =>
  items
    .map((item, at) => ({ item, rank: ((at + 1) * 7919 + seed * (at + 3) * 104_729) % 10_007 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);

const mainFunction = ({ by }: Act): OfficialFunction =>
  by.includes('enforcementAgency') ? 'enforcementAgency' : (by[0] ?? 'enforcementAgency');

/** An item needs some acts one after the other; the slow ones stand behind those that they wait for. */
const ROUNDS = 6;

const declared = (name: string): Act => {
  const act = DECLARED.get(name);
  if (act === undefined) throw new RangeError(`no act ${name}`);

  return act;
};

/** What was asked of the law, where the matter stood, and what the law said. */
export interface Step {
  readonly act: string;
  readonly before: Subject;
  readonly decision: Decision;
}

const at = (seconds: number): string =>
  Temporal.Instant.from(NOON).add({ seconds }).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' });

/** One matter, decided and folded in memory alone: thousands of acts a second. */
export class Matter {
  readonly events: RecordedEvent[] = [];
  readonly steps: Step[] = [];
  #subject: Subject = initialSubject('case');
  readonly #parties: ReadonlyMap<string, PartyState>;

  constructor(pick = 1) {
    const lab = { ...this.#input('registerParty', '', 0), name: '某某检测', kind: 'thirdPartyLab' };
    this.#parties = new Map([
      [PARTY, this.#registered(PARTY, this.#input('registerParty', '', 0))],
      [LAB, this.#registered(LAB, lab)],
    ]);
    this.try('reportProblem', '', pick);
  }

  get subject(): Subject {
    return this.#subject;
  }

  get file(): CaseFile {
    const { state } = this.#subject;
    if (!('problems' in state)) throw new RangeError('the case was not opened');

    return state;
  }

  get facts(): Facts<CaseFile> {
    return { ...this.#facts(this.#subject.state, actorOf('enforcementAgency')), state: this.file };
  }

  /** Items on which the act could be done now. */
  targetsOf(act: Act): readonly string[] {
    return act.targets(this.#subject.state);
  }

  /** What the law says to the act, which is not done. */
  ask(name: string, target: string, pick: number): Decision {
    const act = declared(name);

    return decide(act, act.input.parse(this.#input(name, target, pick)), this.#facts(this.#subject.state, this.#actor(act, pick)));
  }

  /** Does the act where the law lets it. */
  try(name: string, target: string, pick: number): Decision {
    const before = this.#subject;
    const decision = this.ask(name, target, pick);
    this.steps.push({ act: name, before, decision });
    if (decision.kind === 'accepted') {
      const actor = this.#actor(declared(name), pick);
      for (const event of decision.events) this.#record(event, actor);
    }

    return decision;
  }

  /** Does one of the acts whose turn it is, whichever the number picks. */
  any(pick: number): Decision | undefined {
    const acts = CASE_ACTS.filter((act) => this.targetsOf(act).length > 0);
    const act = acts[Math.floor(pick / 10) % Math.max(acts.length, 1)];
    if (act === undefined) return undefined;
    const targets = this.targetsOf(act);

    return this.try(act.name, targets[pick % targets.length] ?? '', pick);
  }

  /** Brings what is there to its end as far as the law lets it: each act that begins nothing new is tried on each item, in turns. */
  windUp(pick: number): void {
    const turn = Math.floor(pick / 20);
    const acts = turn % 4 === 0 ? ENDING : ONWARD;
    for (let round = 0; round < ROUNDS && this.file.status === 'open'; round += 1) {
      for (const act of inSomeOrder(acts, turn + round)) {
        for (const target of this.targetsOf(act)) this.try(act.name, target, pick + round);
      }
    }
  }

  #record(event: Pick<RecordedEvent, 'type' | 'payload' | 'occurredAt' | 'basis' | 'evidence'>, actor: Actor): void {
    const revision = this.events.length;
    const recorded: RecordedEvent = {
      ...event,
      id: `event-${revision}`,
      stream: streamOf('case', CASE),
      revision,
      position: revision + 1,
      schemaVersion: 1,
      recordedAt: event.occurredAt,
      actor,
      actId: `act-${this.steps.length}`,
      correlationId: CASE,
      causationId: null,
    };
    this.events.push(recorded);
    this.#subject = evolveSubject(this.#subject, recorded);
  }

  #actor(act: Act, pick: number): Actor {
    const fn: OfficialFunction =
      act.name.endsWith('OutsideTransfer') && act.by.includes('marketRegulator') ? 'marketRegulator' : mainFunction(act);

    const jurisdiction = SUPERIOR.includes(act.name) ? SHANDONG : JINING;

    return actorOf(fn, { person: `${fn}-${pick % 2 === 0 ? 'a' : 'b'}`, jurisdiction });
  }

  #input(name: string, target: string, pick: number): Readonly<Record<string, unknown>> {
    const file = 'problems' in this.#subject.state ? this.#subject.state : undefined;

    return inputOf(name, { file, partyId: PARTY, labId: LAB, target, pick });
  }

  #facts(state: unknown, actor: Actor): Facts<unknown> {
    const now = at(this.steps.length);

    return {
      state,
      actor,
      subject: CASE,
      occurredAt: now,
      now,
      jurisdiction: JINING,
      evidence: [],
      registers: {
        party: (id) => this.#parties.get(id) ?? initialParty,
        outlet: () => initialOutlet,
        case: () => initialCase,
        unit: () => initialUnit,
        person: () => initialPerson,
        interference: () => initialInterference,
        discipline: () => initialDiscipline,
        report: () => initialReport,
      },
    };
  }

  /** A party of the register, by the acts that make it one. */
  #registered(id: string, input: Readonly<Record<string, unknown>>): PartyState {
    const party = this.#folded(id, initialParty, 'registerParty', input);

    return this.#folded(id, party, 'recordLabCertificate', this.#input('recordLabCertificate', '', 0));
  }

  #folded(id: string, state: PartyState, name: string, input: Readonly<Record<string, unknown>>): PartyState {
    const act = declared(name);
    const decision = decide(act, act.input.parse(input), { ...this.#facts(state, actorOf('registrar')), subject: id });
    const events = decision.kind === 'accepted' ? decision.events : [];
    const after = events.reduce<Subject>(
      (before, event) => evolveSubject(before, { ...event, stream: streamOf('party', id) } as RecordedEvent),
      { kind: 'party', state },
    );

    return after.kind === 'party' ? after.state : state;
  }
}
