import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type PenaltyStatus =
  'filed' | 'noticed' | 'hearingPending' | 'reviewed' | 'decided' | 'served' | 'executed' | 'noPenalty' | 'withdrawn';

/** 行政处罚法 arts. 44, 45, 54, 57–61, 63–67: notice before review, review before decision, decision before service. */
export const penaltyMachine = setup({
  types: {
    events: {} as {
      type:
        | 'PenaltyNoticeServed'
        | 'StatementRecorded'
        | 'StatementWaived'
        | 'HearingRequested'
        | 'HearingHeld'
        | 'HearingForfeited'
        | 'LegalReviewCompleted'
        | 'PenaltyDecided'
        | 'NoPenaltyDecided'
        | 'PenaltyServed'
        | 'PenaltyPaid'
        | 'PenaltyExecuted'
        | 'PenaltyCaseWithdrawn';
    },
  },
}).createMachine({
  id: 'penalty',
  initial: 'filed',
  states: {
    filed: { on: { PenaltyNoticeServed: 'noticed', PenaltyCaseWithdrawn: 'withdrawn' } },
    noticed: {
      on: {
        StatementRecorded: 'noticed',
        StatementWaived: 'noticed',
        HearingRequested: 'hearingPending',
        LegalReviewCompleted: 'reviewed',
        PenaltyCaseWithdrawn: 'withdrawn',
      },
    },
    hearingPending: { on: { StatementRecorded: 'hearingPending', HearingHeld: 'noticed', HearingForfeited: 'noticed' } },
    reviewed: { on: { PenaltyDecided: 'decided', NoPenaltyDecided: 'noPenalty' } },
    decided: { on: { PenaltyServed: 'served' } },
    served: { on: { PenaltyPaid: 'served', PenaltyExecuted: 'executed' } },
    executed: {},
    noPenalty: {},
    withdrawn: {},
  },
});

export const penaltyProcedure = procedureOf<PenaltyStatus>(penaltyMachine);
