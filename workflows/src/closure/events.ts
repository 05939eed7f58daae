import type { EventsOf } from '../kernel/events-of';

/** 责令停业、关闭: only after the people's government with the power has approved it in writing. */
export type ClosureEvent = EventsOf<{
  ClosureApplied: {
    readonly closureId: string;
    readonly partyId: string;
    readonly problemIds: readonly string[];
    /** Why the case is serious; a human decision (O-18). */
    readonly seriousness: string;
    readonly government: string;
    readonly appliedOn: string;
  };
  ClosureApproved: { readonly closureId: string; readonly docNo: string | null; readonly approvedOn: string };
  ClosureNotApproved: { readonly closureId: string; readonly on: string; readonly reasons: string };
  ClosureOrdered: { readonly closureId: string; readonly docNo: string | null; readonly orderedOn: string };
  ClosureCarriedOut: { readonly closureId: string; readonly on: string; readonly evidence: string };
  ClosureRevoked: { readonly closureId: string; readonly on: string; readonly reasons: string };
}>;
