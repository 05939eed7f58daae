import { z } from 'zod';
import { caseAct, itemOf, whole } from '../case/act';
import type { CaseEvent, CaseFile } from '../case/state';
import { docNo, partialDate, evidence, id, moment, list, namedPerson, object, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { responsiblePersons } from './guards/r-134-responsible-persons';
import { fourPapers } from './guards/r-140-four-papers';
import { crimeSuspected } from './guards/sct-03-crime-suspected';
import { twoProposers } from './guards/sct-05-two-proposers';
import { notYetTransferred } from './guards/w-02-not-yet-transferred';
import { clockResumptions, clockSuspensions } from '../penalty/clock';
import { atStep, byThePolice, oneTransfer } from './step';

export const proposeCriminalTransfer = caseAct({
  name: 'proposeCriminalTransfer',
  title: { zh: '提请涉嫌犯罪移送', en: 'Propose a criminal transfer' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems to be transferred', { min: 1 }),
    suspectedCrime: text('涉嫌罪名', 'suspected crime', 200),
    legalBasis: text('法律依据', 'legal basis'),
    proposers: list(namedPerson, '专案组成员', 'officers who verified the matter', { min: 1, max: 20 }),
    responsiblePersons: list(text('责任人员', 'responsible person', 60), '责任人员', 'responsible persons'),
    report: text('书面报告', 'written report to the head', 20_000),
  }),
  basis: ['CJL-05', 'SCT-05', 'R-141'],
  targets: (file) =>
    whole(
      file.problems.some(
        (problem) =>
          problem.finding?.finding === 'suspectedCrime' &&
          !file.transfers.some((each) => each.status !== 'refused' && each.problemIds.includes(problem.id)),
      ),
    ),
  outOfTurn: {
    rule: ['R-001', 'SCT-03', 'W-02'],
    message: { zh: '没有待移送的涉嫌犯罪问题', en: 'No suspected crime waits to be transferred' },
    missing: [{ zh: '涉嫌犯罪认定', en: 'finding of a suspected crime' }],
  },
  guards: [knownProblems, crimeSuspected, notYetTransferred, twoProposers, responsiblePersons],
  events: (input, { state }) => [
    { type: 'CriminalTransferProposed', payload: { ...input, transferId: nextItemId('transfer', state.transfers) } },
  ],
});

export const approveCriminalTransfer = caseAct({
  name: 'approveCriminalTransfer',
  title: { zh: '批准移送', en: 'Approve the transfer' },
  by: ['authorityHead'],
  input: oneTransfer,
  basis: ['CJL-05', 'SCT-05'],
  ...atStep('CriminalTransferApproved'),
  events: (input) => [{ type: 'CriminalTransferApproved', payload: input }],
});

export const refuseCriminalTransfer = caseAct({
  name: 'refuseCriminalTransfer',
  title: { zh: '不批准移送', en: 'Refuse the transfer' },
  by: ['authorityHead'],
  input: oneTransfer.extend({ reasons: text('不批准的理由', 'reasons, kept on file') }),
  basis: ['CJL-05', 'SCT-05'],
  ...atStep('CriminalTransferRefused'),
  events: (input) => [{ type: 'CriminalTransferRefused', payload: input }],
});

const papers = object(
  'TransferPapersInput',
  {
    criminalTransferLetter: evidence.optional(),
    investigationReport: evidence.optional(),
    sceneInspectionRecord: evidence.optional(),
    involvedItemsList: evidence.optional(),
    others: list(evidence, '其他材料', 'other papers').optional(),
  },
  { zh: '移送材料', en: 'papers of the transfer' },
);

const partiesOf = (file: CaseFile, problemIds: readonly string[]): readonly string[] => [
  ...new Set(file.problems.filter((problem) => problemIds.includes(problem.id)).map((problem) => problem.partyName)),
];

export const sendCriminalTransfer = caseAct({
  name: 'sendCriminalTransfer',
  title: { zh: '向公安机关移送', en: 'Transfer the case to the police' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({
    letterNo: docNo('移送书文号', 'number of the letter'),
    policeOrganisation: text('受移送公安机关', 'police it is sent to', 120),
    policeJurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '公安机关行政区划代码', en: 'GB/T 2260 code of the police', scalar: 'String' }),
    sentAt: moment('移送时间', 'when it was sent'),
    papers,
  }),
  basis: ['CJL-06', 'R-140', 'R-141', 'SCT-06'],
  ...atStep('CaseTransferredToPolice'),
  guards: [...fourPapers],
  events: ({ papers: sent, letterNo, ...input }, { state }): readonly CaseEvent[] => {
    const transfer = state.transfers.find((each) => each.id === input.transferId);
    const { criminalTransferLetter, investigationReport, sceneInspectionRecord, involvedItemsList, others = [] } = sent;
    // The guards have refused an incomplete package already; here the compiler is told so.
    if (transfer === undefined || !criminalTransferLetter || !investigationReport || !sceneInspectionRecord || !involvedItemsList) {
      return [];
    }
    const complete = { criminalTransferLetter, investigationReport, sceneInspectionRecord, involvedItemsList, others };
    const { suspectedCrime, problemIds } = transfer;

    return [
      {
        type: 'CaseTransferredToPolice',
        payload: {
          ...input,
          problemIds,
          letterNo: letterNo ?? null,
          partyNames: partiesOf(state, problemIds),
          suspectedCrime,
          papers: complete,
        },
      },
      ...clockSuspensions(state, problemIds, { reason: '涉嫌犯罪移送公安机关', on: input.sentAt }),
    ];
  },
});

