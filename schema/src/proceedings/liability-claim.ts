import { CLAIM_KINDS, CLAIMANTS, type LabCreditEvaluation, type LiabilityClaim, type LiableParty } from '@liuhen/workflows';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const STATUS = {
  entered: '已主张',
  consulting: '磋商中',
  agreed: '达成协议',
  consultationFailed: '磋商未达成一致',
  sued: '已起诉',
  judged: '已裁判',
  fulfilled: '已履行',
  withdrawn: '已撤回',
} as const satisfies Readonly<Record<LiabilityClaim['status'], string>>;

const ClaimantType = itemType<LiabilityClaim['claimant']>('Claimant', '主张人 / claimant', {
  kind: one(enumType('ClaimantKind', CLAIMANTS)),
  name: one('String'),
});

const LiablePartyType = itemType<LiableParty>('LiableParty', '责任者 / liable party', {
  partyId: maybe('ID'),
  name: one('String'),
  as: one('String'),
});

export const LiabilityClaimType = itemType<LiabilityClaim>(
  'LiabilityClaim',
  '连带责任、损害赔偿主张，在处罚之外 / joint liability or compensation, beside the penalty',
  {
    id: one('ID'),
    status: one(enumType('LiabilityClaimStatus', STATUS)),
    kind: one(enumType('ClaimKind', CLAIM_KINDS)),
    claimant: one(ClaimantType),
    liable: many(LiablePartyType),
    joint: one('Boolean'),
    problemIds: many('ID'),
    amount: maybe('Decimal'),
    court: maybe('String'),
    result: maybe('String'),
    jointlyLiable: many('String'),
    copiedToProcuratorate: one('Boolean'),
  },
);

export const LabCreditEvaluationType = itemType<LabCreditEvaluation>(
  'LabCreditEvaluation',
  '受处罚监测机构的信用评价 / credit evaluation of a penalised lab',
  {
    id: one('ID'),
    penaltyId: one('ID'),
    partyId: one('ID'),
    partyName: one('String'),
    evaluatedBy: one('String'),
    measure: one('String'),
    grade: one('String'),
    evaluatedOn: one('PartialDate'),
  },
);
