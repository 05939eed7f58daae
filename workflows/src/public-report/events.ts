import type { EventsOf } from '../kernel/events-of';
import type { Sealed } from '../kernel/sealed';
import type { ForgettingEvent } from '../record/events';

/** */
export const REPORT_CHANNELS = {
  hotline12345: '12345政府服务热线',
  internet: '信息网络',
  letter: '来信',
  visit: '来访',
  hotline12369: '12369环境保护举报',
  hotline12365: '12365质量技术监督举报',
  other: '其他',
} as const;
export type ReportChannel = keyof typeof REPORT_CHANNELS;

/** */
export const REPORT_SOURCES = {
  public: '公众',
  association: '行业协会',
  ngo: '非政府组织',
  media: '媒体',
} as const;
export type ReportSource = keyof typeof REPORT_SOURCES;

export const REPORT_MATTERS = {
  dataFraud: '监测数据弄虚作假',
  pollution: '环境污染',
  selfMonitoring: '自行监测',
  disclosure: '信息公开',
  permit: '排污许可',
  authority: '生态环境部门履职',
  other: '其他',
} as const;
export type ReportMatter = keyof typeof REPORT_MATTERS;

/**
 * 公众举报 from acceptance through handling to answer and reward, one chain.
 * Who reported never stands here but sealed, and the digest of the code by which an anonymous reporter asks for the
 * answer (O-39).
 */
export type ReportEvent = ForgettingEvent | OwnEvent;

type OwnEvent = EventsOf<{
  PublicReportReceived: {
    readonly channel: ReportChannel;
    readonly source: ReportSource;
    readonly matter: ReportMatter;
    readonly jurisdiction: string;
    readonly content: string;
    readonly partyId: string | null;
    readonly anonymous: boolean;
    /** An address, telephone or code exists by which an answer reaches the reporter. */
    readonly answerable: boolean;
    /** Number of the envelope where the identity is kept on paper. */
    readonly sealedReporter: string | null;
    /** Name and way to be reached, under the seal. */
    readonly reporter?: Sealed;
    readonly codeDigest: string | null;
    readonly rewardClaimed: boolean;
    readonly receivedAt: string;
  };
  PublicReportAccepted: { readonly note: string | null };
  PublicReportNotAccepted: { readonly reason: string };
  /** The case that handles it. */
  PublicReportTakenUp: { readonly caseId: string };
  PublicReportHandled: { readonly result: string; readonly verified: boolean; readonly handledOn: string };
  PublicReportAnswered: { readonly content: string; readonly answeredAt: string };
  /** refers to the configured standard. */
  ReportRewardDecided: {
    readonly granted: boolean;
    /** Yuan, null where none is granted. */
    readonly amount: string | null;
    readonly standard: string;
    readonly article: string;
    readonly reasons: string;
    readonly decidedOn: string;
  };
  ReportRewardPaid: { readonly amount: string; readonly paidOn: string; readonly voucherNo: string | null };
  /** Somebody who may was about to read who reported (O-39). */
  ReporterIdentityOpened: { readonly why: string };
  PublicReportClosed: { readonly summary: string };
}>;
