import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import type { CaseFile } from '../case/state';
import { docNo, partialDate, decimal, flag, id, moment, list, namedPerson, object, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import type { Objection } from '../kernel/act';
import { work } from '../lab/record';
import { signatories, signerIds } from '../lab/work';
import { finding, findingOf } from './finding';
import { findingGuards } from './guards/finding-guards';
import { twoOfficers } from './guards/apl-42-two-officers';
import { identityShown } from './guards/apl-55-identity-shown';
import { orderOfTheLoop } from './guards/r-001-order-of-the-loop';
import { supportStated } from './guards/r-010-support-stated';
import { standardNamed } from './guards/r-037-standard-named';
import { siteInvestigation } from './guards/r-062-site-investigation';
import { chainOfRecords, knownTask, taskOrder } from './guards/r-069-task-order';
import { capacityLacking } from './guards/r-075-capacity-lacking';
import { groundsOfChoice } from './guards/r-076-grounds-of-choice';
import { labConflict, labConflictUntilReport, tiesOfLab } from './guards/r-077-lab-conflict';
import { fraudIsNoRemark } from './guards/r-137-no-remark';
import { validCertificate } from './guards/r-109-valid-certificate';
import { partyIsLab } from './guards/r-077-party-is-the-lab';
import { registeredLab } from './guards/w-06-registered-lab';
import { oneFindingEach } from './guards/w-09-one-finding-each';
import { recordChain, spotMeasurement, wholeChain } from './monitoring-report';
import { answerable, labOf, labsOf, reportGuards } from './report-guards';
import { investigationProcedure } from './machine';

const takes = (eventType: string) => (file: CaseFile) =>
  whole(investigationProcedure.next(file.investigation.status, eventType) !== undefined);

const NOT_RUNNING: Objection = {
  rule: ['R-001', 'R-002', 'W-02'],
  message: { zh: '调查尚未立项或已经终结', en: 'No investigation is running' },
  missing: [{ zh: '正在进行的调查', en: 'a running investigation' }],
};

const officers = list(namedPerson, '执法人员', 'enforcement officers', { min: 1, max: 20 });

/** A clue that the agency accepted, or what it found itself. */
const inHand = (file: CaseFile): boolean =>
  file.problems.some((problem) => problem.ownFinding && problem.status !== 'struckOff') ||
  file.clues.some((clue) => clue.status === 'accepted' && clue.to.function === 'enforcementAgency');

export const openInvestigation = caseAct({
  name: 'openInvestigation',
  title: { zh: '开展调查', en: 'Open the investigation' },
  by: ['enforcementAgency'],
  input: z.strictObject({ investigators: officers }),
  basis: ['R-001', 'R-002', 'R-006', 'R-062'],
  targets: (file) => (inHand(file) ? takes('InvestigationOpened')(file) : []),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: {
      zh: '线索受理后（执法机构自行发现的除外）方可开展调查，且同一调查只开展一次',
      en: 'An investigation is opened once, on an accepted clue or on what the agency found itself',
    },
    missing: [{ zh: '已受理的线索', en: 'an accepted clue' }],
  },
  guards: [twoOfficers('investigators')],
  events: ({ investigators }) => [{ type: 'InvestigationOpened', payload: { investigators } }],
});

export const recordSiteInspection = caseAct({
  name: 'recordSiteInspection',
  title: { zh: '记录现场检查', en: 'Record a site inspection' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    officers,
    inspectedAt: moment('检查时间', 'when the site was inspected'),
    place: text('检查地点', 'place', 300),
    identityShown: flag('是否出示执法证件', 'were certificates shown'),
    unannounced: flag('是否未事先通知', 'was it unannounced'),
    technicalSupport: text(
      '提供技术支持的监测机构（未提供则不填）',
      'monitoring unit that gave technical support; empty for none',
      200,
    ).optional(),
    noTechnicalSupport: flag('是否无技术支持', 'did no monitoring unit give technical support').optional(),
    facts: text('检查情况', 'what was found', 20_000),
  }),
  basis: ['R-010', 'R-062'],
  targets: takes('SiteInspectionRecorded'),
  outOfTurn: NOT_RUNNING,
  guards: [twoOfficers('officers'), identityShown, supportStated],
  events: ({ technicalSupport, noTechnicalSupport: _none, ...input }, { state }) => [
    {
      type: 'SiteInspectionRecorded',
      payload: {
        inspectionId: nextItemId('inspection', state.investigation.inspections),
        ...input,
        technicalSupport: technicalSupport ?? null,
      },
    },
  ],
});

