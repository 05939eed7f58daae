import {
  ACTS,
  FUNCTIONS,
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
import { openKeyVault, type KeyVault } from '../../sealing';
import { EventSourcedDesk } from '../desk';
import { Folder } from '../folder';
import { inputOf, JINING } from './inputs';
import type { Matter } from './matter';

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

type Parties = Pick<Matter, 'partyId' | 'labId'>;

interface Choice {
  readonly act: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

/** Every act on a thing that is there, those of the agency that most things are handed to before all others. */
const DOABLE = ACTS.flatMap(({ kind, acts }) => acts.filter((act) => !act.opens).map((act) => ({ kind, act }))).sort(
  (one, other) => Number(other.act.by.includes('enforcementAgency')) - Number(one.act.by.includes('enforcementAgency')),
);

/** A desk on a real log, with a clock that moves on by a second with each look at it. */
export class Office {
  #seconds = 0;
  #keys = 0;
  readonly #tried = new Map<string, number>();
  readonly desk: EventSourcedDesk;
  readonly #folder: Folder;

  private constructor(
    readonly store: EventStore,
    seals: KeyVault,
  ) {
    this.desk = new EventSourcedDesk({ store, now: () => this.#tick(), seals });
    this.#folder = new Folder(store);
  }

  /** On the embedded log of a folder, or on another one. */
  static async open(folder: string, log: () => Promise<EventStore> = () => openSqliteEventStore({ folder })): Promise<Office> {
    return new Office(await log(), openKeyVault({ folder, suite: 'sha256-ed25519' }));
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
    const { state } = (await this.#folder.fold('case', caseId)).subject;

    return 'problems' in state ? state : undefined;
  }

  async registered(): Promise<Parties> {
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

  async openCase(parties: Parties, pick = 1): Promise<string> {
    return subjectOf(await this.must('reportProblem', null, inputOf('reportProblem', { ...parties, file: undefined, target: '', pick })));
  }

  /** One of the acts that are open on a thing, whichever the number picks, ready to be done. */
  async choice(kind: StreamKind, subject: string, parties: Parties, pick: number): Promise<Choice | undefined> {
    const { state } = (await this.#folder.fold(kind, subject)).subject;
    const acts = DOABLE.filter((each) => each.kind === kind && each.act.targets(state).length > 0);
    // Mostly what was tried least so far: some acts are open at almost any time, and would crowd out those that bring the matter on.
    const tried = (name: string) => this.#tried.get(`${subject}/${name}`) ?? 0;
    const least = Math.min(...acts.map(({ act }) => tried(act.name)));
    const choices = pick % 9 === 0 ? acts : acts.filter(({ act }) => tried(act.name) === least);
    const chosen = choices[Math.floor(pick / 10) % Math.max(choices.length, 1)];
    if (chosen === undefined) return undefined;
    const { name, by } = chosen.act;
    this.#tried.set(`${subject}/${name}`, tried(name) + 1);
    const fn = by.includes('enforcementAgency') ? 'enforcementAgency' : (by[0] ?? 'enforcementAgency');
    const targets = chosen.act.targets(state);
    const target = targets[pick % Math.max(targets.length, 1)] ?? '';
    const file = 'problems' in state ? state : undefined;

    return {
      act: name,
      input: inputOf(name, { ...parties, file, target, pick }),
      actor: actorOf(fn, { person: `${fn}-${pick % 2 === 0 ? 'a' : 'b'}` }),
    };
  }

  /** Does one of the acts that are open on a thing; what comes of it is the law's business. */
  async anyAct(kind: StreamKind, subject: string, parties: Parties, pick: number): Promise<ActOutcome | undefined> {
    const chosen = await this.choice(kind, subject, parties, pick);

    return chosen && this.perform(chosen.act, subject, chosen.input, { actor: chosen.actor });
  }

  #tick(): string {
    this.#seconds += 1;

    return Temporal.Instant.from(NOON)
      .add({ seconds: this.#seconds })
      .toZonedDateTimeISO('Asia/Shanghai')
      .toString({ timeZoneName: 'never' });
  }
}

export const subjectOf = ({ stream }: Receipt): string => stream.slice(stream.indexOf('-') + 1);

export const kindOf = (act: string): StreamKind => KINDS.get(act) ?? 'case';

export const firstFunction = (act: string): OfficialFunction =>
  ACTS.flatMap(({ acts }) => acts).find(({ name }) => name === act)?.by[0] ?? 'enforcementAgency';
