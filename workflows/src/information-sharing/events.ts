import type { EventsOf } from '../kernel/events-of';

export const SHARING_RECIPIENTS = { policeAuthority: '公安机关', procuratorate: '检察机关', court: '人民法院' } as const;
export type SharingRecipient = keyof typeof SHARING_RECIPIENTS;

/** 信息共享 on a verified tampering or fabrication (R-146; 衔接办法 art. 34: within seven days). */
export type InformationSharingEvent = EventsOf<{
  CaseInformationShared: {
    readonly problemId: string;
    readonly recipients: readonly SharingRecipient[];
    readonly channel: string;
    readonly content: string;
    readonly on: string;
  };
}>;
