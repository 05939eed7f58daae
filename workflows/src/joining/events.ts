import type { Unit } from '../clue/events';
import type { EventsOf } from '../kernel/events-of';

/** How a case joins another one, gives rise to one, or leaves for another authority. */
export type JoiningEvent = EventsOf<{
  /** On the case that goes on: the problems of the other one live on here, each under a number of its own. */
  CaseAdopted: {
    readonly fromCaseId: string;
    readonly problems: readonly { readonly was: string; readonly is: string }[];
    readonly reason: string;
  };
  /** On the case that ends here. */
  CaseMerged: { readonly into: string; readonly reason: string; readonly problemIds: readonly string[] };
  /** On the case whose finding gave rise to another one. */
  FurtherCaseOpened: {
    readonly caseId: string;
    readonly problemId: string;
    readonly partyId: string;
    readonly partyName: string;
  };
  /** The competent authority has accepted it; what follows is done there. */
  CaseHandedOver: { readonly clueId: string; readonly to: Unit; readonly reason: string; readonly problemIds: readonly string[] };
  CaseTakenBack: { readonly reason: string; readonly docNo: string | null };
}>;
