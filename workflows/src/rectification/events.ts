import type { EventsOf } from '../kernel/events-of';

/** 整改: at once (立整立改) or by a date (限期整改), confirmed by another person than the one who reported it. */
export type RectificationEvent = EventsOf<{
  RectificationOrdered: {
    readonly rectificationId: string;
    readonly problemIds: readonly string[];
    readonly partyId: string;
    readonly mode: 'atOnce' | 'byDate';
    readonly orderNo: string | null;
    readonly demand: string;
    readonly dueOn: string;
    /** Why not at once; null for `atOnce`. */
    readonly reasonNotAtOnce: string | null;
    /** Plan drawn up with the authority's help; null for `atOnce`. */
    readonly plan: string | null;
  };
  RectificationReported: { readonly rectificationId: string; readonly measures: string };
  RectificationConfirmed: { readonly rectificationId: string; readonly reinspectedAt: string; readonly result: string };
  /** The order itself was taken away by a review, a court or the authority. */
  RectificationRevoked: { readonly rectificationId: string; readonly by: string; readonly on: string; readonly reasons: string };
  RectificationRejected: { readonly rectificationId: string; readonly reinspectedAt: string; readonly reason: string };
}>;
