import type { Closure } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  applied: '已报请',
  approved: '政府已批准',
  notApproved: '政府不批准',
  ordered: '已责令',
  carriedOut: '已停业关闭',
  revoked: '已撤销',
} as const satisfies Readonly<Record<Closure['status'], string>>;

export const ClosureType = itemType<Closure>('Closure', '责令停业、关闭 / closure', {
  id: one('ID'),
  status: one(enumType('ClosureStatus', STATUS)),
  partyId: one('ID'),
  problemIds: many('ID'),
  seriousness: one('String', '情节严重的理由 / why the case is serious'),
  government: one('String', '有批准权的人民政府 / government with the power of approval'),
  approvalNo: maybe('String'),
  orderNo: maybe('String'),
});
