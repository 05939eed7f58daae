import { KurrentDBClient, type AllStreamResolvedEvent, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import { LiuhenError } from '@liuhen/workflows';
import type { EventData } from './envelope';
import { currentOf, meaningOf, storeFault } from './faults';
import type { Timing } from './options';
import { backOff, NoAnswer, pause, within } from './pause';

/** `unclear`: the server did not say; the events may be written or not. */
export type AppendAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly commit: bigint; readonly prepare: bigint }
  | { readonly kind: 'wrongRevision'; readonly current: number }
  | { readonly kind: 'unclear'; readonly cause: unknown };

/** What every read asks for: the leader's word, as the user of the address. */
export interface ReadWith {
  readonly requiresLeader: true;
  readonly credentials?: { readonly username: string; readonly password: string };
}

type Reading = (client: KurrentDBClient, as: ReadWith) => AsyncIterable<ResolvedEvent | AllStreamResolvedEvent>;

const connected = (url: string): KurrentDBClient => {
  try {
    return KurrentDBClient.connectionString(url);
  } catch {
    // The library's message shows a part of the address, which may be the password.
    throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_EVENTS: not an address of a KurrentDB or EventStoreDB server');
  }
};

/** The library that reads takes user and password from the address as they are written there, not as they are meant. */
const readWith = (url: string): ReadWith => {
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]*)@/.exec(url) ?? [];

  return username === undefined || password === undefined
    ? { requiresLeader: true }
    : { requiresLeader: true, credentials: { username: decodeURIComponent(username), password: decodeURIComponent(password) } };
};

/**
 * Reads, appends and subscriptions each have a client of their own: a client whose first read fails may fail for ever
 * (its reads go through another library than the rest), so that one is made anew without cutting the others off.
 */
export class Connection {
  readonly #url: string;
  readonly #readWith: ReadWith;
  /** Those with streams to end at the close; a reader has none. */
  readonly #made = new Set<KurrentDBClient>();
  /** How many subscriptions each has under way. */
  readonly #subscriptions = new Map<KurrentDBClient, number>();
  readonly #closed = new AbortController();
  /** Reads in a row that got no answer. */
  #silent = 0;
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
    this.#readWith = readWith(this.#url);
    this.#writer = this.#make();
    this.#subscriber = this.#make();
  }

  /** As the server says it, e.g. `23.10.7`; `unknown` for one that cannot tell. */
  serverVersion(): Promise<string> {
    return this.#insist('server version', async () => {
      // The library knows the version and keeps it to itself. A failed answer is kept too, so each try asks a new client.
      const client = connected(this.#url) as unknown as { readonly capabilities: Promise<{ readonly serverVersion: string }> };

      return (await within(this.timing.deadline, client.capabilities)).serverVersion;
    });
  }

  /** All that a read gives; undefined when the stream does not exist. Tried again while the server is away. */
  read(what: string, reading: Reading): Promise<readonly ResolvedEvent[] | undefined> {
    return this.#insist(what, async () => {
      const client = this.#reader;
      try {
        const events = await within(this.timing.deadline, collected(reading(client, this.#readWith)));
        this.#silent = 0;

        return events;
      } catch (error) {
        if (meaningOf(error) === 'notFound') return undefined;
        if (meaningOf(error) === 'later') this.#readFailed(client, error);
        throw error;
      }
    });
  }

  /** One try, with exact revision (-1: no stream). */
  async append(stream: string, events: readonly EventData[], revision: number): Promise<AppendAnswer> {
    const client = this.#writer;
    try {
      const { success, nextExpectedRevision, position } = await within(
        this.timing.deadline,
        client.appendToStream(stream, [...events], {
          streamState: revision < 0 ? 'no_stream' : BigInt(revision),
          requiresLeader: true,
          deadline: this.timing.deadline,
        }),
      );
      if (success && position !== undefined) return { kind: 'written', revision: Number(nextExpectedRevision), ...position };

      // No refusal and no acknowledgement either: only the log knows, and the revision told beside it is not to be relied on.
      return { kind: 'wrongRevision', current: await this.#lastOf(stream) };
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning === 'wrongRevision') return { kind: 'wrongRevision', current: currentOf(error) };
      if (meaning !== 'later') throw storeFault(error, stream);
      this.#replaceWriter(client);

      return { kind: 'unclear', cause: error };
    }
  }

  async #lastOf(stream: string): Promise<number> {
    const [last] =
      (await this.read(stream, (client, as) =>
        client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1, ...as }),
      )) ?? [];

    return Number(last?.event?.revision ?? -1);
  }

  /** Clients whose streams are to be ended at the close. */
  get held(): number {
    return this.#made.size;
  }

  /** A client for one subscription, to be given back when that has ended. */
  lend(): KurrentDBClient {
    const client = this.#subscriber;
    this.#subscriptions.set(client, (this.#subscriptions.get(client) ?? 0) + 1);

    return client;
  }

  /** A client whose subscription failed is lent no more. Others go on with theirs until it fails too; the last one lets go of it. */
  giveBack(client: KurrentDBClient, { failed }: { readonly failed: boolean }): void {
    const left = (this.#subscriptions.get(client) ?? 1) - 1;
    if (left > 0) this.#subscriptions.set(client, left);
    else this.#subscriptions.delete(client);
    if (this.#closed.signal.aborted) return;
    if (failed && this.#subscriber === client) this.#subscriber = this.#make();
    if (left === 0 && this.#subscriber !== client) this.#letGo(client);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled([...this.#made].map((client) => client.dispose()));
  }

  /** A first time without an answer may be the server's; after a second one the client is taken for stuck. */
  #readFailed(client: KurrentDBClient, error: unknown): void {
    if (this.#reader !== client) return;
    this.#silent += 1;
    if (error instanceof NoAnswer && this.#silent < 2) return;
    this.#silent = 0;
    this.#reader = connected(this.#url);
  }

  /** Cancels what the old client still waits for; each of those is told `unclear` and comes again. */
  #replaceWriter(failed: KurrentDBClient): void {
    if (this.#writer !== failed || this.#closed.signal.aborted) return;
    this.#writer = this.#make();
    this.#letGo(failed);
  }

  #letGo(client: KurrentDBClient): void {
    this.#made.delete(client);
    void client.dispose();
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
        return await once();
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
