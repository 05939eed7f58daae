import type { EventsOf } from '../kernel/events-of';

/** What happens around a case and is no act of its procedure, yet belongs into its file. */
export const CIRCUMSTANCES = {
  emergencyResponse: '重污染天气等应急响应',
  superiorInspection: '上级检查、督察',
  assistanceTeam: '上级帮扶、指导',
  treatmentDeadline: '其他机关设定的治理期限',
  measureOfAnotherBody: '其他机关采取的措施',
  earlierPenalty: '此前的处罚',
  partyConduct: '当事人行为',
  restoration: '生态修复',
  mediaReport: '媒体报道',
  other: '其他',
} as const;
export type CircumstanceKind = keyof typeof CIRCUMSTANCES;

export type CircumstanceEvent = EventsOf<{
  CircumstanceRecorded: {
    readonly kind: CircumstanceKind;
    /** Body or person that did it, as the source names it. */
    readonly body: string;
    readonly docNo: string | null;
    readonly on: string | null;
    readonly detail: string;
    readonly problemIds: readonly string[];
  };
}>;
