import {
  PARTY_KINDS,
  PENALTY_KINDS,
  SUSPENSION_GROUNDS,
  type GroundOfLaw,
  type Penalty,
  type PenaltyDecision,
  type PenaltyNotice,
} from '@liuhen/workflows';
import { NamedPersonType } from '../common-types';
import { enumType, PenaltyStatusEnum } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const PenaltyNoticeType = itemType<PenaltyNotice>('PenaltyNotice', '事先告知 / notice of the planned penalty', {
  servedOn: one('PartialDate'),
  plannedFine: maybe('Decimal'),
  hearingRight: one('Boolean'),
});

const GroundOfLawType = itemType<GroundOfLaw>('GroundOfLaw', '适用的法律及理由 / law chosen from the day of the act and of the decision', {
  violatedOn: one('PartialDate'),
  decidedOn: one('PartialDate'),
  law: one('String'),
  why: one('String'),
});

const PenaltyDecisionType = itemType<PenaltyDecision>('PenaltyDecision', '处罚决定 / decision', {
  docNo: maybe('String'),
  decidedOn: one('PartialDate'),
  fine: maybe('Decimal', '元；无罚款或未公布为空 / yuan'),
  kinds: many(enumType('PenaltyKind', PENALTY_KINDS)),
  confiscated: maybe('Decimal', '没收，元 / confiscated, yuan'),
  groundOfLaw: maybe(GroundOfLawType),
});

const SuspensionType = itemType<NonNullable<Penalty['suspension']>>('PenaltySuspension', '中止调查 / suspended', {
  ground: one(enumType('SuspensionGround', SUSPENSION_GROUNDS)),
  on: one('PartialDate'),
});

export const PenaltyType = itemType<Penalty>('Penalty', '行政处罚，一方当事人一件 / one proceeding per party', {
  id: one('ID'),
  status: one(PenaltyStatusEnum),
  partyId: one('ID'),
  partyName: one('String'),
  problemIds: many('ID'),
  officers: many(NamedPersonType),
  recused: many('ID', '已决定回避的人员 / persons whose recusal was decided'),
  filedOn: one('PartialDate'),
  violatedOn: maybe('PartialDate', '违法行为发生（终了）之日 / day of the act, or of its end'),
  harm: maybe('Boolean', '是否造成危害后果 / did harm follow'),
  partyKind: maybe(enumType('PartyKind', PARTY_KINDS)),
  notice: maybe(PenaltyNoticeType),
  statement: one('String'),
  hearing: one('String'),
  decision: maybe(PenaltyDecisionType),
  servedOn: maybe('PartialDate'),
  paid: one('Decimal'),
  clockStopped: one('Boolean', '办案期限中止计算 / the ninety days stand still'),
  suspension: maybe(SuspensionType),
  deferredUntil: maybe('PartialDate'),
  surcharge: maybe('Decimal', '加处罚款，元 / yuan'),
  remindedOn: maybe('PartialDate'),
  extensions: one('Int'),
});
