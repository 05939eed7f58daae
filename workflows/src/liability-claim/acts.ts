import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import type { OfficialFunction } from '../kernel/codes';
import { docNo, enumOf, flag, id, list, money, object, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { CLAIM_KINDS, CLAIMANTS } from './events';
import { consultedFirst } from './guards/code-1073-consulted-first';
import { jointWithOthers } from './guards/r-120-fraud-behind-it';
import { besideThePenalty } from './guards/r-121-never-in-place';
import { liabilityClaimProcedure } from './machine';

const CLAIMING: readonly OfficialFunction[] = ['enforcementAgency', 'authorityHead', 'procuratorate', 'localPartyGovernment'];
const SUING: readonly OfficialFunction[] = [...CLAIMING, 'court'];

const claimId = id('责任主张编号', 'id of the claim');

const atStep = stepsOf({
  target: 'claimId' as const,
  items: (file) => file.liabilityClaims,
  procedure: liabilityClaimProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的责任主张', en: 'No liability claim is at this step' } },
});

const claimant = object(
  'ClaimantInput',
  { kind: enumOf('ClaimantKind', CLAIMANTS, { zh: '类别', en: 'kind' }), name: text('名称', 'name', 200) },
  { zh: '主张人', en: 'claimant' },
);

const liable = object(
  'LiablePartyInput',
  {
    partyId: id('当事人编号，未登记的不填', 'id of the party, empty where not registered').optional(),
    name: text('名称', 'name', 200),
    as: text('以何身份承担', 'as what', 100),
  },
  { zh: '责任者', en: 'liable party' },
);

export const enterLiabilityClaim = caseAct({
  name: 'enterLiabilityClaim',
  title: { zh: '登记连带责任、损害赔偿主张', en: 'Enter a claim of joint liability or compensation' },
  by: CLAIMING,
  input: z.strictObject({
    kind: enumOf('ClaimKind', CLAIM_KINDS, { zh: '途径', en: 'way' }),
    claimant,
    liable: list(liable, '责任者', 'liable parties', { min: 1 }),
    joint: flag('是否主张连带责任', 'is joint liability claimed'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    damage: text('损害事实', 'the damage', 20_000),
    amount: money('主张金额（元）', 'amount claimed, yuan').optional(),
    legalBasis: text('法律依据', 'legal basis'),
  }),
  basis: ['R-120', 'R-121', 'CODE-1067', 'CODE-1073'],
  targets: (file) => whole(file.problems.some((problem) => problem.finding !== null)),
  outOfTurn: { rule: 'W-02', message: { zh: '问题经调查认定后方可主张责任', en: 'A claim follows a finding' } },
  guards: [knownProblems, ...jointWithOthers, besideThePenalty],
  events: ({ amount, liable: parties, ...input }, { state }) => [
    {
      type: 'LiabilityClaimEntered',
      payload: {
        ...input,
        claimId: nextItemId('claim', state.liabilityClaims),
        liable: parties.map((each) => ({ ...each, partyId: each.partyId ?? null })),
        amount: amount ?? null,
      },
    },
  ],
});

export const consultOnCompensation = caseAct({
  name: 'consultOnCompensation',
  title: { zh: '损害赔偿磋商', en: 'Consult on compensation' },
  by: CLAIMING,
  input: z.strictObject({ claimId, heldOn: partialDate('磋商日期', 'day'), record: text('磋商记录', 'record', 20_000) }),
  basis: ['CODE-1073'],
  ...atStep('CompensationConsulted'),
  events: (input) => [{ type: 'CompensationConsulted', payload: input }],
});

export const agreeOnCompensation = caseAct({
  name: 'agreeOnCompensation',
  title: { zh: '达成赔偿协议', en: 'Agree on compensation' },
  by: CLAIMING,
  input: z.strictObject({
    claimId,
    agreementNo: docNo('协议编号', 'number of the agreement'),
    agreedOn: partialDate('签订日期', 'day'),
    amount: money('赔偿金额（元）', 'amount, yuan'),
    confirmedBy: text('司法确认法院', 'court that confirmed it', 200).optional(),
  }),
  basis: ['CODE-1073', 'R-121'],
  ...atStep('CompensationAgreed'),
  events: ({ agreementNo, confirmedBy, ...input }) => [
    { type: 'CompensationAgreed', payload: { ...input, agreementNo: agreementNo ?? null, confirmedBy: confirmedBy ?? null } },
  ],
});

export const endConsultation = caseAct({
  name: 'endConsultation',
  title: { zh: '磋商未达成一致', en: 'Record that the consultation failed' },
  by: CLAIMING,
  input: z.strictObject({ claimId, on: partialDate('日期', 'day'), reason: text('原因', 'reason') }),
  basis: ['CODE-1073'],
  ...atStep('CompensationConsultationFailed'),
  events: (input) => [{ type: 'CompensationConsultationFailed', payload: input }],
});

export const fileLiabilitySuit = caseAct({
  name: 'fileLiabilitySuit',
  title: { zh: '提起公益诉讼、损害赔偿诉讼', en: 'File the suit' },
  by: SUING,
  input: z.strictObject({
    claimId,
    court: text('受理法院', 'court', 200),
    caseNo: docNo('案号', 'number of the case'),
    filedOn: partialDate('起诉日期', 'day'),
  }),
  basis: ['R-120', 'CODE-1073'],
  ...atStep('LiabilitySuitFiled'),
  guards: [consultedFirst],
  events: ({ caseNo, ...input }) => [{ type: 'LiabilitySuitFiled', payload: { ...input, caseNo: caseNo ?? null } }],
});

export const recordLiabilityJudgment = caseAct({
  name: 'recordLiabilityJudgment',
  title: { zh: '登记民事裁判结果', en: 'Record the judgment on liability' },
  by: SUING,
  input: z.strictObject({
    claimId,
    court: text('裁判法院', 'court', 200),
    judgmentNo: docNo('裁判文书号', 'number of the judgment'),
    judgedOn: partialDate('裁判日期', 'day'),
    upheld: flag('是否支持主张', 'was the claim upheld'),
    jointlyLiable: list(text('连带责任人', 'jointly liable', 200), '判令承担连带责任者', 'who is jointly liable'),
    amount: money('判令金额（元）', 'amount, yuan').optional(),
    result: text('裁判结果', 'result', 20_000),
  }),
  basis: ['R-120'],
  ...atStep('LiabilityJudged'),
  events: ({ judgmentNo, amount, ...input }) => [
    { type: 'LiabilityJudged', payload: { ...input, judgmentNo: judgmentNo ?? null, amount: amount ?? null } },
  ],
});

export const recordClaimFulfilled = caseAct({
  name: 'recordClaimFulfilled',
  title: { zh: '登记赔偿、修复履行', en: 'Record that a claim was fulfilled' },
  by: SUING,
  input: z.strictObject({ claimId, on: partialDate('履行日期', 'day'), how: text('履行情况', 'how') }),
  basis: ['R-120'],
  ...atStep('LiabilityClaimFulfilled'),
  events: (input) => [{ type: 'LiabilityClaimFulfilled', payload: input }],
});

export const withdrawLiabilityClaim = caseAct({
  name: 'withdrawLiabilityClaim',
  title: { zh: '撤回责任主张', en: 'Withdraw a liability claim' },
  by: CLAIMING,
  input: z.strictObject({ claimId, on: partialDate('日期', 'day'), reason: text('理由', 'reason') }),
  basis: ['R-120'],
  ...atStep('LiabilityClaimWithdrawn'),
  events: (input) => [{ type: 'LiabilityClaimWithdrawn', payload: input }],
});

export const copyClaimToProcuratorate = caseAct({
  name: 'copyClaimToProcuratorate',
  title: { zh: '向检察机关抄送材料', en: 'Copy the papers of a claim to the procuratorate' },
  by: CLAIMING,
  input: z.strictObject({
    claimId,
    procuratorate: text('检察机关', 'procuratorate', 200),
    papers: text('材料', 'papers', 2000),
    copiedOn: partialDate('抄送日期', 'day'),
  }),
  basis: ['R-120', 'CODE-1073'],
  ...atStep('ClaimPapersCopiedToProcuratorate'),
  events: (input) => [{ type: 'ClaimPapersCopiedToProcuratorate', payload: input }],
});

export const liabilityClaimActs = [
  enterLiabilityClaim,
  consultOnCompensation,
  agreeOnCompensation,
  endConsultation,
  fileLiabilitySuit,
  recordLiabilityJudgment,
  recordClaimFulfilled,
  withdrawLiabilityClaim,
  copyClaimToProcuratorate,
] as const;
