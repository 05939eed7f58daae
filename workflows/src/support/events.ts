import type { EventsOf } from '../kernel/events-of';

export const SUPPORT_KINDS = {
  sampling: '现场采样',
  analysis: '实验室分析',
  dataAnalysis: '自动监控数据分析',
  siteSupport: '现场技术指导',
  opinion: '技术意见',
} as const;
export type SupportKind = keyof typeof SUPPORT_KINDS;

export type SupportEvent = EventsOf<{
  /** what a monitoring centre did for the enforcement in this case; R-063 for data analyses. */
  TechnicalSupportGiven: {
    readonly supportId: string;
    readonly kind: SupportKind;
    readonly givenBy: string;
    readonly givenOn: string;
    readonly content: string;
    /** Joint operation that an analysis of automatic data led to; null for none. */
    readonly jointOperation: string | null;
    readonly suspicionIds: readonly string[];
  };
}>;
