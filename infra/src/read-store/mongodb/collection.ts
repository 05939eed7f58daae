import type { AnyBulkWriteOperation, Collection, Db } from 'mongodb';
import { START, type Document, type Filter, type Page, type PageRequest, type Position, type Projection } from '@liuhen/workflows';
import type { Capacity } from '../../mongodb/connect';
import { isNoNamespace, duplicatesIn } from '../../mongodb/fault';
import { encodeCursor } from '../cursor';
import type { Change, Known } from '../port';
import { fieldsOf, filterOf, pageOf, pathOf, type Fields } from './query';

/**
 * One version of a document. `seen` stands first: of two versions the server keeps the greater one, and it compares
 * field by field, so the later version wins whatever comes in what order, and the same one again changes nothing.
 */
interface Version {
  readonly seen: Position;
  /** What filters and orders may name, beside the body. */
  readonly f?: Fields;
  /** The document as JSON text: names with dots, lists in lists and the order of fields stay as they are, on any server. */
  readonly body?: string;
  readonly gone?: true;
}

export interface Stored {
  readonly _id: string;
  readonly v: Version;
}

const versionOf = (document: Document | null, seen: Position): Version =>
  document === null ? { seen, gone: true } : { seen, f: fieldsOf(document), body: JSON.stringify(document) };

const documentOf = ({ v }: Stored): Document | undefined => (v.body === undefined ? undefined : (JSON.parse(v.body) as Document));

/** So many pieces of work at once. */
export const inTurn = async <T>(atOnce: number, all: readonly T[], work: (each: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

export const chunksOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** One generation of one collection. */
export class MongoDocuments {
  readonly #documents: Collection<Stored>;

  constructor(
    db: Db,
    readonly name: string,
    private readonly capacity: Capacity,
  ) {
    this.#documents = db.collection<Stored>(name);
  }

  /** Makes those that are missing. */
  async createIndexes({ indexes }: Projection): Promise<void> {
    const there = new Set(await this.#indexNames());
    const missing = indexes.filter(({ fields }) => !there.has(fields.join('_')));
    if (missing.length === 0) return;
    await this.#documents.createIndexes(
      missing.map(({ fields }) => ({
        name: fields.join('_'),
        key: Object.fromEntries([...fields.map((field) => [pathOf(field), 1] as const), ['_id', 1] as const]),
      })),
    );
  }

  async get(key: string): Promise<Document | undefined> {
    const stored = await this.#documents.findOne({ _id: key });

    return stored === null ? undefined : documentOf(stored);
  }

  async load(keys: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const { lookUps, commands } = this.capacity;
    const stored: Stored[] = [];
    await inTurn(commands, chunksOf(keys, lookUps), async (chunk) => {
      const [first] = chunk;
      // Of a single one by equality: an older server uses its index for nothing else.
      const filter = chunk.length === 1 && first !== undefined ? { _id: first } : { _id: { $in: [...chunk] } };
      stored.push(...(await this.#documents.find(filter, { batchSize: chunk.length + 1 }).toArray()));
    });

    return new Map(stored.map((each) => [each._id, { document: documentOf(each), seen: each.v.seen }]));
  }

  /** Each change takes effect where the document has not seen as much; of two changes of one document the last. */
  async merge(changes: readonly Change[], seen: Position): Promise<void> {
    const last = [...new Map(changes.map((change) => [change.key, change])).values()];
    await this.#write(last, seen, ({ key, document }) => ({
      updateOne: { filter: { _id: key }, update: { $max: { v: versionOf(document, seen) } }, upsert: true },
    }));
  }

  /** For the one who alone writes this generation: each change takes effect. */
  async put(changes: readonly Change[]): Promise<void> {
    await this.#write(changes, START, ({ key, document }) =>
      document === null
        ? { deleteOne: { filter: { _id: key } } }
        : { replaceOne: { filter: { _id: key }, replacement: { v: versionOf(document, START) }, upsert: true } },
    );
  }

  async find<D extends Document>(request: PageRequest): Promise<Page<D>> {
    const wanted = request.first + 1;
    const stored: Stored[] = [];
    for (const { filter, sort } of pageOf(request)) {
      const limit = wanted - stored.length;
      if (limit > 0) stored.push(...(await this.#documents.find(filter, { sort, limit, batchSize: limit }).toArray()));
    }
    const rows = stored.slice(0, request.first).map((each) => {
      const at = request.orderBy === undefined ? undefined : each.v.f?.[request.orderBy];
      const value = typeof at === 'string' || typeof at === 'number' ? at : null;

      return { key: each._id, cursor: encodeCursor({ value, key: each._id }), document: documentOf(each) as D };
    });

    return { rows, hasNextPage: stored.length > request.first };
  }

  count(filters: readonly Filter[], limit: number): Promise<number> {
    return this.#documents.countDocuments(filterOf(filters), { limit });
  }

  async drop(): Promise<void> {
    await this.#documents.drop();
  }

  async #indexNames(): Promise<readonly string[]> {
    try {
      const indexes = await this.#documents.indexes();

      return indexes.map(({ name }) => name ?? '');
    } catch (error) {
      if (isNoNamespace(error)) return [];
      throw error;
    }
  }

  /** What was not there when it was folded is put in, which costs the server a part of an update. */
  async #write(changes: readonly Change[], seen: Position, update: (change: Change) => AnyBulkWriteOperation<Stored>): Promise<void> {
    const isNew = (change: Change): boolean => change.isNew === true && change.document !== null;
    const there = await this.#insert(changes.filter(isNew), seen);
    const updates = [...changes.filter((change) => !isNew(change)), ...there].map(update);
    for (const chunk of chunksOf(updates, this.capacity.writes)) await this.#documents.bulkWrite(chunk, { ordered: false });
  }

  /** Answers those that are there, although they were not when they were folded. */
  async #insert(changes: readonly Change[], seen: Position): Promise<readonly Change[]> {
    const there: Change[] = [];
    for (const chunk of chunksOf(changes, this.capacity.inserts)) {
      try {
        const documents = chunk.map(({ key, document }) => ({ _id: key, v: versionOf(document, seen) }));
        await this.#documents.insertMany(documents, { ordered: false });
      } catch (error) {
        there.push(...duplicatesIn(error).flatMap((at) => chunk[at] ?? []));
      }
    }

    return there;
  }
}
