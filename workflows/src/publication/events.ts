import type { EventsOf } from '../kernel/events-of';

export const ENVIRONMENTAL_INFORMATION = { environmentalQuality: '环境质量信息', majorInformation: '其他重大环境信息' } as const;
export type EnvironmentalInformation = keyof typeof ENVIRONMENTAL_INFORMATION;

/** What a unit publishes beside its cases: quarters of joint operations, automatic data, environmental quality. */
export type PublicationEvent = EventsOf<{
  PublicationLedgerOpened: { readonly unit: string; readonly jurisdiction: string; readonly year: number };
  /** one per quarter, so that each is owed by its own day. */
  QuarterlyDisclosureDue: { readonly quarter: string; readonly dueOn: string };
  QuarterlyDisclosurePublished: {
    readonly quarter: string;
    readonly problems: string;
    readonly results: string;
    readonly channel: string;
    readonly url: string | null;
    readonly publishedOn: string;
  };
  /** on the national permit platform, step by step. */
  AutomaticDataPublished: {
    readonly partyId: string;
    readonly platform: string;
    readonly period: string;
    readonly reference: string;
    readonly publishedOn: string;
  };
  /** */
  EnvironmentalInformationPublished: {
    readonly kind: EnvironmentalInformation;
    readonly title: string;
    readonly channel: string;
    readonly publishedOn: string;
    readonly agreementNo: string | null;
    readonly reference: string | null;
  };
}>;
