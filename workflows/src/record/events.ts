import type { EventsOf } from '../kernel/events-of';

/** What an audit package was asked to hold; all of them together, an empty list or null for no limit of that kind. */
export interface AuditScope {
  /** Case ids. */
  readonly cases: readonly string[];
  /** Person ids: everything that they did or were named in. */
  readonly persons: readonly string[];
  /** Days of the recording, `YYYY-MM-DD` in China, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** GB/T 2260 code of the area whose files alone were looked through; absent in exports of earlier releases. */
  readonly area?: string;
}

/** What was done to the record itself, in streams beside the cases (`records-<subject>`). */
export type RecordEvent =
  | EventsOf<{
      /** Somebody looked at what is not everyone's to see. */
      SensitiveRead: {
        /** Query of the public contract, e.g. `caseFile`. */
        readonly view: string;
        readonly subject: string;
        /** The reader's own words, null where none were given. */
        readonly why: string | null;
      };
      AuditPackageExported: {
        readonly packageId: string;
        readonly scope: AuditScope;
        readonly why: string;
        /** Head of the log when the package was asked for: position of its last event. */
        readonly position: number;
        /** How far each stream of the package had come; nothing up to there may be missing from it. */
        readonly streams: readonly { readonly stream: string; readonly revision: number }[];
      };
      /** The key that signs the ledger was replaced; the old one names the new one. */
      LedgerKeyRotated: {
        readonly origin: string;
        /** Public keys in C2SP form. */
        readonly from: string;
        readonly to: string;
        /** Signed note of the old key. */
        readonly statement: string;
        readonly why: string;
      };
    }>
  | ForgettingEvent;

/** Stands in the record that the person is in, or beside it. */
export type ForgettingEvent = EventsOf<{
  /** The key of a person's sealed particulars is destroyed; nobody can read them any more. */
  PersonForgotten: {
    /** Whose particulars: the subject that the seal names. */
    readonly subject: string;
    /** Person id. */
    readonly orderedBy: string;
    readonly basis: string;
  };
}>;
