export type QuarantineReason =
  'notAFrame' | 'wrongLength' | 'wrongCrc' | 'notASegment' | 'incomplete' | 'unknownDevice' | 'wrongPassword' | 'refused';

/** Something that came in and was not believed, with the reason. */
export interface Quarantined {
  readonly receivedAt: string;
  readonly remote: string;
  readonly reason: QuarantineReason;
  readonly mn: string | null;
  /** Size of the whole, bytes. */
  readonly bytes: number;
  /** What is kept of it, access password masked. */
  readonly sample: string;
}

/** The oldest go first: a broken device must not fill the disk. */
export const QUARANTINE_KEPT = 20_000;

/** Kept of what came in: never a password. */
export const masked = (sample: string): string => sample.replace(/PW=[^;&]*/g, 'PW=***');

/** What was not believed, of all gateways of a deployment; access passwords are masked before anything is written. */
export interface Quarantine {
  /** Settles when it is kept; the oldest go when there are more than may be kept. */
  put(entry: Quarantined): Promise<void>;
  /** Latest first, as they came in. */
  list(limit: number): Promise<readonly Quarantined[]>;
  /** Waits for what is being written, then closes. */
  close(): Promise<void>;
}
