import type { EventsOf } from '../kernel/events-of';

/** 信用评价 of a lab penalised for fraud. */
export type LabCreditEvent = EventsOf<{
  LabCreditEvaluated: {
    readonly evaluationId: string;
    readonly penaltyId: string;
    readonly partyId: string;
    readonly partyName: string;
    /** The environmental department that made the penalty. */
    readonly evaluatedBy: string;
    readonly measure: string;
    readonly grade: string;
    readonly evaluatedOn: string;
  };
  /** O-31: the penalty came from another department: the environmental department is told, and evaluates nothing. */
  LabPenaltyNoticed: {
    readonly noticeId: string;
    readonly partyId: string;
    readonly penalisedBy: string;
    readonly docNo: string | null;
    readonly noticedOn: string;
    readonly content: string;
  };
}>;
