import { LiuhenError, type ErrorCode, type Position } from '@liuhen/workflows';
import type { FsckReport } from './fsck';
import type { LedgerOptions } from './ledger';

/** What the thread is started with. It opens the log and the keys itself: neither a connection nor a private key crosses over. */
export interface ThreadSettings {
  /** Data folder. */
  readonly data: string;
  /** Folder that the keys of the ledger stand below. */
  readonly keys: string;
  /** Where the log is, and the name of the deployment that it belongs to. */
  readonly events: string;
  readonly deployment: string;
  readonly every: LedgerOptions['every'];
  /** Rest between two sittings, milliseconds. */
  readonly courtesy: number;
  /** For each part of the time that a self-check takes, so many parts of rest. */
  readonly checkCourtesy: number;
}

/** An error as it crosses over. */
export interface ToldError {
  readonly code: ErrorCode;
  readonly detail: string;
}

export const toldOf = (error: unknown): ToldError =>
  error instanceof LiuhenError ? { code: error.code, detail: error.detail } : { code: 'INTERNAL', detail: String(error) };

export const errorOf = ({ code, detail }: ToldError): LiuhenError => new LiuhenError(code, detail);

/** To the thread. Notes cross over as they stand in files. */
export type Order =
  | { readonly kind: 'cover'; readonly id: number; readonly position: Position; readonly milliseconds: number }
  | { readonly kind: 'keepSignatures'; readonly id: number; readonly note: string }
  | { readonly kind: 'check'; readonly id: number }
  | { readonly kind: 'stop' };

/** What an order comes to: the signed head, null before the first, or what the self-check found. */
export type Answer = { readonly note: string | null } | { readonly report: FsckReport };

/** From the thread. */
export type Report =
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ToldError }
  | { readonly kind: 'signed'; readonly note: string }
  | { readonly kind: 'fault'; readonly error: ToldError }
  /** Null when it is over. */
  | { readonly kind: 'trouble'; readonly error: ToldError | null }
  | { readonly kind: 'said'; readonly level: 'info' | 'error'; readonly fields: object; readonly message: string };

/** The id under which the start of the thread is answered. */
export const START = 0;
