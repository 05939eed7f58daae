import type { Collection } from 'mongodb';
import { LiuhenError } from '@liuhen/workflows';
import type { MongoConnection } from '../mongodb/connect';
import { duplicatesIn, explained } from '../mongodb/fault';
import { Gathered } from '../mongodb/gathered';
import { masked, QUARANTINE_KEPT, type Quarantine, type Quarantined } from './port';

interface Row extends Quarantined {
  /** Counts up over all gateways: whoever puts in the next number first has it, and no clock says what came later. */
  readonly _id: number;
}

class MongoQuarantine implements Quarantine {
  readonly #rows: Collection<Row>;
  readonly #gathered: Gathered<Quarantined>;
  #closed = false;

  constructor(
    private readonly connection: MongoConnection,
    private readonly kept: number,
  ) {
    this.#rows = connection.db.collection<Row>('quarantine');
    this.#gathered = new Gathered('quarantine', (entries) => this.#write(entries));
  }

  put({ sample, ...entry }: Quarantined): Promise<void> {
    return this.#gathered.add([{ ...entry, sample: masked(sample) }]);
  }

  list(limit: number): Promise<readonly Quarantined[]> {
    if (this.#closed) return Promise.reject(new LiuhenError('SHUTTING_DOWN', 'quarantine'));

    return explained(async () => {
      const rows = await this.#rows.find({}, { sort: { _id: -1 }, limit }).toArray();

      return rows.map(({ _id, ...entry }) => entry);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#gathered.close();
    await this.connection.close();
  }

  async #write(entries: readonly Quarantined[]): Promise<void> {
    let left = entries.slice(-this.kept);
    let last = await this.#last();
    while (left.length > 0) {
      const part = left.slice(0, this.connection.capacity.inserts);
      const written = await this.#insert(part.map((entry, at) => ({ ...entry, _id: last + 1 + at })));
      left = left.slice(written);
      last = written === part.length ? last + written : await this.#last();
    }
    await this.#rows.deleteMany({ _id: { $lte: last - this.kept } });
  }

  async #last(): Promise<number> {
    const [row] = await this.#rows.find({}, { sort: { _id: -1 }, limit: 1 }).toArray();

    return row?._id ?? 0;
  }

  /** How many of them, in order, found their number free. */
  async #insert(rows: readonly Row[]): Promise<number> {
    try {
      await this.#rows.insertMany(rows, { ordered: true });

      return rows.length;
    } catch (error) {
      return duplicatesIn(error)[0] ?? 0;
    }
  }
}

/** The quarantine of all gateways of a deployment. The connection is closed with it. `kept`: how many at most; the oldest go first. */
export const openMongoQuarantine = (connection: MongoConnection, kept = QUARANTINE_KEPT): Quarantine =>
  new MongoQuarantine(connection, kept);
