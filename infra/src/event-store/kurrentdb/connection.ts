import { KurrentDBClient, type AllStreamResolvedEvent, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import { LiuhenError } from '@liuhen/workflows';
import type { EventData } from './envelope';
import { currentOf, meaningOf, storeFault } from './faults';
import type { Timing } from './options';
import { backOff, pause, within } from './pause';

/** `unclear`: the server did not say; the events may be written or not. */
export type AppendAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly commit: bigint; readonly prepare: bigint }
  | { readonly kind: 'wrongRevision'; readonly current: number }
  | { readonly kind: 'unclear'; readonly cause: unknown };

type Reading = (client: KurrentDBClient) => AsyncIterable<ResolvedEvent | AllStreamResolvedEvent>;

const connected = (url: string): KurrentDBClient => {
  try {
    return KurrentDBClient.connectionString(url);
  } catch {
    // The library's message shows a part of the address, which may be the password.
    throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_EVENTS: not an address of a KurrentDB or EventStoreDB server');
  }
};

/**
 * Reads, appends and subscriptions each have a client of their own: a client whose first read fails may fail for ever
 * (its reads go through another library than the rest), so that one is made anew without cutting the others off.
 */
export class Connection {
  readonly #url: string;
  /** Those with streams to end at the close; a reader has none. */
  readonly #made = new Set<KurrentDBClient>();
  readonly #closed = new AbortController();
  #reader: KurrentDBClient;
  #writer: KurrentDBClient;
  #subscriber: KurrentDBClient;

  constructor(
    url: string,
    private readonly timing: Timing,
  ) {
    // The older scheme is the same protocol; the library warns of it on the console.
    this.#url = url.replace(/^esdb/, 'kurrentdb');
    this.#reader = connected(this.#url);
    this.#writer = this.#make();
    this.#subscriber = this.#make();
  }

  /** As the server says it, e.g. `23.10.7`; `unknown` for one that cannot tell. */
  serverVersion(): Promise<string> {
    return this.#insist('server version', async () => {
      // The library knows the version and keeps it to itself. A failed answer is kept too, so each try asks a new client.
      const client = connected(this.#url) as unknown as { readonly capabilities: Promise<{ readonly serverVersion: string }> };

      return (await client.capabilities).serverVersion;
    });
  }

  /** All that a read gives; undefined when the stream does not exist. Tried again while the server is away. */
  read(what: string, reading: Reading): Promise<readonly ResolvedEvent[] | undefined> {
    return this.#insist(what, async () => {
      const client = this.#reader;
      try {
        return await collected(reading(client));
      } catch (error) {
        if (meaningOf(error) === 'notFound') return undefined;
        if (meaningOf(error) === 'later' && this.#reader === client) this.#reader = connected(this.#url);
        throw error;
      }
    });
  }

  /** One try, with exact revision (-1: no stream). */
  async append(stream: string, events: readonly EventData[], revision: number): Promise<AppendAnswer> {
    const client = this.#writer;
    try {
      const { nextExpectedRevision, position } = await within(
        this.timing.deadline,
        client.appendToStream(stream, [...events], {
          streamState: revision < 0 ? 'no_stream' : BigInt(revision),
          requiresLeader: true,
          deadline: this.timing.deadline,
        }),
      );
      const { commit, prepare } = position ?? { commit: 0n, prepare: 0n };

      return { kind: 'written', revision: Number(nextExpectedRevision), commit, prepare };
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning === 'wrongRevision') return { kind: 'wrongRevision', current: currentOf(error) };
      if (meaning !== 'later') throw storeFault(error, stream);
      this.#replaceWriter(client);

      return { kind: 'unclear', cause: error };
    }
  }

  get subscriber(): KurrentDBClient {
    return this.#subscriber;
  }

  /** After a subscription of this client failed. Others go on with theirs until it fails too. */
  replaceSubscriber(failed: KurrentDBClient): void {
    if (this.#subscriber === failed && !this.#closed.signal.aborted) this.#subscriber = this.#make();
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled([...this.#made].map((client) => client.dispose()));
  }

  /** Cancels what the old client still waits for; each of those is told `unclear` and comes again. */
  #replaceWriter(failed: KurrentDBClient): void {
    if (this.#writer !== failed || this.#closed.signal.aborted) return;
    this.#writer = this.#make();
    this.#made.delete(failed);
    void failed.dispose();
  }

  #make(): KurrentDBClient {
    const client = connected(this.#url);
    this.#made.add(client);

    return client;
  }

  async #insist<T>(what: string, once: () => Promise<T>): Promise<T> {
    const end = performance.now() + this.timing.patience;
    for (let tries = 0; ; tries += 1) {
      if (this.#closed.signal.aborted) throw new LiuhenError('SHUTTING_DOWN', 'event store');
      try {
        return await within(this.timing.deadline, once());
      } catch (error) {
        const wait = backOff(tries);
        if (error instanceof LiuhenError || meaningOf(error) !== 'later' || performance.now() + wait > end) throw storeFault(error, what);
        await pause(wait, this.#closed.signal);
      }
    }
  }
}

const collected = async (events: AsyncIterable<ResolvedEvent>): Promise<readonly ResolvedEvent[]> => {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);

  return all;
};
