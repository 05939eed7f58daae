import type { AddedLimit, DueDate, ExcludedSpan, TimeLimit } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { Superior } from './clock-events';

/** What the day is counted from; kept, so that it can be counted anew by another calendar. */
export interface Terms {
  readonly limit: TimeLimit;
  /** Day as far as it is known, or moment. */
  readonly from: string;
  readonly imprecise: boolean;
  readonly excluded: readonly ExcludedSpan[];
  readonly extensions: readonly (AddedLimit & { readonly limit: TimeLimit })[];
}

export interface Escalation {
  readonly level: number;
  readonly at: string;
  readonly to: Superior;
}

interface Duty {
  /** `<stream>/<rule>/<item>`. */
  readonly id: string;
  readonly kind: string;
  /** Rule of the register that spoke at the place and day of the opening. */
  readonly rule: string;
  readonly stream: string;
  readonly subject: string;
  readonly item: string;
  readonly owedBy: OfficialFunction;
  readonly jurisdiction: string;
  readonly confidential: boolean;
  readonly openedAt: string;
  /** Event that opened it; a duty that is opened again begins a new cycle. */
  readonly cycle: string;
  /** When the opening was put on record, which may be later than it happened. */
  readonly recordedAt: string;
  /** Null where neither the law nor the place gives a number. */
  readonly terms: Terms | null;
  /** Day with its explanation; null where there is no number. */
  readonly due: DueDate | null;
  /** What the clock has said about this due day; moments at which it fell, China Standard Time. */
  readonly remindedAt: string | null;
  readonly breachedAt: string | null;
  readonly escalations: readonly Escalation[];
}

export type OpenObligation = Duty & { readonly status: 'open'; readonly dischargedAt: null };
/** The clock stands still; the spans of the terms that have no end say why. */
export type SuspendedObligation = Duty & { readonly status: 'suspended'; readonly dischargedAt: null };
export type DischargedObligation = Duty & {
  readonly status: 'discharged';
  readonly dischargedAt: string;
  /** Done after its end: a breach that was healed, not one that never was. */
  readonly late: boolean;
};

export type Obligation = OpenObligation | SuspendedObligation | DischargedObligation;

/** Missed when its day, or its moment, is over; a duty without a number is never missed, only old, and a stopped one waits. */
export const isOverdue = ({ status, due }: Obligation, today: string): boolean => status === 'open' && due !== null && due.due < today;