export const copyToProcuratorate = caseAct({
  name: 'copyToProcuratorate',
  title: { zh: '移送书抄送检察机关', en: 'Copy the letter to the procuratorate' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({
    procuratorate: text('检察机关', 'procuratorate', 120),
    copiedAt: moment('抄送时间', 'when it was copied'),
  }),
  basis: ['R-142', 'CJL-06'],
  ...atStep('TransferCopiedToProcuratorate'),
  events: (input) => [{ type: 'TransferCopiedToProcuratorate', payload: input }],
});

export const signTransferReceipt = caseAct({
  name: 'signTransferReceipt',
  title: { zh: '公安机关签收移送材料', en: 'Sign the receipt of a transfer' },
  ...byThePolice,
  input: oneTransfer.extend({ receiptNo: docNo('回执文号', 'number of the receipt') }),
  basis: ['CJL-07', 'R-143'],
  ...atStep('TransferReceiptSigned'),
  events: ({ receiptNo, ...input }) => [{ type: 'TransferReceiptSigned', payload: { ...input, receiptNo: receiptNo ?? null } }],
});

export const requestSupplement = caseAct({
  name: 'requestSupplement',
  title: { zh: '要求补充材料', en: 'Ask for a supplement' },
  ...byThePolice,
  input: oneTransfer.extend({ demanded: text('需补充的材料', 'what is to be supplied') }),
  basis: ['CJL-08'],
  ...atStep('SupplementRequested'),
  events: (input) => [{ type: 'SupplementRequested', payload: input }],
});

export const supplySupplement = caseAct({
  name: 'supplySupplement',
  title: { zh: '补充移送材料', en: 'Supply the supplement' },
  by: ['enforcementAgency'],
  input: oneTransfer.extend({ supplied: text('补充的材料', 'what is supplied') }),
  basis: ['CJL-08'],
  ...atStep('SupplementSupplied'),
  events: (input) => [{ type: 'SupplementSupplied', payload: input }],
});

export const acceptTransfer = caseAct({
  name: 'acceptTransfer',
  title: { zh: '公安机关受理', en: 'Accept the transferred case' },
  ...byThePolice,
  input: oneTransfer,
  basis: ['R-143', 'CJL-09'],
  ...atStep('TransferAcceptedByPolice'),
  events: (input) => [{ type: 'TransferAcceptedByPolice', payload: input }],
});

const notice = {
  noticeNo: docNo('通知书文号', 'number of the written notice'),
};

export const notifyFiling = caseAct({
  name: 'notifyFiling',
  title: { zh: '书面通知立案', en: 'Notify the filing in writing' },
  ...byThePolice,
  input: oneTransfer.extend({ ...notice, filedOn: partialDate('立案日期', 'day of filing') }),
  basis: ['R-144', 'CJL-09'],
  ...atStep('CaseFilingNotified'),
  events: ({ noticeNo, ...input }) => [{ type: 'CaseFilingNotified', payload: { ...input, noticeNo: noticeNo ?? null } }],
});

export const declineFiling = caseAct({
  name: 'declineFiling',
  title: { zh: '书面通知不予立案', en: 'Notify in writing that the filing is declined' },
  ...byThePolice,
  input: oneTransfer.extend({
    ...notice,
    decidedOn: partialDate('决定日期', 'day of the decision'),
    reasons: text('不予立案的理由', 'reasons'),
  }),
  basis: ['R-144', 'CJL-09'],
  ...atStep('FilingDeclinedNotified'),
  events: ({ noticeNo, ...input }, { state }) => [
    { type: 'FilingDeclinedNotified', payload: { ...input, noticeNo: noticeNo ?? null } },
    ...clockResumptions(state, itemOf(state.transfers, input.transferId).problemIds, input.decidedOn),
  ],
});

export const criminalTransferActs = [
  proposeCriminalTransfer,
  approveCriminalTransfer,
  refuseCriminalTransfer,
  sendCriminalTransfer,
  copyToProcuratorate,
  signTransferReceipt,
  requestSupplement,
  supplySupplement,
  acceptTransfer,
  notifyFiling,
  declineFiling,
] as const;
