/** One value of one pollutant at one moment, exact as it was sent. */
export interface Sample {
  readonly mn: string;
  readonly code: string;
  /** ISO with offset. */
  readonly at: string;
  readonly kind: 'realtime' | 'minute';
  readonly value: string;
  readonly flag: string | null;
}

export interface SeriesRange {
  readonly mn: string;
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** Real-time and minute values: too many to be events, and no legal fact by themselves. */
export interface SeriesStore {
  /** Settles when written, for all processes; writes that come together go together. The same sample again replaces itself. */
  write(samples: readonly Sample[]): Promise<void>;
  /** Both ends of the range included, in the order of time. */
  read(range: SeriesRange): Promise<readonly Sample[]>;
  /** Samples in the order of their keys, from after one on; for moving them elsewhere. */
  page(after: Sample | undefined, limit: number): Promise<readonly Sample[]>;
  /** Waits for what is being written, then closes. */
  close(): Promise<void>;
}