export const sealEvidence = caseAct({
  name: 'sealEvidence',
  title: { zh: '封存证据', en: 'Seal a piece of evidence' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({
    description: text('证据名称及特征', 'what it is', 1000),
    sealNo: text('封条编号', 'number of the seal', 60),
    digest: text('记录文件摘要', 'digest of the record of sealing', 80),
    keeper: namedPerson,
    sealedAt: moment('封存时间', 'when it was sealed'),
  }),
  basis: ['APL-55', 'R-078'],
  targets: takes('EvidenceSealed'),
  outOfTurn: NOT_RUNNING,
  events: (input, { state }) => [
    { type: 'EvidenceSealed', payload: { itemId: nextItemId('item', state.investigation.sealedItems), ...input } },
  ],
});

const itemId = id('证据编号', 'id of the sealed item');

export const handOverEvidence = caseAct({
  name: 'handOverEvidence',
  title: { zh: '移交封存证据', en: 'Hand a sealed item over' },
  by: ['enforcementAgency', 'monitoringUnit', 'policeAuthority'],
  input: z.strictObject({ itemId, to: namedPerson, reason: text('移交原因', 'why it changes hands', 500) }),
  basis: ['R-078'],
  target: 'itemId',
  targets: (file) => (takes('EvidenceHandedOver')(file).length > 0 ? file.investigation.sealedItems.map((item) => item.id) : []),
  outOfTurn: { rule: 'W-02', message: { zh: '没有可移交的封存证据', en: 'No such sealed item to hand over' } },
  events: (input, { state }) =>
    state.investigation.sealedItems
      .filter((item) => item.id === input.itemId)
      .map((item) => ({ type: 'EvidenceHandedOver', payload: { ...input, from: item.keeper } }) as const),
});

export const commissionMonitoring = caseAct({
  name: 'commissionMonitoring',
  title: { zh: '委托执法监测', en: 'Commission enforcement monitoring' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    taskOrderNo: text('任务书文号', 'number of the task order', 80),
    labId: id('监测机构编号', 'id of the lab'),
    entityId: id('被监测单位编号', 'id of the entity to be monitored'),
    outletId: id('排放口编号', 'id of the outlet').optional(),
    need: text('执法需求', 'enforcement need that it serves', 1000),
    capacityReason: text('自身监测能力不足的理由', 'why own capacity is lacking', 1000).optional(),
    grounds: text('选择该机构的依据', 'certification, ability, credit', 1000).optional(),
  }),
  basis: ['R-070', 'R-075', 'R-076', 'R-078'],
  targets: takes('EnforcementMonitoringCommissioned'),
  outOfTurn: NOT_RUNNING,
  needs: ({ labId, entityId }) => ({ parties: [labId, entityId] }),
  guards: [...partyIsLab, registeredLab, labConflict, tiesOfLab, ...validCertificate, capacityLacking, groundsOfChoice],
  events: ({ outletId, capacityReason, grounds, ...input }, { state, registers }) => {
    const lab = registers.party(input.labId);

    return [
      {
        type: 'EnforcementMonitoringCommissioned',
        payload: {
          ...input,
          taskId: nextItemId('task', state.investigation.tasks),
          labName: lab.status === 'registered' ? lab.name : '',
          outletId: outletId ?? null,
          capacityReason: capacityReason ?? '',
          grounds: grounds ?? '',
        },
      },
    ];
  },
});

const reportedValue = object(
  'ReportedValueInput',
  {
    pollutant: text('污染物编码', 'pollutant code', 20),
    value: decimal('监测值', 'value'),
    unit: text('单位', 'unit', 20),
    limit: decimal('限值', 'limit').optional(),
  },
  { zh: '监测结果', en: 'reported value' },
);

