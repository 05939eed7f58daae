import type { DailyPenalty } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  ordered: '已责令改正',
  refused: '复查拒不改正',
  corrected: '复查已改正',
  noticed: '已告知',
  decided: '已决定',
  served: '已送达',
  executed: '执行完毕',
  revoked: '已撤销',
} as const satisfies Readonly<Record<DailyPenalty['status'], string>>;

export const DailyPenaltyType = itemType<DailyPenalty>('DailyPenalty', '按日连续处罚 / consecutive daily penalty', {
  id: one('ID'),
  status: one(enumType('DailyPenaltyStatus', STATUS)),
  penaltyId: one('ID', '原处罚案 / the penalty it follows'),
  partyId: one('ID'),
  problemIds: many('ID'),
  orderServedOn: one('PartialDate'),
  after: maybe('ID', '承接的上一轮 / the item that it goes on from'),
  reinspectedOn: maybe('PartialDate'),
  days: maybe('Int'),
  dailyAmount: maybe('Decimal'),
  amount: maybe('Decimal', '元 / yuan'),
  explanation: maybe('String', '计算说明 / how the sum was computed'),
  paid: one('Decimal'),
});
