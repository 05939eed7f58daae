import type { EventsOf } from '../kernel/events-of';

/** What an entity says by a data flag (数据标记). */
export const ANOMALY_KINDS = {
  transmission: '数据传输异常',
  equipment: '自动监测设备异常',
  production: '生产设施工况异常',
  treatment: '治理设施工况异常',
} as const;
export type AnomalyKind = keyof typeof ANOMALY_KINDS;

export const SUSPICION_RESPONSES = {
  caseOpened: '已建案处理',
  siteInvestigation: '已开展现场调查',
  comparisonTest: '已安排比对监测',
  rectified: '已督促恢复正常',
  explained: '经核实未发现违法',
} as const;
export type SuspicionResponse = keyof typeof SUSPICION_RESPONSES;

/** What people do about the anomalies of an outlet. */
export type OutletResponseEvent = EventsOf<{
  /** the entity reports an anomaly by a data flag; whether the flag is true is for others to find out. */
  AnomalyFlagged: {
    readonly flagId: string;
    readonly deviceMn: string;
    readonly kind: AnomalyKind;
    readonly cause: string;
    readonly discoveredAt: string;
    readonly from: string;
    readonly suspicionIds: readonly string[];
  };
  /** the repair closes the flag. */
  AnomalyFlagClosed: { readonly flagId: string; readonly repairedAt: string; readonly measures: string };
  /** manual measurement against the automatic facility after an anomaly. */
  AnomalyComparisonRecorded: {
    readonly testId: string;
    readonly suspicionIds: readonly string[];
    readonly testedOn: string;
    readonly testedBy: string;
    readonly passed: boolean;
    readonly result: string;
  };
  /** what was done about an abnormal or above-limit event. */
  SuspicionResponded: {
    readonly suspicionId: string;
    readonly response: SuspicionResponse;
    readonly content: string;
    /** Day of the investigation on site, null for none. */
    readonly siteInvestigatedOn: string | null;
    readonly caseId: string | null;
  };
}>;
