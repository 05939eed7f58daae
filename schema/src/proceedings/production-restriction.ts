import { RESTRICTION_END, RESTRICTION_KINDS, type ProductionRestriction } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  noticed: '已告知',
  decided: '已决定',
  inForce: '执行中',
  lifted: '已解除',
} as const satisfies Readonly<Record<ProductionRestriction['status'], string>>;

export const ProductionRestrictionType = itemType<ProductionRestriction>(
  'ProductionRestriction',
  '限制生产、停产整治 / restriction or suspension of production',
  {
    id: one('ID'),
    status: one(enumType('ProductionRestrictionStatus', STATUS)),
    kind: one(enumType('RestrictionKind', RESTRICTION_KINDS)),
    partyId: one('ID'),
    problemIds: many('ID'),
    docNo: maybe('String'),
    decidedOn: maybe('PartialDate'),
    servedOn: maybe('PartialDate'),
    until: maybe('PartialDate', '限制生产的最后一日；停产整治为空 / last day of a restriction'),
    extended: one('Boolean'),
    ended: maybe(enumType('RestrictionEnd', RESTRICTION_END)),
  },
);
