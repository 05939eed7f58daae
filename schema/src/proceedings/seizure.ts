import { SEIZURE_ENDINGS, SEIZURE_GROUNDS, SEIZURE_KINDS, type Seizure } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  inForce: '执行中',
  liftApplied: '申请解除中',
  lifted: '已解除',
  handedOver: '已移交公安机关',
  ended: '已启封',
} as const satisfies Readonly<Record<Seizure['status'], string>>;

export const SeizureType = itemType<Seizure>('Seizure', '查封、扣押 / seizure', {
  id: one('ID'),
  status: one(enumType('SeizureStatus', STATUS)),
  kind: one(enumType('SeizureKind', SEIZURE_KINDS)),
  partyId: one('ID'),
  problemIds: many('ID'),
  ground: one(enumType('SeizureGround', SEIZURE_GROUNDS)),
  articles: many('String'),
  docNo: maybe('String'),
  decidedOn: one('PartialDate'),
  until: one('PartialDate'),
  extended: one('Boolean'),
  approved: one('Boolean', '现场紧急实施的，补办批准前为否 / false for an urgent one until it is approved'),
  ended: maybe(enumType('SeizureEnding', SEIZURE_ENDINGS)),
});
