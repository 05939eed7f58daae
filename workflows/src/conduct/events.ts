import type { EventsOf } from '../kernel/events-of';

/** What the case has to know of files that are not its own: no content of theirs stands here, for its readers are others. */
export type ConductEvent = EventsOf<{
  /** O-46: the person neither reads the case nor acts on it; why stands in the record, which only its own readers can open. */
  PersonBarred: { readonly barId: string; readonly person: string; readonly recordId: string };
  PersonBarLifted: { readonly barId: string };
  /** The case gave rise to a clue for discipline inspection (B-11). */
  DisciplineReferralNoted: {
    readonly referralId: string;
    readonly disciplineId: string;
    readonly problemIds: readonly string[];
    /** the outcome has to be reported too. */
    readonly afterInterview: boolean;
  };
  /** The answer of the receiver, and after an interview the report of the outcome, stand in the discipline file. */
  DisciplineReferralAnswered: { readonly referralId: string; readonly answer: 'accepted' | 'returned' };
  /** The case handles a public report. */
  PublicReportLinked: {
    readonly reportId: string;
    readonly problemIds: readonly string[];
    readonly answerable: boolean;
    readonly rewardEligible: boolean;
  };
  /** The reporter is answered and the reward decided, as the file of the report says. */
  PublicReportSettled: { readonly reportId: string };
}>;
