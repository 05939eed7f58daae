import { DETENTION_GROUNDS, type DetentionTransfer } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  proposed: '已提请',
  approved: '已批准',
  refused: '不批准',
  sent: '已移送',
  received: '已签收',
  supplementing: '补充材料',
  detained: '已决定拘留',
  notMet: '不予拘留退回',
  becameCriminal: '转为刑事案件',
} as const satisfies Readonly<Record<DetentionTransfer['status'], string>>;

export const DetentionTransferType = itemType<DetentionTransfer>('DetentionTransfer', '移送行政拘留 / transfer for detention', {
  id: one('ID'),
  status: one(enumType('DetentionTransferStatus', STATUS)),
  problemIds: many('ID'),
  penaltyId: one('ID'),
  ground: one(enumType('DetentionGround', DETENTION_GROUNDS)),
  policeOrganisation: maybe('String'),
  policeJurisdiction: maybe('String'),
  letterNo: maybe('String'),
  sentOn: maybe('PartialDate'),
  receivedOn: maybe('PartialDate'),
  decidedOn: maybe('PartialDate'),
  notMetReasons: maybe('String'),
});
