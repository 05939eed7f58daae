import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type DailyPenaltyStatus = 'ordered' | 'refused' | 'corrected' | 'noticed' | 'decided' | 'served' | 'executed' | 'revoked';

/** 按日连续处罚办法 arts. 7–13, 17: the decision comes after the original penalty, the order and a re-inspection that finds a refusal. */
export const dailyPenaltyMachine = setup({
  types: {
    events: {} as {
      type:
        | 'ReinspectionRecorded'
        | 'DailyCycleEnded'
        | 'DailyPenaltyNoticeServed'
        | 'DailyPenaltyDecided'
        | 'DailyPenaltyServed'
        | 'DailyPenaltyPaid'
        | 'DailyPenaltyExecuted'
        | 'DailyPenaltyRevoked';
    },
  },
}).createMachine({
  id: 'dailyPenalty',
  initial: 'ordered',
  states: {
    ordered: { on: { ReinspectionRecorded: 'refused', DailyCycleEnded: 'corrected' } },
    refused: { on: { DailyPenaltyNoticeServed: 'noticed', DailyPenaltyRevoked: 'revoked' } },
    corrected: {},
    noticed: { on: { DailyPenaltyDecided: 'decided', DailyPenaltyRevoked: 'revoked' } },
    decided: { on: { DailyPenaltyServed: 'served', DailyPenaltyRevoked: 'revoked' } },
    served: { on: { DailyPenaltyPaid: 'served', DailyPenaltyExecuted: 'executed', DailyPenaltyRevoked: 'revoked' } },
    executed: { on: { DailyPenaltyRevoked: 'revoked' } },
    revoked: {},
  },
});

export const dailyPenaltyProcedure = procedureOf<DailyPenaltyStatus>(dailyPenaltyMachine);
