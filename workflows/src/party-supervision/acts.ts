import { z } from 'zod';
import { date, enumOf, flag, id, list, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { supervisionAct } from './act';
import { CHECK_OCCASIONS, PERMIT_NEEDS, PLAN_OBJECTS, PRIORITY_CRITERIA, SPOT_CHECKS } from './events';
import { planObject } from './guards/r-007-plan-object';
import { wholeCheck } from './guards/r-056-whole-check';
import { namedPlatform } from './guards/r-057-platform';
import { byCriteria } from './guards/r-071-by-criteria';
import { knownLabSuspicions } from './guards/w-05-known-finding';

const permitNeed = enumOf('PermitNeed', PERMIT_NEEDS, { zh: '对排污许可证的影响', en: 'what it means for the permit' });

const problems = list(text('问题', 'problem', 1000), '发现的问题', 'what was found wrong');

export const verifySelfMonitoringPlan = supervisionAct({
  name: 'verifySelfMonitoringPlan',
  title: { zh: '自行监测方案合规性核查', en: 'Verify a self-monitoring plan' },
  by: ['monitoringUnit'],
  input: z.strictObject({
    object: enumOf('PlanObject', PLAN_OBJECTS, { zh: '核查对象', en: 'what is verified' }),
    documentNo: text('许可证或申请编号', 'number of the permit or of the application', 80),
    permitIssuedOn: date('许可证核发日', 'day on which the permit was issued').optional(),
    shortcomings: problems,
    permitNeed,
    verifiedOn: date('核查日', 'verified on'),
  }),
  basis: ['R-007', 'R-008', 'R-011'],
  guards: planObject,
  events: ({ permitIssuedOn: _issued, ...input }, { supervision }) => [
    {
      type: 'SelfMonitoringPlanVerified',
      payload: { findingId: nextItemId('finding', supervision.findings), ...input, conforms: input.shortcomings.length === 0 },
    },
  ],
});

export const spotCheckSelfMonitoring = supervisionAct({
  name: 'spotCheckSelfMonitoring',
  title: { zh: '自行监测抽查', en: 'Spot-check self-monitoring' },
  by: ['monitoringUnit'],
  input: z.strictObject({
    kind: enumOf('SpotCheckKind', SPOT_CHECKS, { zh: '类别', en: 'kind' }),
    enforcementUnit: text('所配合的执法机构', 'enforcement agency whose check it took part in', 120).optional(),
    checkedOn: date('检查日', 'checked on'),
    doneAsRequired: flag('是否按要求开展自行监测', 'was self-monitoring done as required'),
    problems,
    result: text('抽查结果', 'result', 4000),
    permitNeed,
  }),
  basis: ['R-009', 'R-011', 'R-066'],
  guards: [
    {
      rule: 'R-009',
      check: ({ kind, enforcementUnit }) =>
        kind === 'quality' || enforcementUnit !== undefined
          ? undefined
          : {
              message: { zh: '配合检查的，应写明所配合的执法机构', en: 'A part in a check names the enforcement agency that made it' },
              missing: [{ zh: '执法机构名称', en: 'name of the enforcement agency' }],
            },
    },
  ],
  events: ({ enforcementUnit, ...input }, { supervision }) => [
    {
      type: 'SelfMonitoringSpotChecked',
      payload: { findingId: nextItemId('finding', supervision.findings), ...input, enforcementUnit: enforcementUnit ?? null },
    },
  ],
});

export const sendSupervisionFinding = supervisionAct({
  name: 'sendSupervisionFinding',
  title: { zh: '反馈监督发现', en: 'Send a finding to those who act on it' },
  by: ['monitoringUnit'],
  input: z.strictObject({
    findingId: id('发现编号', 'id of the finding'),
    to: enumOf(
      'FindingReceiver',
      { permitDepartment: '排污许可审批部门', enforcementAgency: '环境执法机构' },
      { zh: '反馈对象', en: 'who is told' },
    ),
    content: text('反馈内容', 'what they are told', 4000),
  }),
  basis: ['R-011', 'R-066'],
  target: 'findingId',
  targets: ({ supervision }) => supervision.findings.map((finding) => finding.id),
  outOfTurn: { rule: 'W-05', message: { zh: '没有可反馈的发现', en: 'No such finding to send' } },
  events: (input) => [{ type: 'SupervisionFindingSent', payload: input }],
});

export const recordLabSuspicion = supervisionAct({
  name: 'recordLabSuspicion',
  title: { zh: '登记监测机构疑似问题', en: 'Record a suspicion about a lab' },
  by: ['monitoringUnit', 'enforcementAgency', 'monitoringControlCentre'],
  input: z.strictObject({
    platform: text('平台名称', 'name of the platform', 120),
    reference: text('平台记录编号', 'reference on the platform', 120),
    content: text('疑似问题', 'what the platform shows', 4000),
  }),
  basis: ['R-057'],
  guards: [namedPlatform],
  events: (input, { supervision }) => [
    { type: 'LabSuspicionRecorded', payload: { suspicionId: nextItemId('suspicion', supervision.suspicions), ...input } },
  ],
});

export const recordMonitoringCheck = supervisionAct({
  name: 'recordMonitoringCheck',
  title: { zh: '记录对监测活动的检查', en: 'Record a check of monitoring work' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({
    occasion: enumOf('CheckOccasion', CHECK_OCCASIONS, { zh: '检查缘由', en: 'occasion' }),
    suspicionIds: list(id('疑似问题编号', 'id of a recorded suspicion'), '所核查的疑似问题', 'suspicions that it answers').optional(),
    checkedOn: date('检查日', 'checked on'),
    alone: flag('是否单独开展', 'was it made alone'),
    jointWith: list(text('部门', 'department', 120), '会同开展的部门', 'departments it was made with').optional(),
    process: text('监测活动过程', 'finding on the monitoring process').optional(),
    sampleKeeping: text('样品保存', 'finding on the keeping of samples').optional(),
    analysis: text('分析化验', 'finding on the analysis').optional(),
    fraudVerified: flag('是否查实弄虚作假', 'is data fraud established'),
  }),
  basis: ['R-056', 'R-057'],
  guards: [wholeCheck, knownLabSuspicions],
  events: ({ alone: _alone, suspicionIds, jointWith, process, sampleKeeping, analysis, ...input }, { supervision }) => [
    {
      type: 'MonitoringCheckRecorded',
      payload: {
        checkId: nextItemId('check', supervision.checks),
        ...input,
        suspicionIds: suspicionIds ?? [],
        jointWith: jointWith ?? [],
        process: process ?? '',
        sampleKeeping: sampleKeeping ?? '',
        analysis: analysis ?? '',
      },
    },
  ],
});

export const classifyPriority = supervisionAct({
  name: 'classifyPriority',
  title: { zh: '确定执法监测重点对象', en: 'Decide the monitoring priority of an entity' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({
    highPriority: flag('是否列为重点', 'is it high priority'),
    criteria: list(enumOf('PriorityCriterion', PRIORITY_CRITERIA, { zh: '情形', en: 'criterion' }), '符合的情形', 'criteria that it meets'),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['R-071'],
  guards: [byCriteria],
  events: (input) => [{ type: 'PriorityClassified', payload: input }],
});

export const recordAffiliation = supervisionAct({
  name: 'recordAffiliation',
  title: { zh: '登记关联关系', en: 'Record that two parties are affiliated' },
  by: ['registrar', 'enforcementAgency'],
  input: z.strictObject({
    otherId: id('关联方编号', 'id of the other party'),
    nature: text('关联关系', 'nature of the affiliation', 500),
  }),
  basis: ['W-06', 'R-077'],
  needs: ({ otherId }) => ({ parties: [otherId] }),
  guards: [
    {
      rule: 'W-06',
      check: ({ otherId }, { registers, subject }) =>
        registers.party(otherId).status === 'registered' && otherId !== subject
          ? undefined
          : { code: 'UNKNOWN_ID', message: { zh: `未登记的关联方：${otherId}`, en: `No such other party: ${otherId}` } },
    },
  ],
  events: (input) => [{ type: 'AffiliationRecorded', payload: input }],
});

export const partySupervisionActs = [
  verifySelfMonitoringPlan,
  spotCheckSelfMonitoring,
  sendSupervisionFinding,
  recordLabSuspicion,
  recordMonitoringCheck,
  classifyPriority,
  recordAffiliation,
] as const;
