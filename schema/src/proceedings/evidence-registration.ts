import { REGISTRATION_ENDINGS, type EvidenceRegistration } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  registered: '登记保存中',
  resolved: '已处理',
  lapsed: '逾期自动解除',
} as const satisfies Readonly<Record<EvidenceRegistration['status'], string>>;

export const EvidenceRegistrationType = itemType<EvidenceRegistration>(
  'EvidenceRegistration',
  '证据先行登记保存 / evidence registered in advance',
  {
    id: one('ID'),
    status: one(enumType('EvidenceRegistrationStatus', STATUS)),
    partyId: one('ID'),
    items: many('String'),
    registeredOn: one('PartialDate'),
    approved: one('Boolean'),
    ended: maybe(enumType('RegistrationEnding', REGISTRATION_ENDINGS)),
  },
);
