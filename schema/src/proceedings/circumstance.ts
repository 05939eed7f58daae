import { CIRCUMSTANCES, type Circumstance } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

export const CircumstanceType = itemType<Circumstance>('Circumstance', '与案件有关的情况 / circumstance of the case', {
  kind: one(enumType('CircumstanceKind', CIRCUMSTANCES)),
  body: one('String'),
  docNo: maybe('String'),
  on: maybe('PartialDate'),
  detail: one('String'),
  problemIds: many('ID'),
});
