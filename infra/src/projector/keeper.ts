import { LiuhenError, type EventFeed, type Position, type Projection } from '@liuhen/workflows';
import { Lease } from '../lease/lease';
import type { LeaseStore } from '../lease/port';
import type { ReadStore } from '../read-store/port';
import { ASTRAY, distrustAstray } from './astray';
import type { Freshness } from './freshness';
import { Projector, type ProjectorLog, type ProjectorOptions } from './projector';
import { outdated, outgrown, rebuildProjections, type RebuildSource } from './rebuild';

export interface KeeperOptions {
  readonly feed: EventFeed & RebuildSource;
  readonly readStore: ReadStore;
  readonly leases: LeaseStore;
  readonly projections: readonly Projection[];
  /** Told how far this process has come; only where it keeps all of them, or nobody could tell for the others. */
  readonly freshness: Freshness;
  /** Who keeps them: a name for people, new with each start. */
  readonly holder: string;
  /** Into how many parts the read models are divided, each kept by one process at a time. */
  readonly partitions?: number;
  /** Milliseconds after which a silent keeper counts as gone. */
  readonly patience?: number;
  /** Takes over at once; for the process that alone may write the log. */
  readonly seize?: boolean;
  readonly onProjected?: ProjectorOptions['onProjected'];
  readonly log: ProjectorLog;
}

interface Partition {
  readonly lease: Lease;
  readonly projections: readonly Projection[];
  projector: Projector | undefined;
  /** Why this program may not keep it: a newer one has written it. */
  tooNew: LiuhenError | undefined;
}

/** One holding of the lease. */
interface Turn {
  readonly signal: AbortSignal;
  readonly token: number;
}

interface Followed {
  readonly projections: readonly Projection[];
  readonly told: ProjectorOptions['told'] | undefined;
}

const divided = (projections: readonly Projection[], into: number): readonly (readonly Projection[])[] =>
  Array.from({ length: into }, (_, part) => projections.filter((__, at) => at % into === part)).filter((part) => part.length > 0);

/** Keeps the read models while it is this process's turn: one keeper of each partition at a time, fenced by its token. */
export class ReadModelKeeper {
  readonly #leave = new AbortController();
  readonly #partitions: readonly Partition[];
  readonly #begun = Promise.withResolvers<undefined>();
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: KeeperOptions) {
    const { leases, holder, log, projections, partitions = 1 } = options;
    const more = { ...(options.patience === undefined ? {} : { patience: options.patience }), seize: options.seize ?? false };
    this.#partitions = divided(projections, partitions).map((part, at, all) => {
      const able = () => this.#able(partition);
      const lease = new Lease({ store: leases, name: `projector-${at + 1}-of-${all.length}`, holder, log, able, ...more });
      const partition: Partition = { lease, projections: part, projector: undefined, tooNew: undefined };

      return partition;
    });
    // Not everybody waits for it.
    this.#begun.promise.catch(() => undefined);
  }

  start(): void {
    this.#running = Promise.all(
      this.#partitions.map((partition) =>
        partition.lease.take((signal, token) => this.#keep(partition, signal, token), this.#leave.signal),
      ),
    );
  }

  /** Settles when this process has begun to keep something; rejects with `STORE_TOO_NEW` where it is its turn and a newer program has. */
  get begun(): Promise<unknown> {
    return this.#begun.promise;
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#running;
  }

  /** Partitions that this process keeps now. */
  get kept(): number {
    return this.#partitions.filter(({ projector }) => projector !== undefined).length;
  }

  /** Last fault of what is kept here, undefined while all is well. */
  get fault(): unknown {
    return this.#partitions.map(({ projector, tooNew }) => projector?.fault ?? tooNew).find((fault) => fault !== undefined);
  }

  async #able(partition: Partition): Promise<boolean> {
    const { readStore, log } = this.options;
    const before = partition.tooNew;
    partition.tooNew = await outgrown(readStore, partition.projections);
    if (partition.tooNew === undefined) return true;
    if (before === undefined) log.error({ err: partition.tooNew }, 'the read models are left to a newer program');
    this.#begun.reject(partition.tooNew);

    return false;
  }

  async #keep(partition: Partition, signal: AbortSignal, token: number): Promise<void> {
    const { feed, readStore, leases, freshness, log } = this.options;
    const { projections } = partition;
    const astray = await distrustAstray(feed, readStore);
    if (astray.length > 0) log.error({ projections: astray }, ASTRAY);
    const stale = await outdated(readStore, projections);
    const names = projections.map(({ name }) => name);
    const inForce = await readStore.claim(names, token);
    if (inForce > token) {
      await leases.raise(inForce);
      throw new LiuhenError('LEASE_LOST', `token ${token}, the read models know ${inForce}`);
    }
    if (stale.length > 0) {
      log.info({ projections: stale.map(({ name }) => name) }, 'read models of another version, or of another history, are rebuilt');
      await this.#rebuild(partition, stale, { signal, token });
    }
    const told = this.#partitions.length === 1 ? (position: Position) => freshness.reached(position) : undefined;
    const following = this.#follow(partition, { projections, told }, { signal, token });
    this.#begun.resolve(undefined);
    await following;
  }

  /** The others are followed meanwhile; nobody is told that all is fresh. */
  async #rebuild(partition: Partition, stale: readonly Projection[], { signal, token }: Turn): Promise<void> {
    const { feed, readStore } = this.options;
    const over = new AbortController();
    const turn = { signal: AbortSignal.any([signal, over.signal]), token };
    const others = partition.projections.filter((projection) => !stale.includes(projection));
    // Whoever follows no longer is no keeper any more, and rebuilds nothing either.
    const following =
      others.length === 0
        ? Promise.resolve()
        : this.#follow(partition, { projections: others, told: undefined }, turn).finally(() => over.abort());
    try {
      await rebuildProjections({ source: feed, readStore, projections: stale, signal: turn.signal });
    } finally {
      over.abort();
      await following;
    }
  }

  async #follow(partition: Partition, { projections, told }: Followed, { signal, token }: Turn): Promise<void> {
    const { feed, readStore, log, onProjected } = this.options;
    const projector = new Projector({
      feed,
      readStore,
      projections,
      log,
      token,
      ...(told === undefined ? {} : { told }),
      ...(onProjected === undefined ? {} : { onProjected }),
    });
    projector.start();
    partition.projector = projector;
    await Promise.race([untilAborted(signal), projector.ended]);
    partition.projector = undefined;
    await projector.stop();
  }
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
