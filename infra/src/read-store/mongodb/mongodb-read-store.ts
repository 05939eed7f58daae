import type { Collection } from 'mongodb';
import {
  LiuhenError,
  START,
  type Document,
  type Filter,
  type Page,
  type PageRequest,
  type Position,
  type Projection,
} from '@liuhen/workflows';
import { AtOnce } from '../../mongodb/at-once';
import { connectMongo, tieToLog, type MongoConnection, type MongoOptions } from '../../mongodb/connect';
import { explained, isDuplicate } from '../../mongodb/fault';
import {
  DISTRUSTED,
  type Applied,
  type Batch,
  type Known,
  type Reached,
  type ReadStore,
  type Rebuild,
  type Standing,
  type SwapLeave,
} from '../port';
import { tooNew } from '../too-new';
import { chunksOf, inTurn, MongoDocuments } from './collection';
import { Generations, newName, rowOf, standingOf, type StandingRow } from './generations';
import { mongoRebuild } from './rebuild';

/** Milliseconds for which a reader may believe that the live generation is still the same. */
const BELIEF = 250;

/** Of the documents that many events touch, a large batch writes only the last version. */
const BATCH = 10_000;

interface Believed {
  readonly documents: MongoDocuments;
  readonly until: number;
}

/**
 * Read models on MongoDB, without transactions or change streams. Documents are merged first, the checkpoint is written
 * last; a batch that was cut short is folded again from the old checkpoint, and each document knows what it has seen.
 */
class MongoReadStore implements ReadStore {
  readonly batch = BATCH;
  readonly #standings: Collection<StandingRow>;
  readonly #believed = new Map<string, Believed>();
  readonly #generations: Generations;
  /** What is built beside the live documents: a swap of all of them at once would keep the one who follows from writing. */
  readonly #beside: AtOnce;
  #closed = false;

  constructor(private readonly connection: MongoConnection) {
    this.#generations = new Generations(connection.db);
    this.#beside = new AtOnce(connection.capacity.commands);
    this.#standings = connection.db.collection<StandingRow>('standings');
  }

