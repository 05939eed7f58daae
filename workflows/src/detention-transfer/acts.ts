import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { docNo, enumOf, evidence, id, jurisdictionCode, list, object, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { DETENTION_GROUNDS, DETENTION_ROLES } from './events';
import { noCrimeYet, penaltyFirst } from './guards/det-02-no-crime-penalty-decided';
import { sevenItems } from './guards/det-11-seven-items';
import { askedInTime } from './guards/det-13-asked-in-time';
import { addressedPolice } from './guards/det-12-addressed-police';
import { detentionTransferProcedure } from './machine';

const oneTransfer = z.strictObject({ detentionId: id('移送编号', 'id of the transfer') });
const on = partialDate('日期', 'day');

const atStep = stepsOf({
  target: 'detentionId' as const,
  items: (file) => file.detentionTransfers,
  procedure: detentionTransferProcedure,
  none: { rule: ['DET-10', 'W-02'], message: { zh: '没有处于该环节的行政拘留移送', en: 'No transfer for detention is at this step' } },
});

const byThePolice = { by: ['policeAuthority'], guards: [addressedPolice] } as const;

export const proposeDetentionTransfer = caseAct({
  name: 'proposeDetentionTransfer',
  title: { zh: '提请移送行政拘留', en: 'Propose a transfer for detention' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    penaltyId: id('处罚案编号', 'the penalty that was decided'),
    ground: enumOf('DetentionGround', DETENTION_GROUNDS, { zh: '适用情形', en: 'ground' }),
    persons: list(
      object(
        'DetentionPersonInput',
        { name: text('姓名', 'name', 60), role: enumOf('DetentionRole', DETENTION_ROLES, { zh: '责任', en: 'role' }) },
        { zh: '责任人员', en: 'responsible person' },
      ),
      '责任人员',
      'responsible persons',
      { min: 1, max: 50 },
    ),
  }),
  basis: ['R-052', 'R-139', 'DET-02', 'DET-09', 'DET-10', 'CODE-1108'],
  targets: (file) => whole(file.problems.some((problem) => problem.finding?.finding === 'violation')),
  outOfTurn: {
    rule: ['R-139', 'DET-02', 'W-02'],
    message: { zh: '没有可移送行政拘留的违法行为', en: 'No violation waits for a transfer for detention' },
    missing: [{ zh: '违法认定', en: 'finding of a violation' }],
  },
  guards: [knownProblems, noCrimeYet, ...penaltyFirst],
  events: (input, { state }) => [
    { type: 'DetentionTransferProposed', payload: { ...input, detentionId: nextItemId('detention', state.detentionTransfers) } },
  ],
});

export const approveDetentionTransfer = caseAct({
  name: 'approveDetentionTransfer',
  title: { zh: '批准移送行政拘留', en: 'Approve a transfer for detention' },
  by: ['authorityHead'],
  input: oneTransfer.extend({ approvedOn: partialDate('批准日期', 'day of the approval') }),
  basis: ['DET-10'],
  ...atStep('DetentionTransferApproved'),
  events: (input) => [{ type: 'DetentionTransferApproved', payload: input }],
});

export const refuseDetentionTransfer = caseAct({
  name: 'refuseDetentionTransfer',
  title: { zh: '不批准移送行政拘留', en: 'Refuse a transfer for detention' },
  by: ['authorityHead'],
  input: oneTransfer.extend({ reasons: text('不批准的理由', 'reasons, kept on file') }),
  basis: ['DET-10'],
  ...atStep('DetentionTransferRefused'),
  events: (input) => [{ type: 'DetentionTransferRefused', payload: input }],
});

const papers = object(
  'DetentionPapersInput',
  {
    materialsList: evidence.optional(),
    transferLetter: evidence.optional(),
    investigationReport: evidence.optional(),
    evidence: evidence.optional(),
    articlesList: evidence.optional(),
    penaltyDecision: evidence.optional(),
    others: list(evidence, '其他材料', 'other papers').optional(),
  },
  { zh: '移送材料（原件）', en: 'papers, in the original' },
);

