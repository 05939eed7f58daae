import { REMEDY_OUTCOMES, REMEDY_TARGETS, type Remedy, type RemedyTarget } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, maybe, one } from '../item-types';

const STATUS = {
  applied: '已申请复议',
  accepted: '复议受理',
  notAccepted: '复议不予受理',
  decided: '复议决定',
  filed: '已起诉',
  firstInstance: '一审判决',
  appealed: '已上诉',
  final: '生效',
  ended: '撤回或调解',
} as const satisfies Readonly<Record<Remedy['status'], string>>;

const RemedyTargetType = itemType<RemedyTarget>('RemedyTarget', '救济对象 / what it is taken against', {
  kind: one(enumType('RemedyTargetKind', REMEDY_TARGETS)),
  id: one('ID'),
});

export const RemedyType = itemType<Remedy>('Remedy', '行政复议、行政诉讼 / reconsideration or suit', {
  id: one('ID'),
  status: one(enumType('RemedyStatus', STATUS)),
  kind: one(enumType('RemedyKind', { reconsideration: '行政复议', suit: '行政诉讼' })),
  target: one(RemedyTargetType),
  before: one('String', '复议机关或者法院 / organ or court'),
  startedOn: one('PartialDate'),
  outcome: maybe(enumType('RemedyOutcome', REMEDY_OUTCOMES)),
  changedFine: maybe('Decimal'),
  reasons: maybe('String'),
  decidedOn: maybe('PartialDate'),
  stayed: one('Boolean', '停止执行 / execution stayed'),
  after: maybe('ID'),
});
