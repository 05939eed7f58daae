import type { SuspicionKind } from './events';
import type { SuspicionResponse } from './response-events';

export interface Suspicion {
  readonly suspicionId: string;
  readonly kind: SuspicionKind;
  readonly pollutant: string;
  readonly dataTime: string;
  /** Latest response; null for none. */
  readonly response: SuspicionResponse | null;
}

/** A data flag of the entity; open until the repair. */
export interface AnomalyFlag {
  readonly id: string;
  readonly discoveredAt: string;
  readonly repairedAt: string | null;
}

export interface AnomalyComparison {
  readonly id: string;
  readonly testedOn: string;
  readonly passed: boolean;
}

/** What the law needs to remember of an outlet: the results already in, and the suspicions raised. */
export interface OutletState {
  /** `period|dataTime|frameDigest` of the latest results, so that a frame sent twice is known. */
  readonly seen: readonly string[];
  readonly suspicions: readonly Suspicion[];
  readonly flags: readonly AnomalyFlag[];
  readonly comparisons: readonly AnomalyComparison[];
  /** Last hourly value per pollutant and how often it stood unchanged. */
  readonly constant: Readonly<Record<string, { readonly value: string; readonly hours: number }>>;
}

export const initialState: OutletState = { seen: [], suspicions: [], flags: [], comparisons: [], constant: {} };
