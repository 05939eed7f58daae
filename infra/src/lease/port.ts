/** Who does a piece of work that only one process may do at a time. */
export interface LeaseRecord {
  readonly name: string;
  /** Greater than any token given before, of whatever lease: who holds a later one has taken over. */
  readonly token: number;
  readonly holder: string;
  /** Counts up while the holder lives. Nobody compares clocks: who waits looks whether it still moves. */
  readonly beat: number;
  /** True when the holder has left in order. */
  readonly released: boolean;
}

export interface LeaseStore {
  /** The present record; undefined where nobody has held the lease yet. */
  read(name: string): Promise<LeaseRecord | undefined>;
  /** Takes the lease from the record seen; undefined where somebody else was faster, and one has to look again. */
  take(name: string, holder: string, seen: LeaseRecord | undefined): Promise<LeaseRecord | undefined>;
  /** Lets all later tokens be greater than one that is known elsewhere; for a store that has forgotten its past. */
  raise(token: number): Promise<void>;
  /** False when the lease is somebody else's by now. */
  beat(held: LeaseRecord): Promise<boolean>;
  release(held: LeaseRecord): Promise<void>;
  close(): Promise<void>;
}
