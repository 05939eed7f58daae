import type { Collection } from 'mongodb';
import { LiuhenError } from '@liuhen/workflows';
import type { MongoConnection } from '../mongodb/connect';
import { duplicatesIn, explained } from '../mongodb/fault';
import { Gathered } from '../mongodb/gathered';
import type { Sample, SeriesStore } from './port';

interface Row extends Sample {
  readonly _id: string;
}

const keyOf = ({ mn, code, at, kind }: Sample): string => JSON.stringify([mn, code, at, kind]);

const rowOf = (sample: Sample): Row => ({ _id: keyOf(sample), ...sample });

const sampleOf = ({ _id, ...sample }: Row): Sample => sample;

const inParts = async <T>(items: readonly T[], size: number, work: (part: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < items.length; at += size) await work(items.slice(at, at + size));
};

const IN_ORDER = { mn: 1, code: 1, at: 1, kind: 1 } as const;

/** Samples after one, in the order of their keys, without a comparison of several fields at once. */
const beyond = ({ mn, code, at, kind }: Sample): object => ({
  $or: [{ mn: { $gt: mn } }, { mn, code: { $gt: code } }, { mn, code, at: { $gt: at } }, { mn, code, at, kind: { $gt: kind } }],
});

class MongoSeriesStore implements SeriesStore {
  readonly #rows: Collection<Row>;
  readonly #gathered: Gathered<Sample>;
  #closed = false;

  constructor(private readonly connection: MongoConnection) {
    this.#rows = connection.db.collection<Row>('series');
    this.#gathered = new Gathered('series', (samples) => this.#write(samples));
  }

  async ensure(): Promise<void> {
    await explained(() => this.#rows.createIndexes([{ name: 'inOrder', key: IN_ORDER }]));
  }

  write(samples: readonly Sample[]): Promise<void> {
    return this.#gathered.add(samples);
  }

  read({ mn, code, from, to }: Parameters<SeriesStore['read']>[0]): Promise<readonly Sample[]> {
    return this.#answer(async () => {
      const rows = await this.#rows.find({ mn, code, at: { $gte: from, $lte: to } }, { sort: { at: 1, kind: 1 } }).toArray();

      return rows.map(sampleOf);
    });
  }

  page(after: Sample | undefined, limit: number): Promise<readonly Sample[]> {
    return this.#answer(async () => {
      const rows = await this.#rows.find(after === undefined ? {} : beyond(after), { sort: IN_ORDER, limit }).toArray();

      return rows.map(sampleOf);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#gathered.close();
    await this.connection.close();
  }

  /** What is new, which is nearly all, is put in; to put in costs a server a part of a replacement. */
  async #write(samples: readonly Sample[]): Promise<void> {
    const rows = [...new Map(samples.map((sample) => [keyOf(sample), rowOf(sample)])).values()];
    const again: Row[] = [];
    await inParts(rows, this.connection.capacity.inserts, async (part) => {
      try {
        await this.#rows.insertMany(part, { ordered: false });
      } catch (error) {
        again.push(...duplicatesIn(error).flatMap((at) => part[at] ?? []));
      }
    });
    await inParts(again, this.connection.capacity.writes, (part) =>
      this.#rows.bulkWrite(
        part.map(({ _id, ...replacement }) => ({ replaceOne: { filter: { _id }, replacement, upsert: true } })),
        { ordered: false },
      ),
    );
  }

  #answer<T>(work: () => Promise<T>): Promise<T> {
    return this.#closed ? Promise.reject(new LiuhenError('SHUTTING_DOWN', 'series')) : explained(work);
  }
}

/** The series of all gateways of a deployment. The connection is closed with it. */
export const openMongoSeriesStore = async (connection: MongoConnection): Promise<SeriesStore> => {
  const store = new MongoSeriesStore(connection);
  await store.ensure();

  return store;
};