export const sendDetentionTransfer = caseAct({
  name: 'sendDetentionTransfer',
  title: { zh: '向公安机关移送行政拘留案件', en: 'Send a transfer for detention' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({
    letterNo: docNo('移送书文号', 'number of the letter'),
    policeOrganisation: text('受移送公安机关', 'police it is sent to', 120),
    policeJurisdiction: jurisdictionCode('公安机关行政区划代码', 'GB/T 2260 code of the police'),
    sentOn: partialDate('移送日期', 'day of the transfer'),
    papers,
  }),
  basis: ['R-139', 'DET-11', 'DET-12'],
  ...atStep('DetentionTransferSent'),
  guards: [sevenItems],
  events: ({ papers: sent, letterNo, ...input }) => {
    const { materialsList, transferLetter, investigationReport, evidence: proof, articlesList, penaltyDecision, others = [] } = sent;
    // The guard has refused an incomplete package already; here the compiler is told so.
    if (!materialsList || !transferLetter || !investigationReport || !proof || !articlesList || !penaltyDecision) return [];
    const complete = { materialsList, transferLetter, investigationReport, evidence: proof, articlesList, penaltyDecision, others };

    return [{ type: 'DetentionTransferSent', payload: { ...input, letterNo: letterNo ?? null, papers: complete } }];
  },
});

export const receiveDetentionTransfer = caseAct({
  name: 'receiveDetentionTransfer',
  title: { zh: '公安机关签收行政拘留案件', en: 'Receive a transfer for detention' },
  ...byThePolice,
  input: oneTransfer.extend({ receiptNo: docNo('回执文号', 'number of the receipt'), on }),
  basis: ['DET-12'],
  ...atStep('DetentionTransferReceived'),
  events: ({ receiptNo, ...input }) => [{ type: 'DetentionTransferReceived', payload: { ...input, receiptNo: receiptNo ?? null } }],
});

export const requestDetentionSupplement = caseAct({
  name: 'requestDetentionSupplement',
  title: { zh: '要求补充行政拘留案件材料', en: 'Ask for a supplement to a transfer for detention' },
  ...byThePolice,
  guards: [addressedPolice, askedInTime],
  input: oneTransfer.extend({ demanded: text('需补充的材料', 'what is to be supplied'), on }),
  basis: ['DET-13'],
  ...atStep('DetentionSupplementRequested'),
  events: (input) => [{ type: 'DetentionSupplementRequested', payload: input }],
});

export const supplyDetentionSupplement = caseAct({
  name: 'supplyDetentionSupplement',
  title: { zh: '补充行政拘留案件材料', en: 'Supply the supplement to a transfer for detention' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({ supplied: text('补充的材料', 'what is supplied') }),
  basis: ['DET-13'],
  ...atStep('DetentionSupplementSupplied'),
  events: (input) => [{ type: 'DetentionSupplementSupplied', payload: input }],
});

const count = (zh: string, en: string) => z.int().min(1).max(10_000).meta({ zh, en, scalar: 'Int' }).optional();

export const decideDetention = caseAct({
  name: 'decideDetention',
  title: { zh: '公安机关作出行政拘留决定', en: 'Record the decision of a detention' },
  ...byThePolice,
  input: oneTransfer.extend({
    docNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    persons: count('拘留人数', 'number of persons'),
    days: count('拘留日数', 'days of detention'),
  }),
  basis: ['DET-14', 'CODE-1108'],
  ...atStep('DetentionDecided'),
  events: ({ docNo: no, persons, days, ...input }) => [
    { type: 'DetentionDecided', payload: { ...input, docNo: no ?? null, persons: persons ?? null, days: days ?? null } },
  ],
});

export const returnDetentionTransfer = caseAct({
  name: 'returnDetentionTransfer',
  title: { zh: '不符合行政拘留条件，退回', en: 'Return a transfer whose conditions are not met' },
  ...byThePolice,
  input: oneTransfer.extend({ reasons: text('书面理由', 'written reasons'), on }),
  basis: ['DET-15'],
  ...atStep('DetentionNotMet'),
  events: (input) => [{ type: 'DetentionNotMet', payload: input }],
});

export const turnDetentionCriminal = caseAct({
  name: 'turnDetentionCriminal',
  title: { zh: '行政拘留案件转为刑事案件', en: 'Record that a detention case became a criminal one' },
  ...byThePolice,
  input: oneTransfer.extend({ on, detail: text('说明', 'detail') }),
  basis: ['CJL-09', 'DET-02'],
  ...atStep('DetentionBecameCriminal'),
  events: (input) => [{ type: 'DetentionBecameCriminal', payload: input }],
});

export const detentionTransferActs = [
  proposeDetentionTransfer,
  approveDetentionTransfer,
  refuseDetentionTransfer,
  sendDetentionTransfer,
  receiveDetentionTransfer,
  requestDetentionSupplement,
  supplyDetentionSupplement,
  decideDetention,
  returnDetentionTransfer,
  turnDetentionCriminal,
] as const;
