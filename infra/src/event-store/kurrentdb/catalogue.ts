import type { ResolvedEvent } from '@kurrent/kurrentdb-client';
import { LiuhenError, START } from '@liuhen/workflows';
import type { Connection } from './connection';
import { commitOf, readOf, type Foreign, type Stored } from './envelope';
import type { IdIndex, Indexed } from './id-index';
import type { StoreLog } from './options';
import { startAt, type Place } from './position';
import { truncatingSettings } from './stream-settings';
import { DEPLOYMENT_STREAM, EVERYTHING } from './streams';

/** Events read at once while the index catches up. */
const PAGE = 2_000;

/** Foreign events told one by one; more of them are only counted. */
const TOLD = 100;

/** They are counted up to here: each id is remembered, so that one that is met again is not counted again. */
const COUNTED = 10_000;

interface Seen {
  readonly indexed: Indexed[];
  readonly settings: { stream: string; settings: string }[];
  mark: Place;
}

/** Keeps the index of ids up to the log, on demand: whoever asks after an append was acknowledged anywhere sees it. */
export class Catalogue {
  readonly #foreign = new Set<string>();
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  /** The end of the whole log as it was before the last reading began. */
  #tip: Place = START;

  constructor(
    private readonly connection: Connection,
    readonly index: IdIndex,
    private readonly log: StoreLog,
  ) {}

  /** Number of events met that this system did not write, counted up to `COUNTED`. */
  get foreign(): number {
    return this.#foreign.size;
  }

  /** Settles when everything is indexed that was in the log when it was called. Those who ask together share one reading. */
  catchUp(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#read().finally(() => {
        this.#running = undefined;
      });

      return this.#running;
    }
    // The reading under way may have passed the place already that the caller has to see.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;

        return this.catchUp();
      });

    return this.#next;
  }

  /** The event with an id, wherever it stands. */
  async find(id: string): Promise<Stored | undefined> {
    if (this.index.placeOf(id) === undefined) await this.catchUp();
    const place = this.index.placeOf(id);

    return place === undefined ? undefined : this.#at(id, place);
  }

  /** The index was made from this very log, or it is of no use. */
  async verify(deployment: string): Promise<void> {
    const { head, positions } = this.index;
    if (head === START) return;
    const [found] = (await this.#page(this.index.lastPlace(head), 1)) ?? [];
    const read = found === undefined ? undefined : readOf(found, positions);
    const same =
      read?.kind === 'ours' && read.stored.event.position === head && this.index.placeOf(read.stored.event.id) === read.stored.place;
    if (!same) this.index.clear(deployment);
  }

  /** Sets an event aside that is not ours: told once, kept out of everything that is derived from the log. */
  setAside(foreign: Foreign): void {
    if (this.#foreign.size >= COUNTED || this.#foreign.has(foreign.serverId)) return;
    this.#foreign.add(foreign.serverId);
    if (this.#foreign.size <= TOLD) this.log.error({ ...foreign }, 'an event in the log was not written by this system and is set aside');
  }

  async #at(id: string, place: Place): Promise<Stored> {
    const [found] = (await this.#page(place, 1)) ?? [];
    const read = found === undefined ? undefined : readOf(found, this.index.positions);
    if (read?.kind === 'ours' && read.stored.event.id === id) return read.stored;
    throw new LiuhenError('STORE_CORRUPT', `the event ${id} is no longer at position ${place}`);
  }

  #page(from: Place, maxCount: number): Promise<readonly ResolvedEvent[] | undefined> {
    return this.connection.read('log', (client, as) =>
      client.readAll({ fromPosition: startAt(from), filter: EVERYTHING, maxCount, ...as }),
    );
  }

  async #read(): Promise<void> {
    const tip = this.#tip;
    let news = false;
    for (;;) {
      const events = (await this.#page(this.index.mark, PAGE)) ?? [];
      const seen: Seen = { indexed: [], settings: [], mark: this.index.mark };
      for (const event of events) this.#take(event, seen);
      news ||= seen.mark > this.index.mark;
      this.index.add({ events: seen.indexed, settings: seen.settings, mark: seen.mark });
      if (events.length < PAGE) break;
    }
    this.index.add({ events: [], settings: [], mark: tip });
    // Only the server's own records came: the next reading must not go over them again.
    if (!news) await this.#readTip();
  }

  async #readTip(): Promise<void> {
    const [last] =
      (await this.connection.read('end of the log', (client, as) =>
        client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1, ...as }),
      )) ?? [];
    this.#tip = last === undefined ? START : commitOf(last);
  }

  #take(resolved: ResolvedEvent, seen: Seen): void {
    const { event } = resolved;
    const at = commitOf(resolved);
    if (event === undefined || at <= this.index.mark) return;
    seen.mark = Math.max(seen.mark, at);
    const settings = settingsIn(event);
    if (settings !== undefined) seen.settings.push(settings);
    if (event.streamId.startsWith('$$') || event.streamId === DEPLOYMENT_STREAM) return;
    const read = readOf(resolved, this.index.positions);
    if (read?.kind === 'foreign') this.setAside(read.foreign);
    if (read?.kind !== 'ours') return;
    const {
      event: { id, stream: name, revision, position },
      place,
    } = read.stored;
    seen.indexed.push({ id, stream: name, revision, position, place });
  }
}

/** What an event says of the settings of a stream, or of its end. */
const settingsIn = ({ streamId, type, data }: NonNullable<ResolvedEvent['event']>): Seen['settings'][number] | undefined => {
  if (type === '$streamDeleted') return { stream: streamId, settings: 'deleted' };

  return type === '$metadata' && streamId.startsWith('$$') ? { stream: streamId.slice(2), settings: truncatingSettings(data) } : undefined;
};
