import type { Collection } from 'mongodb';
import { LiuhenError } from '@liuhen/workflows';
import { connectMongo, type MongoConnection, type MongoOptions } from '../mongodb/connect';
import { explained, isDuplicate } from '../mongodb/fault';
import type { LeaseRecord, LeaseStore } from './port';

interface LeaseRow extends Omit<LeaseRecord, 'token'> {
  /** The token: whoever puts in the next number first has it, on any server. */
  readonly _id: number;
}

const recordOf = ({ _id, name, holder, beat, released }: LeaseRow): LeaseRecord => ({ name, token: _id, holder, beat, released });

class MongoLeaseStore implements LeaseStore {
  readonly #rows: Collection<LeaseRow>;
  #closed = false;

  constructor(private readonly connection: MongoConnection) {
    this.#rows = connection.db.collection<LeaseRow>('leases');
  }

  read(name: string): Promise<LeaseRecord | undefined> {
    return this.#answer(async () => presentOf(await this.#all(), name));
  }

  take(name: string, holder: string, seen: LeaseRecord | undefined): Promise<LeaseRecord | undefined> {
    return this.#answer(async () => {
      for (;;) {
        const rows = await this.#all();
        if (presentOf(rows, name)?.token !== seen?.token) return undefined;
        const row: LeaseRow = { _id: (rows[0]?._id ?? 0) + 1, name, holder, beat: 0, released: false };
        if (!(await this.#insert(row))) continue;
        await this.#rows.deleteMany({ name, _id: { $lt: row._id } });

        return recordOf(row);
      }
    });
  }

  raise(token: number): Promise<void> {
    return this.#answer(async () => {
      await this.#insert({ _id: token, name: 'raised', holder: '', beat: 0, released: true });
    });
  }

  beat({ name, token }: LeaseRecord): Promise<boolean> {
    return this.#answer(async () => {
      await this.#rows.updateOne({ _id: token }, { $inc: { beat: 1 } });

      return presentOf(await this.#all(), name)?.token === token;
    });
  }

  release({ token }: LeaseRecord): Promise<void> {
    return this.#answer(async () => {
      await this.#rows.updateOne({ _id: token }, { $set: { released: true } });
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.connection.close();
  }

  /** A handful: one of each lease, latest token first. */
  #all(): Promise<readonly LeaseRow[]> {
    return this.#rows.find({}, { sort: { _id: -1 } }).toArray();
  }

  async #insert(row: LeaseRow): Promise<boolean> {
    try {
      await this.#rows.insertOne(row);

      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  #answer<T>(request: () => Promise<T>): Promise<T> {
    return this.#closed ? Promise.reject(new LiuhenError('SHUTTING_DOWN', 'leases')) : explained(request);
  }
}

const presentOf = (rows: readonly LeaseRow[], name: string): LeaseRecord | undefined => {
  const row = rows.find((each) => each.name === name);

  return row === undefined ? undefined : recordOf(row);
};

/** Leases of the processes of one deployment. Errors: those of `connectMongo`. */
export const openMongoLeaseStore = async (options: MongoOptions): Promise<LeaseStore> => new MongoLeaseStore(await connectMongo(options));
