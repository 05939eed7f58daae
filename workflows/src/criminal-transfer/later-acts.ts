import { z } from 'zod';
import { caseAct, itemOf } from '../case/act';
import type { CaseEvent, CaseFile } from '../case/state';
import { docNo, enumOf, flag, money, partialDate, text } from '../kernel/input';
import { clockResumptions } from '../penalty/clock';
import { COERCIVE_MEASURES, FILING_SUPERVISION_GROUNDS, JUDGMENT_OUTCOMES, type CriminalTransferEvent } from './events';
import { reconsiderationInTime } from './guards/cjl-11-reconsideration-in-time';
import { silentOnlyAfterTheLimit } from './guards/cjl-12-silent-after-limit';
import { atStep, byThePolice, oneTransfer } from './step';

const on = partialDate('日期', 'day');
const reasons = text('理由', 'reasons');
const jurisdiction = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ zh: '公安机关行政区划代码', en: 'GB/T 2260 code of the police', scalar: 'String' });
/** A court is known by its function and area; its name is what people read. */
const courtArea = z
  .string()
  .regex(/^\d{6}$/)
  .meta({
    zh: '人民法院行政区划代码；缺省则按名称识别',
    en: 'GB/T 2260 code of the court; without it the court is known by its name',
    scalar: 'String',
  })
  .optional();
const persons = z.int().min(1).max(10_000).meta({ zh: '人数', en: 'number of persons', scalar: 'Int' }).optional();

/** The administrative track runs on: the clocks that stopped with the transfer go again. */
const runsOn = (state: CaseFile, event: CriminalTransferEvent, day: string): readonly CaseEvent[] => [
  event,
  ...clockResumptions(state, itemOf(state.transfers, event.payload.transferId).problemIds, day),
];

export const passTransferOn = caseAct({
  name: 'passTransferOn',
  title: { zh: '转送有管辖权的公安机关', en: 'Pass the transfer on to the competent police' },
  ...byThePolice,
  input: oneTransfer.extend({
    policeOrganisation: text('受转送公安机关', 'police it is passed on to', 120),
    policeJurisdiction: jurisdiction,
    on,
  }),
  basis: ['CJL-09', 'R-143'],
  ...atStep('TransferPassedOn'),
  events: (input) => [{ type: 'TransferPassedOn', payload: input }],
});

export const returnTransfer = caseAct({
  name: 'returnTransfer',
  title: { zh: '不属于公安机关管辖，退回', en: 'Return a transfer that is no police matter' },
  ...byThePolice,
  input: oneTransfer.extend({ reasons, on }),
  basis: ['CJL-09'],
  ...atStep('NotPoliceMatterReturned'),
  events: (input, { state }) => runsOn(state, { type: 'NotPoliceMatterReturned', payload: input }, input.on),
});

export const applyFilingReconsideration = caseAct({
  name: 'applyFilingReconsideration',
  title: { zh: '对不予立案申请复议', en: 'Apply for reconsideration of the refusal to file' },
  by: ['enforcementAgency', 'authorityHead'],
  input: oneTransfer.extend({ appliedOn: partialDate('申请日期', 'day of the application'), grounds: text('复议理由', 'grounds') }),
  basis: ['CJL-11', 'SCT-09'],
  ...atStep('FilingReconsiderationApplied'),
  guards: [reconsiderationInTime],
  events: (input) => [{ type: 'FilingReconsiderationApplied', payload: input }],
});

