import Big from 'big.js';
import { itemsSlice } from '../case/slice';
import type { DailyPenaltyEvent } from './events';
import { dailyPenaltyProcedure, type DailyPenaltyStatus } from './machine';

export interface DailyPenalty {
  readonly id: string;
  readonly status: DailyPenaltyStatus;
  readonly penaltyId: string;
  readonly partyId: string;
  readonly problemIds: readonly string[];
  readonly orderServedOn: string;
  readonly after: string | null;
  readonly reinspectedOn: string | null;
  readonly days: number | null;
  readonly dailyAmount: string | null;
  readonly amount: string | null;
  readonly explanation: string | null;
  /** Yuan paid so far, exact decimal. */
  readonly paid: string;
}

const unchanged = () => ({});

export const dailyPenaltySlice = itemsSlice<DailyPenalty, DailyPenaltyEvent, 'StopOrderServed'>({
  idField: 'dailyPenaltyId',
  procedure: dailyPenaltyProcedure,
  opens: {
    StopOrderServed: ({ penaltyId, partyId, problemIds, servedOn, after }) => ({
      penaltyId,
      partyId,
      problemIds,
      orderServedOn: servedOn,
      after,
      reinspectedOn: null,
      days: null,
      dailyAmount: null,
      amount: null,
      explanation: null,
      paid: '0.00',
    }),
  },
  changes: {
    ReinspectionRecorded: (_item, { inspectedOn }) => ({ reinspectedOn: inspectedOn }),
    DailyCycleEnded: (_item, { inspectedOn }) => ({ reinspectedOn: inspectedOn }),
    DailyPenaltyNoticeServed: unchanged,
    DailyPenaltyDecided: (_item, { days, dailyAmount, amount, explanation }) => ({ days, dailyAmount, amount, explanation }),
    DailyPenaltyServed: unchanged,
    DailyPenaltyPaid: ({ paid }, { amount }) => ({ paid: new Big(paid).plus(amount).toFixed(2) }),
    DailyPenaltyExecuted: unchanged,
    DailyPenaltyRevoked: unchanged,
  },
});
