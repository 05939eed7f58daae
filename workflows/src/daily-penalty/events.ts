import type { EventsOf } from '../kernel/events-of';

export const REINSPECTION_RESULTS = {
  continuing: '仍在违法排放',
  obstructed: '拒绝、阻挠复查',
  corrected: '已改正',
} as const;
export type ReinspectionResult = keyof typeof REINSPECTION_RESULTS;

/**
 * 按日连续处罚: an order to stop, an unannounced re-inspection, and where it finds a refusal the fine runs per day.
 * Each order with its re-inspection is one item; ordered and inspected again, the next one adds up (order 28 arts. 14, 17).
 */
export type DailyPenaltyEvent = EventsOf<{
  StopOrderServed: {
    readonly dailyPenaltyId: string;
    /** The penalty that was decided for the same act: its fine is the daily amount. */
    readonly penaltyId: string;
    readonly partyId: string;
    readonly problemIds: readonly string[];
    readonly docNo: string | null;
    readonly servedOn: string;
    /** Day of the monitoring report the order rests on; null where the discharge was evident on the spot. */
    readonly monitoringReportOn: string | null;
    /** The item that this one goes on from, null for the first of a cycle. */
    readonly after: string | null;
  };
  ReinspectionRecorded: {
    readonly dailyPenaltyId: string;
    readonly inspectedOn: string;
    readonly unannounced: boolean;
    readonly result: 'continuing' | 'obstructed';
    readonly facts: string;
  };
  /** The re-inspection found the discharge corrected: no daily penalty. */
  DailyCycleEnded: { readonly dailyPenaltyId: string; readonly inspectedOn: string; readonly facts: string };
  DailyPenaltyNoticeServed: { readonly dailyPenaltyId: string; readonly docNo: string | null; readonly servedOn: string };
  DailyPenaltyDecided: {
    readonly dailyPenaltyId: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    readonly days: number;
    /** Yuan per day, the original fine. */
    readonly dailyAmount: string;
    /** Yuan, `dailyAmount` times `days`. */
    readonly amount: string;
    readonly explanation: string;
    readonly reasons: string | null;
  };
  DailyPenaltyServed: { readonly dailyPenaltyId: string; readonly servedOn: string };
  DailyPenaltyPaid: { readonly dailyPenaltyId: string; readonly amount: string; readonly paidOn: string };
  DailyPenaltyExecuted: { readonly dailyPenaltyId: string; readonly total: string };
  DailyPenaltyRevoked: { readonly dailyPenaltyId: string; readonly reason: string };
}>;
