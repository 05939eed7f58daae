import type { OutsideTransfer } from '@liuhen/workflows';
import { UnitType } from '../common-types';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  offered: '已移送',
  received: '已签收',
  accepted: '已受理',
  returned: '已退回',
  answered: '已答复',
} as const satisfies Readonly<Record<OutsideTransfer['status'], string>>;

export const OutsideTransferType = itemType<OutsideTransfer>('OutsideTransfer', '移送其他部门 / transfer to another department', {
  id: one('ID'),
  status: one(enumType('OutsideTransferStatus', STATUS)),
  problemIds: many('ID'),
  from: one(UnitType),
  to: one(UnitType),
  letterNo: maybe('String'),
  matter: one('String'),
  sentOn: one('PartialDate'),
  outcome: maybe('String'),
  returnReason: maybe('String'),
});
