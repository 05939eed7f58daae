import { dayOf } from '../calendar/day';

/** First and last day in China, `YYYY-MM-DD`; both count. */
export interface Term {
  readonly from: string;
  readonly until: string;
}

/** When something is done and when it is put on record, ISO instants with offset. */
export interface Moments {
  readonly occurredAt: string;
  /** Absent: now is when it is done. */
  readonly now?: string | undefined;
}

/** A right with an end is there on the day of the act and on the day of its record: an act cannot be dated back into it. */
export const runs = ({ from, until }: Term, { occurredAt, now = occurredAt }: Moments): boolean =>
  [occurredAt, now].map(dayOf).every((day) => from <= day && day <= until);
