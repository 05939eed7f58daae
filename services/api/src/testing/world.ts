import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventSourcedDesk,
  openKeyVault,
  openSqliteEventStore,
  openSqliteReadStore,
  rebuildProjections,
  type EventStore,
} from '@liuhen/infra';
import { allProjections, knownStandings } from '@liuhen/projections';
import type { GraphContext } from '@liuhen/schema';
import {
  ACTS,
  evolveSubject,
  initialSubject,
  streamOf,
  type Actor,
  type CaseFile,
  type NewEvent,
  type StreamKind,
  type Subject,
} from '@liuhen/workflows';
import { inputOf } from '../../../../infra/src/desk/testing/inputs';
import { actorOf, kindOf, NOON, firstFunction } from '../../../../infra/src/desk/testing/office';

export const HERE = '370800';

/** Where nobody of a test asks from: what is done there is done out of sight. */
const NOWHERE = '540100';

const moment = (seconds: number): string =>
  Temporal.Instant.from(NOON).add({ seconds }).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' });

export interface Deed {
  readonly act: string;
  readonly subject?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly actor?: Actor;
  /** GB/T 2260; every code of the usual area in the input and the actor becomes this one. */
  readonly area?: string;
}

interface Scene {
  readonly partyId: string;
  readonly labId: string;
}

/** Ways in which a world may differ from the first, and how many events each is long. */
export type Lengths = Map<string, number>;

const moved = <T>(value: T, area: string): T => JSON.parse(JSON.stringify(value).replaceAll(`"${HERE}"`, `"${area}"`)) as T;

/**
 * A log that was filled by lawful acts, with a clock that shows nothing but how long it is. Two worlds that differ in a
 * secret alone have the same events at the same positions and moments before and after it, and something out of everybody's
 * sight where the other has the secret.
 */
export class World {
  #fillers = 0;
  #position = 0;
  readonly #tried = new Map<string, number>();
  readonly #reader;
  readonly desk: EventSourcedDesk;

  // eslint-disable-next-line max-params -- private, called once
  private constructor(
    private readonly folder: string,
    readonly store: EventStore,
    private readonly vault: ReturnType<typeof openKeyVault>,
    /** The secret that this world has not, null for none. */
    private readonly without: string | null,
    private readonly lengths: Lengths,
  ) {
    this.#reader = openSqliteReadStore({ folder });
    this.desk = new EventSourcedDesk({ store, now: () => this.now(), seals: vault });
  }

  static async open(without: string | null, lengths: Lengths): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-world-'));

    return new World(folder, await openSqliteEventStore({ folder }), openKeyVault({ folder, suite: 'sha256-ed25519' }), without, lengths);
  }

  get reader(): GraphContext['reader'] {
    return this.#reader;
  }

  readonly collections: readonly string[] = allProjections.map(({ name }) => name);

  now(): string {
    return moment(this.#position);
  }

  async close(): Promise<void> {
    await this.#reader.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async project(): Promise<void> {
    await rebuildProjections({ source: this.store, readStore: this.#reader, projections: allProjections });
  }

  contextOf(actor: Actor): GraphContext {
    return {
      actor,
      desk: new EventSourcedDesk({ store: this.store, now: () => this.now(), standingOf: knownStandings(this.#reader) }),
      reader: this.#reader,
      feed: this.store,
      waitFor: () => Promise.resolve(),
      history: (stream) => this.store.readStream(stream),
      noteRead: () => undefined,
      unseal: (sealed) => this.vault.unseal(sealed),
      now: () => this.now(),
    };
  }

  async try({ act, subject, input = {}, actor = actorOf(firstFunction(act)), area = HERE }: Deed) {
    const request = {
      act,
      subject: subject ?? null,
      // Nothing that differs between two worlds may stand in an id.
      idempotencyKey: `${act}-${this.#position}`,
      expectedRevision: null,
      occurredAt: null,
      evidence: [],
      input: moved(input, area),
    };
    const outcome = await this.desk.perform(request, moved(actor, area));
    this.#position = await this.store.head();

    return outcome;
  }

  /** Does it, and gives the id of what it was done on. */
  async must(deed: Deed): Promise<string> {
    const outcome = await this.try(deed);
    if (outcome.kind !== 'receipt') throw new Error(`${deed.act}: ${JSON.stringify(outcome)}`);

    return outcome.stream.slice(outcome.stream.indexOf('-') + 1);
  }

  async file(caseId: string): Promise<CaseFile | undefined> {
    const { state } = await this.#fold('case', caseId);

    return 'problems' in state ? state : undefined;
  }

  /** A sample of everything that the law lets be done on a thing, each on its items. */
  async walk(kind: StreamKind, subject: string, { scene, area, steps }: { scene: Scene; area: string; steps: number }): Promise<void> {
    const acts = ACTS.filter((group) => group.kind === kind).flatMap((group) => group.acts.filter(({ opens }) => !opens));
    for (let pick = 1; pick <= steps; pick += 1) {
      const { state } = await this.#fold(kind, subject);
      const doable = acts.filter((act) => act.targets(state).length > 0);
      const tried = (name: string) => this.#tried.get(`${subject}/${name}`) ?? 0;
      const [act] = doable.toSorted((one, other) => tried(one.name) - tried(other.name));
      if (act === undefined) return;
      this.#tried.set(`${subject}/${act.name}`, tried(act.name) + 1);
      const targets = act.targets(state);
      const fn = act.by.includes('enforcementAgency') ? 'enforcementAgency' : firstFunction(act.name);
      const file = 'problems' in state ? state : undefined;
      const matter = { ...scene, file, target: targets[pick % targets.length] ?? '', pick };
      await this.try({
        act: act.name,
        subject,
        input: inputOf(act.name, matter),
        area,
        actor: actorOf(fn, { person: `${fn}-${pick % 2}` }),
      });
    }
  }

  /** What a world has, or what is there in its stead: as many events as in the world that was made first. */
  async secret(name: string, work: () => Promise<unknown>): Promise<void> {
    const before = this.#position;
    if (this.without !== name) {
      await work();
      if (this.without === null) this.lengths.set(name, this.#position - before);

      return;
    }
    const length = this.lengths.get(name) ?? 0;
    for (let at = 0; at < length; at += 1) await this.#fill();
  }

  /** One thing here, another there; both of one event. */
  either<T>(name: string, one: T, other: T): T {
    return this.without === name ? other : one;
  }

  async append(stream: string, event: Pick<NewEvent, 'type' | 'payload' | 'actor' | 'id'>): Promise<void> {
    const at = this.now();
    const rest = { schemaVersion: 1, occurredAt: at, recordedAt: at, actId: event.id, correlationId: stream, causationId: null };
    await this.store.append(stream, [{ ...event, ...rest, basis: [], evidence: [] }], 'any');
    this.#position = await this.store.head();
  }

  async #fill(): Promise<void> {
    this.#fillers += 1;
    const id = `filler-${this.#fillers}`;
    await this.append(streamOf('unit', id), {
      id,
      type: 'UnitRegistered',
      payload: { jurisdiction: NOWHERE, name: '某局' },
      actor: actorOf('registrar', { person: 'filler', jurisdiction: NOWHERE }),
    });
  }

  async #fold(kind: StreamKind, id: string): Promise<Subject> {
    const events = await this.store.readStream(streamOf(kind, id));

    return events.reduce(evolveSubject, initialSubject(kind));
  }
}

export { actorOf, inputOf, kindOf };
