/** Told what an operator has to know; a logger of pino fits. */
export interface StoreLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface KurrentOptions {
  /** `kurrentdb://user:password@host:2113,host:2113?tls=true`; `esdb://` is the same. */
  readonly url: string;
  /** Name of the deployment that the database belongs to; the first process to open an empty database claims it. */
  readonly deployment: string;
  /** Where the index of event ids is kept between starts; in memory without it. It can be deleted at any time. */
  readonly folder?: string;
  readonly log: StoreLog;
  /** How long one answer of the server may take, milliseconds. */
  readonly deadline?: number;
  /** How long a call is tried again while the server cannot be reached or does not answer, milliseconds. */
  readonly patience?: number;
}

export interface Timing {
  readonly deadline: number;
  readonly patience: number;
}

/** The client's own default deadline, and room for an election. */
export const DEFAULT_TIMING: Timing = { deadline: 10_000, patience: 30_000 };
