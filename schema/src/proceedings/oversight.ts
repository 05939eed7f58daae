import { OVERSIGHT_KINDS, OVERSIGHT_OUTCOMES, type Oversight } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  opened: '已提出',
  answered: '已答复',
  suit: '诉讼中',
  ended: '已终结',
} as const satisfies Readonly<Record<Oversight['status'], string>>;

export const OversightType = itemType<Oversight>('Oversight', '对主管部门的监督 / oversight of the authority', {
  id: one('ID'),
  status: one(enumType('OversightStatus', STATUS)),
  kind: one(enumType('OversightKind', OVERSIGHT_KINDS)),
  by: one('String'),
  against: one('String'),
  problemIds: many('ID'),
  demand: one('String'),
  openedOn: one('PartialDate'),
  answeredOn: maybe('PartialDate'),
  outcome: maybe(enumType('OversightOutcome', OVERSIGHT_OUTCOMES)),
});
