import {
  ACTS,
  evolveSubject,
  FUNCTIONS,
  initialSubject,
  streamOf,
  type ActOutcome,
  type ActRequest,
  type Actor,
  type CaseFile,
  type OfficialFunction,
  type Receipt,
  type StreamKind,
} from '@liuhen/workflows';
import { openSqliteEventStore } from '../../event-store';
import type { EventStore } from '../../event-store/port';
import { EventSourcedDesk } from '../desk';
import { inputOf, JINING } from './inputs';
import type { Matter } from './matter';

/** Acts that are open at almost any time. */
const EVERGREEN: readonly string[] = [
  'addProblem',
  'closeCase',
  'resumeInvestigation',
  'withdrawDisclosure',
  'withdrawPenaltyCase',
  'transferClue',
  'sealEvidence',
  'recordSiteInspection',
  'recordMonitoringReport',
  'handOverEvidence',
];

export const NOON = '2024-09-10T12:00:00+08:00';

const KINDS: ReadonlyMap<string, StreamKind> = new Map(ACTS.flatMap(({ kind, acts }) => acts.map((act) => [act.name, kind] as const)));

export const actorOf = (fn: OfficialFunction, over: Partial<Actor> = {}): Actor => ({
  person: `${fn}-a`,
  name: '某某',
  organisation: `济宁市${FUNCTIONS[fn]}`,
  office: '一科',
  function: fn,
  jurisdiction: JINING,
  ...over,
});

export const requestOf = (act: string, subject: string | null, input: unknown, over: Partial<ActRequest> = {}): ActRequest => ({
  act,
  subject,
  idempotencyKey: `${act}-${String(subject)}`,
  expectedRevision: null,
  occurredAt: null,
  evidence: [],
  input,
  ...over,
});

/** A desk on a real log, with a clock that moves on by a second with each look at it. */
export class Office {
  #seconds = 0;
  #keys = 0;
  readonly desk: EventSourcedDesk;

  private constructor(readonly store: EventStore) {
    this.desk = new EventSourcedDesk({ store, now: () => this.#tick() });
  }

  static async open(folder: string): Promise<Office> {
    return new Office(await openSqliteEventStore({ folder }));
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** Does an act as the first function that it belongs to, under a key of its own unless one is given. */
  perform(
    act: string,
    subject: string | null,
    input: unknown,
    { actor, ...over }: Partial<ActRequest> & { readonly actor?: Actor } = {},
  ): Promise<ActOutcome> {
    this.#keys += 1;

    return this.desk.perform(
      requestOf(act, subject, input, { idempotencyKey: `key-${this.#keys}`, ...over }),
      actor ?? actorOf(firstFunction(act)),
    );
  }

  async must(...[act, subject, input, over]: Parameters<Office['perform']>): Promise<Receipt> {
    const outcome = await this.perform(act, subject, input, over);
    if (outcome.kind !== 'receipt') throw new Error(`${act}: ${JSON.stringify(outcome)}`);

    return outcome;
  }

  async file(caseId: string): Promise<CaseFile | undefined> {
    const { state } = (await this.store.readStream(streamOf('case', caseId))).reduce(evolveSubject, initialSubject('case'));

    return 'problems' in state ? state : undefined;
  }

  async registered(): Promise<Pick<Matter, 'partyId' | 'labId'>> {
    const nobody: Matter = { file: undefined, partyId: '', labId: '', target: '', pick: 0 };
    const partyId = subjectOf(await this.must('registerParty', null, inputOf('registerParty', nobody)));
    const labId = subjectOf(
      await this.must('registerParty', null, { ...inputOf('registerParty', nobody), name: '某某检测', kind: 'thirdPartyLab' }),
    );
    await this.must('registerOutlet', partyId, inputOf('registerOutlet', { ...nobody, partyId }));
    await this.must('registerDevice', partyId, inputOf('registerDevice', { ...nobody, partyId }));
    await this.must('recordLabCertificate', labId, inputOf('recordLabCertificate', nobody));

    return { partyId, labId };
  }

  async openCase(parties: Pick<Matter, 'partyId' | 'labId'>, pick = 1): Promise<string> {
    return subjectOf(await this.must('reportProblem', null, inputOf('reportProblem', { ...parties, file: undefined, target: '', pick })));
  }

  /** Does one of the acts that are open on a thing, whichever the number picks; what comes of it is the law's business. */
  async anyAct(
    kind: StreamKind,
    subject: string,
    parties: Pick<Matter, 'partyId' | 'labId'>,
    pick: number,
  ): Promise<ActOutcome | undefined> {
    const functions = functionsOf(kind);
    const open = await Promise.all(
      functions.map(async (fn) => {
        const actor = actorOf(fn, { person: `${fn}-${pick % 2 === 0 ? 'a' : 'b'}` });
        const options = await this.desk.availableActs(kind, subject, actor);

        return options.filter((option) => option.open).map((option) => ({ actor, option }));
      }),
    );
    // Each act once, by the agency that most things are handed to where it is its act.
    const all = open.flat().sort((one, two) => Number(isAgency(two.actor)) - Number(isAgency(one.actor)));
    const acts = all.filter(({ option }, at) => all.findIndex((other) => other.option.act === option.act) === at);
    // Mostly those that bring the matter on.
    const onward = acts.filter(({ option }) => !EVERGREEN.includes(option.act));
    const choices = onward.length > 0 && pick % 9 !== 0 ? onward : acts;
    const chosen = choices[Math.floor(pick / 10) % Math.max(choices.length, 1)];
    if (chosen === undefined) return undefined;
    const { actor, option } = chosen;
    const target = option.targets[pick % Math.max(option.targets.length, 1)] ?? '';
    const file = kind === 'case' ? await this.file(subject) : undefined;

    return this.perform(option.act, subject, inputOf(option.act, { ...parties, file, target, pick }), { actor });
  }

  #tick(): string {
    this.#seconds += 1;

    return Temporal.Instant.from(NOON)
      .add({ seconds: this.#seconds })
      .toZonedDateTimeISO('Asia/Shanghai')
      .toString({ timeZoneName: 'never' });
  }
}

/** Functions that have any act on such a thing; the others would be denied each of them. */
const functionsOf = (kind: StreamKind): readonly OfficialFunction[] => [
  ...new Set(ACTS.filter((group) => group.kind === kind).flatMap(({ acts }) => acts.flatMap(({ by }) => by))),
];

const isAgency = (actor: Actor): boolean => actor.function === 'enforcementAgency';

export const subjectOf = ({ stream }: Receipt): string => stream.slice(stream.indexOf('-') + 1);

export const kindOf = (act: string): StreamKind => KINDS.get(act) ?? 'case';

export const firstFunction = (act: string): OfficialFunction =>
  ACTS.flatMap(({ acts }) => acts).find(({ name }) => name === act)?.by[0] ?? 'enforcementAgency';
