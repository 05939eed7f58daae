import { PERMIT_MEASURES, type PermitMeasure } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = { decided: '已决定', executed: '已执行', lifted: '已解除' } as const satisfies Readonly<
  Record<PermitMeasure['status'], string>
>;

export const PermitMeasureType = itemType<PermitMeasure>('PermitMeasure', '许可措施 / measure on a permit or grade', {
  id: one('ID'),
  status: one(enumType('PermitMeasureStatus', STATUS)),
  kind: one(enumType('PermitMeasureKind', PERMIT_MEASURES)),
  partyId: one('ID'),
  problemIds: many('ID'),
  penaltyId: maybe('ID'),
  docNo: maybe('String'),
  decidedOn: one('PartialDate'),
});