export const recordMonitoringReport = caseAct({
  name: 'recordMonitoringReport',
  title: { zh: '登记监测报告', en: 'Record a monitoring report' },
  by: ['monitoringUnit', 'enforcementAgency'],
  input: z.strictObject({
    taskId: id('委托任务编号', 'id of the commissioned task').optional(),
    taskOrderNo: text('任务书文号', 'number of the task order', 80).optional(),
    reportNo: docNo('报告编号', 'number of the report'),
    issuedBy: text('出具单位', 'who issued it', 200),
    labId: id('监测机构编号（依委托任务的不填）', 'id of the lab, empty where the task names it').optional(),
    issuedOn: partialDate('出具日期', 'day of issue'),
    standard: text('监测标准或技术规范', 'standard or technical specification', 300).optional(),
    sampledAt: moment('采样时间', 'when it was sampled'),
    ...signatories,
    work: work.optional(),
    values: list(reportedValue, '监测结果', 'values', { min: 1, max: 200 }),
    records: recordChain.optional(),
    spot: spotMeasurement.optional(),
  }),
  basis: ['R-037', 'R-069', 'R-072', 'R-079', 'R-112', 'R-113', 'R-114'],
  targets: takes('MonitoringReportRecorded'),
  outOfTurn: NOT_RUNNING,
  needs: (input, file) => ({ parties: labsOf(input, file), persons: signerIds(input) }),
  guards: [standardNamed, taskOrder, chainOfRecords, knownTask, labConflictUntilReport, ...reportGuards],
  events: ({ taskId, taskOrderNo, reportNo, standard, values, labId, work: record, records, spot, ...input }, { state, registers }) => [
    {
      type: 'MonitoringReportRecorded',
      payload: {
        ...input,
        reportId: nextItemId('report', state.investigation.reports),
        reportNo: reportNo ?? null,
        taskId: taskId ?? null,
        taskOrderNo: taskOrderNo ?? '',
        standard: standard ?? '',
        values: values.map((each) => ({ ...each, limit: each.limit ?? null })),
        ...wholeChain(records),
        ...(spot === undefined ? {} : { spot }),
        ...answerable(labOf({ labId, taskId }, state), registers),
        ...(record === undefined ? {} : { work: record }),
      },
    },
  ],
});

export const reportInvestigation = caseAct({
  name: 'reportInvestigation',
  title: { zh: '提交调查报告', en: 'Report the investigation' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    reportNo: docNo('调查报告文号', 'number of the report'),
    findings: list(finding, '逐项认定', 'one finding per problem', { min: 1 }),
  }),
  basis: ['R-001', 'R-002', 'R-006', 'R-052', 'R-062'],
  targets: takes('InvestigationReported'),
  outOfTurn: NOT_RUNNING,
  needs: (_input, file) => ({ parties: file.problems.map((problem) => problem.partyId) }),
  guards: [...orderOfTheLoop, siteInvestigation, oneFindingEach, fraudIsNoRemark, ...findingGuards],
  events: ({ reportNo, findings }, facts) => [
    {
      type: 'InvestigationReported',
      payload: { reportNo: reportNo ?? null, findings: findings.map((each) => findingOf(each, facts)) },
    },
  ],
});

export const resumeInvestigation = caseAct({
  name: 'resumeInvestigation',
  title: { zh: '恢复调查', en: 'Resume the investigation' },
  by: ['enforcementAgency'],
  input: z.strictObject({ reason: text('恢复调查的理由', 'why it is resumed') }),
  targets: takes('InvestigationResumed'),
  outOfTurn: NOT_RUNNING,
  events: (input) => [{ type: 'InvestigationResumed', payload: input }],
});

export const investigationActs = [
  openInvestigation,
  recordSiteInspection,
  sealEvidence,
  handOverEvidence,
  commissionMonitoring,
  recordMonitoringReport,
  reportInvestigation,
  resumeInvestigation,
] as const;
