import type { SuspicionKind } from './events';

export interface Suspicion {
  readonly suspicionId: string;
  readonly kind: SuspicionKind;
  readonly pollutant: string;
  readonly dataTime: string;
}

/** What the law needs to remember of an outlet: the results already in, and the suspicions raised. */
export interface OutletState {
  /** `period|dataTime|frameDigest` of the latest results, so that a frame sent twice is known. */
  readonly seen: readonly string[];
  readonly suspicions: readonly Suspicion[];
  /** Last hourly value per pollutant and how often it stood unchanged. */
  readonly constant: Readonly<Record<string, { readonly value: string; readonly hours: number }>>;
}

export const initialState: OutletState = { seen: [], suspicions: [], constant: {} };
