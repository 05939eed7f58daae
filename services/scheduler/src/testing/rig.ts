import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, openSqliteReadStore, Projector, type EventStore, type ReadStore } from '@liuhen/infra';
import { calendars, obligations, type ObligationDocument } from '@liuhen/projections';
import { START, type DomainEvent, type NewEvent, type RecordedEvent } from '@liuhen/workflows';
import { ClockPass, type ClockPorts } from '../pass';

const silent = { info: () => undefined, error: () => undefined };

const PATIENCE = 10_000;

const MODELS = [obligations, calendars];

export interface Happened extends DomainEvent {
  readonly stream?: string;
  /** When it happened, and was put on record unless `recordedAt` says otherwise. */
  readonly at: string;
  readonly recordedAt?: string;
  readonly jurisdiction?: string;
  readonly function?: NewEvent['actor']['function'];
}

/** A log with its read models in a folder of their own, and a clock that stands where it is set. */
export class Rig {
  now = '2024-08-01T00:00:00+08:00';
  #count = 0;
  #store!: EventStore;
  #readStore!: ReadStore;
  #projector!: Projector;

  private constructor(readonly folder: string) {}

  static async open(): Promise<Rig> {
    const rig = new Rig(mkdtempSync(join(tmpdir(), 'liuhen-clock-')));
    await rig.#up();

    return rig;
  }

  async #up(): Promise<void> {
    const { folder } = this;
    this.#store = await openSqliteEventStore({ folder });
    this.#readStore = openSqliteReadStore({ folder });
    for (const projection of MODELS) await this.#readStore.ensure(projection);
    this.#projector = new Projector({ feed: this.#store, readStore: this.#readStore, projections: MODELS, log: silent });
    this.#projector.start();
  }

  async #down(): Promise<void> {
    await this.#projector.stop();
    await this.#readStore.close();
    await this.#store.close();
  }

  /** As after a stop of the program: nothing is left but what is on the disk. */
  async restart(): Promise<void> {
    await this.#down();
    await this.#up();
  }

  async close(): Promise<void> {
    await this.#down();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get store(): EventStore {
    return this.#store;
  }

  ports(over: Partial<ClockPorts> = {}): ClockPorts {
    return {
      store: this.#store,
      reader: this.#readStore,
      waitFor: (position) => this.#projector.waitFor(position, PATIENCE),
      now: () => this.now,
      ...over,
    };
  }

  async happen(...happened: readonly Happened[]): Promise<void> {
    for (const {
      type,
      payload,
      stream = 'case-1',
      at,
      recordedAt = at,
      jurisdiction = '370800',
      function: fn = 'enforcementAgency',
    } of happened) {
      this.#count += 1;
      const id = `event-${this.#count}`;
      const actor = { person: 'p', name: '某某', organisation: '某局', office: '某科', function: fn, jurisdiction };
      const event: NewEvent = {
        ...{ type, payload, id, schemaVersion: 1, occurredAt: at, recordedAt, actor, actId: id },
        ...{ correlationId: stream, causationId: null, basis: [], evidence: [] },
      };
      await this.#store.append(stream, [event], 'any');
    }
  }

  /** One look at the clock, at a moment. */
  async look(now: string, over: Partial<ClockPorts> = {}): Promise<void> {
    this.now = now;
    await new ClockPass(this.ports(over)).run(new AbortController().signal);
  }

  /** What the clock has said so far, in the order of the log. */
  async said(): Promise<readonly RecordedEvent[]> {
    return (await this.#store.readAll(START, 100_000)).filter(({ stream }) => stream.startsWith('clock-'));
  }

  async duty(kind: string): Promise<ObligationDocument | undefined> {
    await this.#projector.waitFor(await this.#store.head(), PATIENCE);
    const { rows } = await this.#readStore.find<ObligationDocument>('obligations', {
      filters: [{ field: 'kind', op: 'eq', value: kind }],
      orderBy: 'dueOn',
      direction: 'asc',
      first: 1,
    });

    return rows[0]?.document;
  }
}

/** `<moment> <what> <kind of duty>` of each, as one reads a protocol. */
export const protocol = (events: readonly RecordedEvent[]): readonly string[] =>
  events.map(({ type, occurredAt, payload }) => {
    const { kind, level } = payload as { readonly kind: string; readonly level?: number };

    return `${occurredAt.slice(0, 16)} ${type.replace('Obligation', '')}${level ?? ''} ${kind}`;
  });
