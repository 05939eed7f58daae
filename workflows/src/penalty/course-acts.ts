import { z } from 'zod';
import { caseAct } from '../case/act';
import { dayOf } from '../calendar';
import { enumOf, flag, id, partialDate, text } from '../kernel/input';
import { parameterAt } from '../regulation';
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from './events';
import { notRecused } from './guards/apl-43-not-recused';
import { fromTheSuperior } from './guards/mep-15-superior';
import { notSuspended } from './guards/mep-35-not-suspended';
import { extendedTwiceAtMost } from './guards/mep-57-extension';
import { atStep, penaltyId } from './step';

const reason = text('理由', 'reason');

export const suspendPenaltyCase = caseAct({
  name: 'suspendPenaltyCase',
  title: { zh: '中止调查', en: 'Suspend a penalty case' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    ground: enumOf('SuspensionGround', SUSPENSION_GROUNDS, { zh: '中止情形', en: 'ground' }),
    reason,
    on: partialDate('中止日期', 'from which day'),
  }),
  basis: ['MEP-35'],
  ...atStep('PenaltyInvestigationSuspended'),
  guards: [notRecused, notSuspended],
  events: (input) => [{ type: 'PenaltyInvestigationSuspended', payload: input }],
});

export const resumePenaltyCase = caseAct({
  name: 'resumePenaltyCase',
  title: { zh: '恢复办理', en: 'Resume a penalty case' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({ penaltyId, on: partialDate('恢复日期', 'from which day') }),
  basis: ['MEP-35'],
  ...atStep('PenaltyInvestigationResumed'),
  targets: (file) =>
    atStep('PenaltyInvestigationResumed').targets({ ...file, penalties: file.penalties.filter(({ suspension }) => suspension !== null) }),
  guards: [notRecused],
  events: (input) => [{ type: 'PenaltyInvestigationResumed', payload: input }],
});

export const terminatePenaltyCase = caseAct({
  name: 'terminatePenaltyCase',
  title: { zh: '终止调查', en: 'Terminate a penalty case' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    ground: enumOf('TerminationGround', TERMINATION_GROUNDS, { zh: '终止情形', en: 'ground' }),
    reason,
    on: partialDate('终止日期', 'from which day'),
  }),
  basis: ['MEP-36'],
  ...atStep('PenaltyCaseTerminated'),
  guards: [notRecused],
  events: (input) => [{ type: 'PenaltyCaseTerminated', payload: input }],
});

export const extendPenaltyTime = caseAct({
  name: 'extendPenaltyTime',
  title: { zh: '延长办案期限', en: 'Extend the time limit of a penalty case' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    by: enumOf('ExtensionBy', { head: '负责人批准', collective: '集体讨论决定' }, { zh: '批准方式', en: 'who extended' }),
    reason,
  }),
  basis: ['MEP-57'],
  ...atStep('PenaltyTimeExtended'),
  guards: [notRecused, extendedTwiceAtMost],
  events: (input, { jurisdiction, occurredAt }) => [
    {
      type: 'PenaltyTimeExtended',
      payload: { ...input, days: parameterAt('penalty.extensionDays', { jurisdiction, on: dayOf(occurredAt) }) ?? 30 },
    },
  ],
});

export const takeOverPenaltyCase = caseAct({
  name: 'takeOverPenaltyCase',
  title: { zh: '上级机关直接处罚', en: 'Take a penalty case over from the lower authority' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    ground: text('直接处罚的理由（告知下级机关和当事人）', 'why, told to the lower authority and the party'),
  }),
  basis: ['MEP-15', 'MEP-86', 'CODE-1072'],
  ...atStep('PenaltyTakenOver'),
  guards: [notRecused, ...fromTheSuperior],
  events: (input, { actor }) => [
    { type: 'PenaltyTakenOver', payload: { ...input, by: actor.organisation, jurisdiction: actor.jurisdiction } },
  ],
});

export const recuseOfficer = caseAct({
  name: 'recuseOfficer',
  title: { zh: '决定回避', en: 'Decide on a recusal' },
  by: ['authorityHead'],
  input: z.strictObject({
    penaltyId,
    person: id('回避人员', 'officer who is recused'),
    reason,
    onApplication: flag('是否依当事人申请', 'on application of the party'),
  }),
  basis: ['APL-43'],
  ...atStep('OfficerRecused'),
  events: (input) => [{ type: 'OfficerRecused', payload: input }],
});

export const penaltyCourseActs = [
  suspendPenaltyCase,
  resumePenaltyCase,
  terminatePenaltyCase,
  extendPenaltyTime,
  takeOverPenaltyCase,
  recuseOfficer,
] as const;