  ensure(projection: Projection): Promise<void> {
    return this.#answer(async () => {
      const { name, version } = projection;
      const known = await this.#standings.findOne({ _id: name });
      const collection = known?.collection ?? newName(name);
      await this.#documents(collection).createIndexes(projection);
      if (known !== null) return;
      try {
        await this.#standings.insertOne({ _id: name, version, generation: 1, checkpoint: START, collection, token: 0 });
      } catch (error) {
        // Another process of the same start was faster.
        if (!isDuplicate(error)) throw error;
        await this.#documents(collection).drop();
      }
    });
  }

  standing(projection: string): Promise<Standing> {
    return this.#answer(async () => standingOf(await this.#row(projection)));
  }

  standings(): Promise<ReadonlyMap<string, Standing>> {
    return this.#answer(async () => new Map((await this.#standings.find().toArray()).map((row) => [row._id, standingOf(row)])));
  }

  distrust(projection: string, generation: number): Promise<void> {
    return this.#answer(async () => {
      await this.#standings.updateOne({ _id: projection, generation }, { $set: { version: DISTRUSTED, checkpoint: START } });
    });
  }

  checkpoint(projections: readonly string[]): Promise<Position> {
    return this.#answer(async () => Math.min(...[...(await this.#rows(projections)).values()].map(({ checkpoint }) => checkpoint)));
  }

  load(projection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    return this.#answer(async () => this.#documents((await this.#row(projection)).collection).load(keys));
  }

  apply(batches: readonly Batch[], token = 0): Promise<readonly Applied[]> {
    return this.#answer(async () => {
      const rows = await this.#rows(batches.map(({ projection }) => projection));
      const due = batches.filter((batch) => verdictOn(batch, rows.get(batch.projection), token) === undefined);
      const changed = due.filter(({ changes }) => changes.length > 0);
      await inTurn(this.connection.capacity.commands, changed, async ({ projection, changes, checkpoint }) => {
        const collection = rows.get(projection)?.collection;
        if (collection !== undefined) await this.#documents(collection).merge(changes, checkpoint);
      });
      if (due.length === 0) return batches.map((batch) => verdictOn(batch, rows.get(batch.projection), token) ?? 'done');

      return this.#advance(batches, due, token);
    });
  }

  claim(projections: readonly string[], token: number): Promise<number> {
    return this.#answer(async () => {
      const names = [...projections];
      await this.#standings.updateMany({ _id: { $in: names }, token: { $lt: token } }, { $set: { token } });
      const rows = await this.#rows(names);
      await this.#generations.sweep(names);

      return Math.max(...[...rows.values()].map((row) => row.token));
    });
  }

  belongTo(firstEvent: string | undefined): Promise<void> {
    return this.#answer(() => tieToLog(this.connection, firstEvent));
  }

  clock(): Promise<number> {
    return this.#answer(() => this.connection.clock());
  }

  get<D extends Document>(collection: string, key: string): Promise<D | undefined> {
    return this.#read(
      collection,
      async (documents) => (await documents.get(key)) as D | undefined,
      (answer) => answer === undefined,
    );
  }

  find<D extends Document>(collection: string, request: PageRequest): Promise<Page<D>> {
    return this.#read(
      collection,
      (documents) => documents.find<D>(request),
      ({ rows }) => rows.length === 0,
    );
  }

  count(collection: string, filters: readonly Filter[], limit: number): Promise<number> {
    return this.#read(
      collection,
      (documents) => documents.count(filters, limit),
      (answer) => answer === 0,
    );
  }

  rebuild(projection: Projection): Promise<Rebuild> {
    const beside = <T>(request: () => Promise<T>): Promise<T> => this.#answer(() => this.#beside.run(request));

    return beside(async () => {
      await this.#row(projection.name);
      const collection = newName(projection.name);
      await this.#generations.begin(collection);

      return mongoRebuild(this.#documents(collection), {
        swap: (next, at) => this.#swap(projection, next, at),
        abandon: (next) => this.#generations.abandon(next.name),
        answer: beside,
      });
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.connection.close();
  }

  /** The checkpoint moves only under the token and on the generation that the documents were written for. */
  async #advance(batches: readonly Batch[], due: readonly Batch[], token: number): Promise<readonly Applied[]> {
    let matched = 0;
    for (const chunk of chunksOf(due, this.connection.capacity.writes)) {
      const { matchedCount } = await this.#standings.bulkWrite(
        chunk.map(({ projection, generation, checkpoint, event }) => ({
          updateOne: {
            filter: {
              _id: projection,
              generation,
              version: { $ne: DISTRUSTED },
              token: { $lte: token },
              checkpoint: { $lt: checkpoint },
            },
            update: { $set: rowOf({ checkpoint, event }) },
          },
        })),
        { ordered: false },
      );
      matched += matchedCount;
    }
    if (matched === due.length && due.length === batches.length) return batches.map(() => 'done');
    const rows = await this.#rows(batches.map(({ projection }) => projection));

    return batches.map((batch) => verdictOn(batch, rows.get(batch.projection), token) ?? 'moved');
  }

  async #swap(projection: Projection, next: MongoDocuments, at: Reached & SwapLeave): Promise<boolean> {
    const { name, version } = projection;
    await next.createIndexes(projection);
    if (isBehind(at, await this.#row(name))) return false;
    await this.#generations.seal(next.name);
    for (;;) {
      const live = await this.#row(name);
      if (live.version > version && at.evenOlder !== true) throw tooNew(name, live, projection);
      if (isBehind(at, live)) {
        await this.#generations.unseal(next.name);

        return false;
      }
      const { modifiedCount } = await this.#standings.updateOne(
        // A newer version can only come with a collection of its own.
        { _id: name, collection: live.collection, ...(at.evenBehind === true ? {} : { checkpoint: { $lte: at.checkpoint } }) },
        { $set: { version, generation: live.generation + 1, collection: next.name, ...rowOf(at) } },
      );
      if (modifiedCount === 0) continue;
      this.#believed.delete(name);
      await this.#generations.swapped(next.name, live.collection);

      return true;
    }
  }

  #documents(collection: string): MongoDocuments {
    return new MongoDocuments(this.connection.db, collection, this.connection.capacity);
  }

  async #rows(names: readonly string[]): Promise<ReadonlyMap<string, StandingRow>> {
    const rows = await this.#standings.find({ _id: { $in: [...names] } }).toArray();
    const known = new Map(rows.map((row) => [row._id, row]));
    const missing = names.find((name) => !known.has(name));
    if (missing !== undefined) throw new LiuhenError('INTERNAL', `no collection ${missing}`);

    return known;
  }

  async #row(name: string): Promise<StandingRow> {
    const row = await this.#standings.findOne({ _id: name });
    if (row === null) throw new LiuhenError('INTERNAL', `no collection ${name}`);

    return row;
  }

  /** An empty answer may only mean that the generation believed in is gone: it is asked again of the present one. */
  #read<T>(name: string, ask: (documents: MongoDocuments) => Promise<T>, isEmpty: (answer: T) => boolean): Promise<T> {
    return this.#answer(async () => {
      const believed = this.#believed.get(name);
      if (believed !== undefined && believed.until > performance.now()) {
        const answer = await ask(believed.documents);
        if (!isEmpty(answer)) return answer;
      }
      const documents = this.#documents((await this.#row(name)).collection);
      const answer = await ask(documents);
      this.#believed.set(name, { documents, until: performance.now() + BELIEF });

      return answer;
    });
  }

  #answer<T>(request: () => Promise<T>): Promise<T> {
    return this.#closed ? Promise.reject(new LiuhenError('SHUTTING_DOWN', 'read store')) : explained(request);
  }
}

/** The live documents have seen more, and their readers are not to go back. */
const isBehind = (at: Reached & SwapLeave, live: Pick<Reached, 'checkpoint'>): boolean =>
  live.checkpoint > at.checkpoint && at.evenBehind !== true;

/** Why a batch is not written, `done` where it was before; undefined where it is due. */
const verdictOn = ({ generation, checkpoint }: Batch, row: StandingRow | undefined, token: number): Applied | undefined => {
  if (row !== undefined && row.token > token) return 'fenced';
  if (row?.generation !== generation || row.version === DISTRUSTED) return 'moved';

  return row.checkpoint >= checkpoint ? 'done' : undefined;
};

/** Opens the read models of a deployment on MongoDB. Errors: those of `connectMongo`. */
export const openMongoReadStore = async (options: MongoOptions): Promise<ReadStore> => new MongoReadStore(await connectMongo(options));