export const upholdFilingRefusal = caseAct({
  name: 'upholdFilingRefusal',
  title: { zh: '复议维持不予立案', en: 'Uphold the refusal to file' },
  ...byThePolice,
  input: oneTransfer.extend({
    noticeNo: docNo('决定书文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
    reasons,
  }),
  basis: ['CJL-11', 'SCT-09'],
  ...atStep('FilingRefusalUpheld'),
  events: ({ noticeNo, ...input }) => [{ type: 'FilingRefusalUpheld', payload: { ...input, noticeNo: noticeNo ?? null } }],
});

export const proposeFilingSupervision = caseAct({
  name: 'proposeFilingSupervision',
  title: { zh: '提请检察机关立案监督', en: 'Propose filing supervision to the procuratorate' },
  by: ['enforcementAgency', 'authorityHead'],
  input: oneTransfer.extend({
    docNo: docNo('立案监督建议书文号', 'number of the proposal'),
    procuratorate: text('检察机关', 'procuratorate', 120),
    proposedOn: partialDate('提请日期', 'day of the proposal'),
    ground: enumOf('FilingSupervisionGround', FILING_SUPERVISION_GROUNDS, { zh: '提请事由', en: 'ground' }),
  }),
  basis: ['CJL-12', 'CJL-13', 'R-145'],
  ...atStep('FilingSupervisionProposed'),
  guards: [silentOnlyAfterTheLimit],
  events: ({ docNo: no, ...input }) => [{ type: 'FilingSupervisionProposed', payload: { ...input, docNo: no ?? null } }],
});

export const findFilingRefusalLawful = caseAct({
  name: 'findFilingRefusalLawful',
  title: { zh: '检察机关认为不予立案理由成立', en: 'Find the refusal to file lawful' },
  by: ['procuratorate'],
  input: oneTransfer.extend({ opinion: text('监督意见', 'opinion'), on }),
  basis: ['CJL-15', 'R-145'],
  ...atStep('FilingRefusalFoundLawful'),
  events: (input) => [{ type: 'FilingRefusalFoundLawful', payload: input }],
});

export const handItemsToPolice = caseAct({
  name: 'handItemsToPolice',
  title: { zh: '移交涉案物品', en: 'Hand the items over to the police' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({ list: text('移交清单', 'list of the items'), handedOn: partialDate('移交日期', 'day of the hand-over') }),
  basis: ['CJL-10', 'SCT-12'],
  ...atStep('ItemsHandedToPolice'),
  events: (input) => [{ type: 'ItemsHandedToPolice', payload: input }],
});

export const recordCoerciveMeasure = caseAct({
  name: 'recordCoerciveMeasure',
  title: { zh: '登记强制措施', en: 'Record a coercive measure' },
  ...byThePolice,
  input: oneTransfer.extend({
    measure: enumOf('CoerciveMeasure', COERCIVE_MEASURES, { zh: '措施', en: 'measure' }),
    persons,
    on,
    detail: text('说明', 'detail').optional(),
  }),
  basis: ['CJL-34', 'R-146'],
  ...atStep('CoerciveMeasureRecorded'),
  events: ({ persons: count, detail, ...input }) => [
    { type: 'CoerciveMeasureRecorded', payload: { ...input, persons: count ?? null, detail: detail ?? null } },
  ],
});

export const withdrawPoliceCase = caseAct({
  name: 'withdrawPoliceCase',
  title: { zh: '公安机关撤销案件', en: 'Withdraw the police case' },
  ...byThePolice,
  input: oneTransfer.extend({ reasons, on }),
  basis: ['CJL-09', 'CJL-17'],
  ...atStep('PoliceCaseWithdrawn'),
  events: (input, { state }) => runsOn(state, { type: 'PoliceCaseWithdrawn', payload: input }, input.on),
});

export const sendForProsecution = caseAct({
  name: 'sendForProsecution',
  title: { zh: '移送审查起诉', en: 'Send for prosecution' },
  ...byThePolice,
  input: oneTransfer.extend({ procuratorate: text('检察机关', 'procuratorate', 120), on }),
  basis: ['CJL-34', 'R-146'],
  ...atStep('SentForProsecution'),
  events: (input) => [{ type: 'SentForProsecution', payload: input }],
});

export const orderSupplementaryInvestigation = caseAct({
  name: 'orderSupplementaryInvestigation',
  title: { zh: '退回补充侦查', en: 'Order a supplementary investigation' },
  by: ['procuratorate'],
  input: oneTransfer.extend({ on, detail: text('补充侦查事项', 'what is to be investigated') }),
  basis: ['CJL-19', 'R-145'],
  ...atStep('SupplementaryInvestigationOrdered'),
  events: (input) => [{ type: 'SupplementaryInvestigationOrdered', payload: input }],
});

export const notifyNonProsecution = caseAct({
  name: 'notifyNonProsecution',
  title: { zh: '通知不起诉', en: 'Notify that there is no prosecution' },
  by: ['procuratorate'],
  input: oneTransfer.extend({
    noticeNo: docNo('决定书文号', 'number of the decision'),
    on,
    penaltyProposed: flag('是否建议行政处罚', 'is an administrative penalty proposed'),
  }),
  basis: ['CJL-18', 'R-145'],
  ...atStep('NonProsecutionNotified'),
  events: ({ noticeNo, ...input }, { state }) =>
    runsOn(state, { type: 'NonProsecutionNotified', payload: { ...input, noticeNo: noticeNo ?? null } }, input.on),
});

export const fileProsecution = caseAct({
  name: 'fileProsecution',
  title: { zh: '提起公诉', en: 'File the prosecution' },
  by: ['procuratorate'],
  input: oneTransfer.extend({ court: text('人民法院', 'court', 120), courtJurisdiction: courtArea, on }),
  basis: ['CJL-34', 'R-146'],
  ...atStep('ProsecutionFiled'),
  events: ({ courtJurisdiction, ...input }) => [
    { type: 'ProsecutionFiled', payload: courtJurisdiction === undefined ? input : { ...input, courtJurisdiction } },
  ],
});

export const recordJudgment = caseAct({
  name: 'recordJudgment',
  title: { zh: '登记刑事判决', en: 'Record a criminal judgment' },
  by: ['court', 'procuratorate', 'enforcementAgency'],
  input: oneTransfer.extend({
    court: text('人民法院', 'court', 120),
    outcome: enumOf('JudgmentOutcome', JUDGMENT_OUTCOMES, { zh: '判决结果', en: 'outcome' }),
    judgedOn: partialDate('判决日期', 'day of the judgment'),
    persons,
    unitFine: money('对单位判处罚金（元）', 'fine on the unit, yuan').optional(),
    detail: text('判决要旨', 'what was decided'),
  }),
  basis: ['CJL-34', 'R-146'],
  ...atStep('JudgmentRecorded'),
  events: ({ persons: count, unitFine, ...input }, { state }) => {
    const event = { type: 'JudgmentRecorded', payload: { ...input, persons: count ?? null, unitFine: unitFine ?? null } } as const;

    return input.outcome === 'convicted' ? [event] : runsOn(state, event, input.judgedOn);
  },
});

export const laterTransferActs = [
  passTransferOn,
  returnTransfer,
  applyFilingReconsideration,
  upholdFilingRefusal,
  proposeFilingSupervision,
  findFilingRefusalLawful,
  handItemsToPolice,
  recordCoerciveMeasure,
  withdrawPoliceCase,
  sendForProsecution,
  orderSupplementaryInvestigation,
  notifyNonProsecution,
  fileProsecution,
  recordJudgment,
] as const;
