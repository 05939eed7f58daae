import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type PenaltyStatus =
  | 'filed'
  | 'noticed'
  | 'hearingPending'
  | 'reviewed'
  | 'decided'
  | 'served'
  | 'executed'
  | 'noPenalty'
  | 'withdrawn'
  | 'terminated'
  | 'revoked';

/** While a case is undecided its clock may stop and run on, its officers change, its time be extended. */
const clocks = <S extends PenaltyStatus>(status: S) => ({
  PenaltyClockSuspended: status,
  PenaltyClockResumed: status,
  PenaltyInvestigationSuspended: status,
  PenaltyInvestigationResumed: status,
  PenaltyTimeExtended: status,
  PenaltyTakenOver: status,
  OfficerRecused: status,
});

const endings = { PenaltyCaseWithdrawn: 'withdrawn', PenaltyCaseTerminated: 'terminated' } as const;

/** Review, a court or the authority itself may change or revoke a decision, long after it was executed. */
const overturned = <S extends PenaltyStatus>(status: S) => ({ PenaltyChanged: status, PenaltyRevoked: 'revoked' as const });

/** 行政处罚法 arts. 44, 45, 54, 57–61, 63–67: notice before review, review before decision, decision before service. */
export const penaltyMachine = setup({
  types: {
    events: {} as {
      type:
        | 'PenaltyNoticeServed'
        | 'StatementRecorded'
        | 'StatementWaived'
        | 'HearingRequested'
        | 'HearingScheduled'
        | 'HearingHeld'
        | 'HearingForfeited'
        | 'LegalReviewCompleted'
        | 'PenaltyDecided'
        | 'NoPenaltyDecided'
        | 'PenaltyServed'
        | 'PenaltyPaid'
        | 'PenaltyExecuted'
        | 'PenaltyCaseWithdrawn'
        | 'PenaltyClockSuspended'
        | 'PenaltyClockResumed'
        | 'PenaltyInvestigationSuspended'
        | 'PenaltyInvestigationResumed'
        | 'PenaltyCaseTerminated'
        | 'PenaltyTimeExtended'
        | 'PenaltyTakenOver'
        | 'OfficerRecused'
        | 'PenaltyPaymentDeferred'
        | 'SurchargeAssessed'
        | 'PaymentReminderServed'
        | 'CourtEnforcementApplied'
        | 'CourtEnforcementEnded'
        | 'PenaltyChanged'
        | 'PenaltyRevoked';
    },
  },
}).createMachine({
  id: 'penalty',
  initial: 'filed',
  states: {
    // A case without a penalty needs no notice of one (处罚法 art. 57).
    filed: { on: { ...clocks('filed'), PenaltyNoticeServed: 'noticed', NoPenaltyDecided: 'noPenalty', ...endings } },
    noticed: {
      on: {
        ...clocks('noticed'),
        // A heavier plan, or one after new facts, is told anew (处罚法 art. 44).
        PenaltyNoticeServed: 'noticed',
        StatementRecorded: 'noticed',
        StatementWaived: 'noticed',
        HearingRequested: 'hearingPending',
        LegalReviewCompleted: 'reviewed',
        // Without a review where none is due (处罚法 art. 58); a guard says where it is.
        PenaltyDecided: 'decided',
        NoPenaltyDecided: 'noPenalty',
        ...endings,
      },
    },
    hearingPending: {
      on: {
        ...clocks('hearingPending'),
        StatementRecorded: 'hearingPending',
        HearingScheduled: 'hearingPending',
        HearingHeld: 'noticed',
        HearingForfeited: 'noticed',
        ...endings,
      },
    },
    reviewed: { on: { ...clocks('reviewed'), PenaltyDecided: 'decided', NoPenaltyDecided: 'noPenalty', ...endings } },
    decided: { on: { PenaltyServed: 'served', PenaltyExecuted: 'executed', ...overturned('decided') } },
    served: {
      on: {
        PenaltyPaid: 'served',
        PenaltyPaymentDeferred: 'served',
        SurchargeAssessed: 'served',
        PaymentReminderServed: 'served',
        CourtEnforcementApplied: 'served',
        CourtEnforcementEnded: 'served',
        PenaltyExecuted: 'executed',
        ...overturned('served'),
      },
    },
    executed: { on: overturned('executed') },
    noPenalty: { on: { PenaltyRevoked: 'revoked' } },
    withdrawn: {},
    terminated: {},
    // Revoked with the order to decide again: the procedure starts anew from the notice.
    revoked: { on: { PenaltyNoticeServed: 'noticed' } },
  },
});

export const penaltyProcedure = procedureOf<PenaltyStatus>(penaltyMachine);
