import { z } from 'zod';
import { date, docNo, enumOf, flag, id, list, partialDate, text } from '../kernel/input';
import { registerActs } from '../kernel/register-act';
import { nextItemId } from '../kernel/step';
import { registeredParty } from '../problem/guards/w-06-registered-party';
import { BREACH_CLASSES, type CreditEvent } from './events';
import type { CreditFile } from './evolve';
import { lightNotPublished } from './guards/crm-01-light-not-published';
import { repairConditions } from './guards/crm-02-conditions';
import { maximumPassed } from './guards/crm-03-maximum-passed';
import { creditProcedure } from './machine';

const { opening, step } = registerActs<CreditFile, CreditEvent>({
  procedure: creditProcedure,
  notTheStep: { zh: '该失信信息不处于此环节', en: 'The credit record is not at this step' },
});

export const recordCreditBreach = opening({
  name: 'recordCreditBreach',
  title: { zh: '记录失信信息', en: 'Record a breach in the credit file of a party' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    partyId: id('当事人编号', 'id of the party'),
    caseId: id('案件编号', 'id of the case'),
    penaltyId: id('处罚案编号', 'id of the penalty case'),
    docNo: docNo('处罚决定书文号', 'number of the decision'),
    documentDate: partialDate('文书日期', 'date of the document'),
    breachClass: enumOf('BreachClass', BREACH_CLASSES, { zh: '失信类别', en: 'class of the breach' }),
    reasons: text('分类理由', 'why it is of this class', 4000),
    published: flag('是否公示', 'is it published'),
    publishReason: text('公示理由', 'why a light breach is published', 1000).optional(),
  }),
  basis: ['R-165', 'R-166', 'CRM-01'],
  needs: ({ partyId }) => ({ parties: [partyId] }),
  guards: [registeredParty, lightNotPublished],
  events: ({ docNo: no, publishReason: _reason, ...input }, { registers, jurisdiction }) => {
    const party = registers.party(input.partyId);
    const partyName = party.status === 'registered' ? party.name : '';

    return [{ type: 'CreditBreachRecorded', payload: { ...input, partyName, jurisdiction, docNo: no ?? null } }];
  },
});

/** 联合惩戒: each measure of another department, against the party that the record is about. */
export const recordJointPunishment = step({
  name: 'recordJointPunishment',
  title: { zh: '记录联合惩戒措施', en: 'Record a joint punishment measure' },
  by: ['enforcementAgency', 'creditPartner', 'marketRegulator'],
  input: z.strictObject({
    department: text('惩戒部门', 'department', 200),
    measure: text('惩戒措施', 'measure', 1000),
    legalBasis: text('依据', 'legal basis', 500),
    from: date('起始日期', 'from'),
    to: date('终止日期', 'to').optional(),
  }),
  basis: ['R-167'],
  event: 'JointPunishmentRecorded',
  events: ({ to, ...input }, { state }) => [
    { type: 'JointPunishmentRecorded', payload: { measureId: nextItemId('measure', state.measures), ...input, to: to ?? null } },
  ],
});

export const endJointPunishment = step({
  name: 'endJointPunishment',
  title: { zh: '解除联合惩戒措施', en: 'End a joint punishment measure' },
  by: ['enforcementAgency', 'creditPartner', 'marketRegulator'],
  input: z.strictObject({
    measureId: id('措施编号', 'id of the measure'),
    endedOn: date('解除日期', 'day on which it ended'),
    reason: text('解除理由', 'reason', 1000),
  }),
  basis: ['R-167'],
  event: 'JointPunishmentEnded',
  target: 'measureId',
  targets: ({ measures }) => measures.filter((measure) => !measure.ended).map((measure) => measure.id),
  events: (input) => [{ type: 'JointPunishmentEnded', payload: input }],
});

export const applyCreditRepair = step({
  name: 'applyCreditRepair',
  title: { zh: '申请信用修复', en: 'Apply for credit repair' },
  by: ['enforcementAgency', 'dischargingEntity'],
  input: z.strictObject({
    appliedOn: date('申请日期', 'day of the application'),
    dutyFulfilled: flag('是否已履行处罚义务', 'is the duty fulfilled'),
    commitment: flag('是否作出信用承诺', 'is a commitment made'),
    materials: list(text('材料', 'material', 300), '材料', 'materials', { max: 50 }),
  }),
  basis: ['CRM-02'],
  event: 'CreditRepairApplied',
  events: (input) => [{ type: 'CreditRepairApplied', payload: input }],
  guards: [repairConditions],
});

export const acceptCreditRepair = step({
  name: 'acceptCreditRepair',
  title: { zh: '受理信用修复', en: 'Accept an application for credit repair' },
  by: ['enforcementAgency', 'creditPartner'],
  input: z.strictObject({ acceptedOn: date('受理日期', 'day of acceptance') }),
  basis: ['CRM-02'],
  event: 'CreditRepairAccepted',
  events: (input) => [{ type: 'CreditRepairAccepted', payload: input }],
});

export const refuseCreditRepair = step({
  name: 'refuseCreditRepair',
  title: { zh: '不予信用修复', en: 'Refuse a credit repair' },
  by: ['enforcementAgency', 'creditPartner'],
  input: z.strictObject({ on: date('日期', 'day'), reasons: text('理由', 'reasons') }),
  basis: ['CRM-02'],
  event: 'CreditRepairRefused',
  events: (input) => [{ type: 'CreditRepairRefused', payload: input }],
});

export const repairCredit = step({
  name: 'repairCredit',
  title: { zh: '准予信用修复', en: 'Grant the credit repair' },
  by: ['enforcementAgency', 'creditPartner'],
  input: z.strictObject({ decidedOn: date('决定日期', 'day of the decision'), docNo: docNo('决定文号', 'number of the decision') }),
  basis: ['CRM-02'],
  event: 'CreditRepaired',
  events: ({ docNo: no, ...input }) => [{ type: 'CreditRepaired', payload: { ...input, docNo: no ?? null } }],
});

export const endCreditPublication = step({
  name: 'endCreditPublication',
  title: { zh: '公示期满终止公示', en: 'End a publication at its maximum period' },
  by: ['enforcementAgency', 'creditPartner', 'statutoryClock'],
  input: z.strictObject({ on: date('终止日期', 'day on which it ended') }),
  basis: ['CRM-03'],
  event: 'CreditPublicationExpired',
  guards: [maximumPassed],
  events: (input) => [{ type: 'CreditPublicationExpired', payload: input }],
});

export const revokeCreditBreach = step({
  name: 'revokeCreditBreach',
  title: { zh: '撤销失信信息', en: 'Revoke a credit record whose penalty was revoked' },
  by: ['enforcementAgency'],
  input: z.strictObject({ on: date('撤销日期', 'day'), reason: text('撤销理由', 'reason') }),
  basis: ['APL-48'],
  event: 'CreditBreachRevoked',
  events: (input) => [{ type: 'CreditBreachRevoked', payload: input }],
});

export const creditActs = [
  recordCreditBreach,
  recordJointPunishment,
  endJointPunishment,
  applyCreditRepair,
  acceptCreditRepair,
  refuseCreditRepair,
  repairCredit,
  endCreditPublication,
  revokeCreditBreach,
] as const;
