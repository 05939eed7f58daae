import type { EventsOf } from '../kernel/events-of';

export const DISCLOSURE_SUBJECTS = { penalty: '行政处罚决定', result: '问题处理结果', typicalCase: '典型案例曝光' } as const;
export type DisclosureSubject = keyof typeof DISCLOSURE_SUBJECTS;

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
  DisclosureWithdrawn: { readonly disclosureId: string; readonly reason: string };
  /** verified tampering or fabrication told to the superior authority. */
  FraudReportedToSuperior: { readonly problemId: string; readonly superior: string; readonly reportNo: string | null };
  /** */
  CreditInformationPushed: { readonly penaltyId: string; readonly platforms: readonly string[]; readonly reference: string };
  /** */
  ReporterAnswered: { readonly problemId: string; readonly content: string };
}>;
