import type { EventsOf } from '../kernel/events-of';

export const DISCLOSURE_SUBJECTS = { penalty: '行政处罚决定', result: '问题处理结果', typicalCase: '典型案例曝光' } as const;
export type DisclosureSubject = keyof typeof DISCLOSURE_SUBJECTS;

/** */
export const CREDIT_RECEIVERS = {
  creditPlatform: '信用信息共享平台',
  enterpriseCreditSystem: '国家企业信用信息公示系统',
} as const;
export type CreditReceiver = keyof typeof CREDIT_RECEIVERS;

export type DisclosureEvent = EventsOf<{
  DisclosurePublished: {
    readonly disclosureId: string;
    readonly subject: DisclosureSubject;
    readonly problemIds: readonly string[];
    readonly penaltyId: string | null;
    readonly channel: string;
    readonly title: string;
    readonly text: string;
    readonly url: string | null;
    readonly publishedAt: string;
  };
  /** Never an erasure: what was published is taken down with its reason (O-23). */
  DisclosureWithdrawn: {
    readonly disclosureId: string;
    readonly reason: string;
    /** The penalty, where its decision still stands: it is to be published anew. */
    readonly penaltyId?: string;
  };
  /** The publication stands, with other words; the former ones stay in the log. */
  DisclosureCorrected: {
    readonly disclosureId: string;
    readonly reason: string;
    readonly title: string;
    readonly text: string;
    readonly correctedAt: string;
  };
  /** verified tampering or fabrication told to the superior authority. */
  FraudReportedToSuperior: {
    readonly problemId: string;
    readonly superior: string;
    readonly reportNo: string | null;
    readonly handling?: string;
  };
  /** Where no receiver is named both were told, as before they were told apart. */
  CreditInformationPushed: {
    readonly penaltyId: string;
    readonly platforms: readonly string[];
    readonly reference: string;
    readonly to?: readonly CreditReceiver[];
  };
  /** */
  ReporterAnswered: { readonly problemId: string; readonly content: string };
  /** told upward by the procedure for typical cases. */
  TypicalCaseReported: {
    readonly typicalCaseId: string;
    readonly problemIds: readonly string[];
    readonly superior: string;
    readonly reportNo: string | null;
    readonly summary: string;
    readonly reportedOn: string;
  };
  /** media at an on-site enforcement. */
  MediaInvited: { readonly media: readonly string[]; readonly occasion: string; readonly on: string };
  /** */
  LegalEducationRecorded: { readonly audience: string; readonly content: string; readonly on: string };
}>;
