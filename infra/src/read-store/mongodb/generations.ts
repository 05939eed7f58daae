import { randomBytes } from 'node:crypto';
import type { Collection, Db } from 'mongodb';
import { LiuhenError, type Position } from '@liuhen/workflows';
import type { Reached, Standing } from '../port';

/** Where a projection stands, and which collection holds its live generation. */
export interface StandingRow {
  readonly _id: string;
  readonly version: number;
  readonly generation: number;
  readonly checkpoint: Position;
  /** The event at a checkpoint. It counts for that one only: a program that does not know it may have moved on since. */
  readonly mark?: { readonly checkpoint: Position; readonly event: string };
  readonly collection: string;
  /** Token of the lease under which the collection is kept. */
  readonly token: number;
}

/** What a row says of how far its documents have come. */
export const rowOf = ({ checkpoint, event }: Reached): Pick<StandingRow, 'checkpoint' | 'mark'> =>
  event === undefined ? { checkpoint } : { checkpoint, mark: { checkpoint, event } };

export const standingOf = ({ version, generation, checkpoint, mark }: StandingRow): Standing => ({
  version,
  generation,
  checkpoint,
  event: mark?.checkpoint === checkpoint ? mark.event : undefined,
});

/** A generation that is being built. Once sealed it is about to become the live one, and nobody may sweep it away. */
interface Building {
  readonly _id: string;
  readonly began: Date;
  readonly sealed: boolean;
}

/** A rebuild that has gone on for so long was cut short, milliseconds. */
const FORGOTTEN = 86_400_000;

export const newName = (projection: string): string => `${projection}.${randomBytes(6).toString('hex')}`;

/** Which collections are live, which are being built, and which are left over. */
export class Generations {
  readonly #building: Collection<Building>;
  readonly #standings: Collection<StandingRow>;

  constructor(private readonly db: Db) {
    this.#building = db.collection<Building>('building');
    this.#standings = db.collection<StandingRow>('standings');
  }

  /** Noted before the collection exists, so that a sweep never meets one that it does not know. */
  async begin(collection: string): Promise<void> {
    await this.#building.insertOne({ _id: collection, began: new Date(), sealed: false });
  }

  async abandon(collection: string): Promise<void> {
    await this.db.collection(collection).drop();
    await this.#building.deleteOne({ _id: collection });
  }

  async seal(collection: string): Promise<void> {
    const { matchedCount } = await this.#building.updateOne({ _id: collection }, { $set: { sealed: true } });
    if (matchedCount === 0)
      throw new LiuhenError('STORAGE_FAILED', `the rebuild ${collection} took too long and was swept away; begin anew`);
  }

  async unseal(collection: string): Promise<void> {
    await this.#building.updateOne({ _id: collection }, { $set: { sealed: false } });
  }

  async swapped(collection: string, old: string): Promise<void> {
    await this.#building.deleteOne({ _id: collection });
    await this.db.collection(old).drop();
  }

  /** Drops what a killed rebuild or a late writer has left. Listed first and compared after: what is listed was noted before. */
  async sweep(projections: readonly string[]): Promise<void> {
    const listed = await this.db.listCollections({}, { nameOnly: true }).toArray();
    await this.#building.deleteMany({ sealed: false, began: { $lt: new Date(Date.now() - FORGOTTEN) } });
    const building = await this.#building.find().toArray();
    const live = await this.#standings.find().toArray();
    const known = new Set([...building.map(({ _id }) => _id), ...live.map(({ collection }) => collection)]);
    const ours = new Set(projections);
    for (const { name } of listed) {
      const [projection = '', generation] = name.split('.');
      if (generation !== undefined && ours.has(projection) && !known.has(name)) await this.db.collection(name).drop();
    }
  }
}
