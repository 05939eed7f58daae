import type { EventsOf } from '../kernel/events-of';

export const REGISTRATION_ENDINGS = {
  returned: '退还当事人',
  recorded: '采取记录、复制、拍照等方式保全后退还',
  seized: '查封、扣押',
  confiscated: '没收',
  transferred: '移送有关部门',
} as const;
export type RegistrationEnding = keyof typeof REGISTRATION_ENDINGS;

/** 证据先行登记保存: decided upon within seven working days, or it lapses by itself (处罚法 art. 56, 办法 arts. 32, 33). */
export type EvidenceRegistrationEvent = EventsOf<{
  EvidenceRegistered: {
    readonly registrationId: string;
    readonly partyId: string;
    readonly items: readonly string[];
    readonly registeredOn: string;
    /** Who approved it, null where it was urgent and the formal approval follows within 24 hours. */
    readonly approvedBy: string | null;
  };
  RegistrationApproved: { readonly registrationId: string };
  RegistrationResolved: { readonly registrationId: string; readonly how: RegistrationEnding; readonly on: string };
  RegistrationLapsed: { readonly registrationId: string };
}>;
