import type { Stage } from './stage';
import { named } from './people';
import type { Registered } from './registers';

export interface Case {
  readonly caseId: string;
  readonly exceedance: string;
  readonly tampering: string;
  readonly clueId: string;
}

interface SuspicionRow {
  readonly suspicionId: string;
  readonly kind: string;
  readonly screening: string;
}

const SUSPICIONS = `query ($outletId: ID!) { suspicions(outletId: $outletId) { edges { node { suspicionId kind screening } } } }`;

const suspicionsOf = async (stage: Stage, outletId: string): Promise<readonly SuspicionRow[]> => {
  const { suspicions } = await stage
    .office('controller')
    .ask<{ suspicions: { edges: { node: SuspicionRow }[] } }>(SUSPICIONS, { outletId });

  return suspicions.edges.map((edge) => edge.node);
};

interface Ids {
  readonly problems: readonly { readonly id: string }[];
  readonly clues: readonly { readonly id: string }[];
}

const idsOf = async (stage: Stage, caseId: string): Promise<Ids> => {
  const query = `query ($caseId: ID!, $atLeast: Position) { caseFile(caseId: $caseId, atLeast: $atLeast) { problems { id } clues { id } } }`;

  return (await stage.office('enforcer').ask<{ caseFile: Ids }>(query, { caseId, atLeast: stage.position })).caseFile;
};

const idOf = (items: readonly { readonly id: string }[], at: number): string => {
  const item = items[at];
  if (item === undefined) throw new Error(`item ${at} is missing`);

  return item.id;
};

/** From suspicions to an accepted clue. */
export const findAndTransfer = async (stage: Stage, { entityId, outletId }: Registered): Promise<Case> => {
  stage.story.chapter({ zh: '监控机构核对线索并移交执法机构', en: 'The control centre verifies and hands the clue to enforcement' });
  const suspicions = await suspicionsOf(stage, outletId);
  for (const { screening } of suspicions)
    stage.story.line({ zh: `初步涉嫌：${screening}`, en: 'preliminary suspicion, not yet a violation' });
  const of = (kind: string) => suspicions.filter((each) => each.kind === kind).map((each) => each.suspicionId);
  const shared = { source: 'automaticData', partyId: entityId, outletId };
  const { subject: caseId } = await stage.do('controller', 'reportProblem', {
    occurredAt: '2024-08-30T08:40:00+08:00',
    input: {
      ...shared,
      title: '化学需氧量日均值超标',
      facts: '8月29日废水总排口化学需氧量日均值超过排放限值',
      foundAt: '2024-08-30T08:30:00+08:00',
      suspicionIds: of('dailyMeanExceedance'),
    },
  });
  await stage.do('controller', 'addProblem', {
    subject: caseId,
    occurredAt: '2024-08-30T09:00:00+08:00',
    input: {
      ...shared,
      title: '自动监测数据长时间恒定',
      facts: '8月30日在线化学需氧量长期稳定在120毫克/升左右，疑似采样管插入瓶中',
      foundAt: '2024-08-30T09:00:00+08:00',
      suspicionIds: of('dataAnomaly'),
    },
  });
  const { problems } = await idsOf(stage, caseId);
  await stage.do('controller', 'transferClue', {
    subject: caseId,
    occurredAt: '2024-08-30T10:00:00+08:00',
    input: {
      problemIds: problems.map((problem) => problem.id),
      to: { organisation: '济宁市生态环境保护综合执法支队', function: 'enforcementAgency', jurisdiction: '370800' },
      materials: ['自动监测数据异常核对表', '日数据报文及摘要'],
      fraud: true,
      verified: true,
    },
  });
  const { clues } = await idsOf(stage, caseId);
  const clueId = idOf(clues, 0);
  await stage.do('enforcer', 'receiveClue', { subject: caseId, occurredAt: '2024-08-30T10:20:00+08:00', input: { clueId } });
  await stage.do('enforcer', 'acceptClue', {
    subject: caseId,
    occurredAt: '2024-08-30T11:00:00+08:00',
    input: { clueId, note: '受理，立即开展现场检查' },
  });

  return { caseId, exceedance: idOf(problems, 0), tampering: idOf(problems, 1), clueId };
};

const report = (taskId: string) => ({
  taskId,
  taskOrderNo: '济环执监〔2024〕31号',
  reportNo: 'YJ-2024-0831',
  issuedBy: '济宁乙检测有限公司',
  issuedOn: '2024-09-02',
  standard: 'HJ 828-2017',
  sampledAt: '2024-08-31T10:30:00+08:00',
  sampler: { person: 'p-lab-1', name: '刘洋', certificateNo: 'SG-1' },
  analyst: { person: 'p-lab-2', name: '黄丽', certificateNo: 'SG-2' },
  reviewer: { person: 'p-lab-3', name: '徐涛', certificateNo: 'SG-3' },
  signatory: { person: 'p-lab-4', name: '马超', certificateNo: 'SG-4' },
  values: [
    { pollutant: 'w01018', value: '1270', unit: 'mg/L', limit: '500' },
    { pollutant: 'w01018（瓶中液体）', value: '132', unit: 'mg/L' },
  ],
});

const commission = ({ caseId }: Case, registered: Registered, labId: string) => ({
  subject: caseId,
  occurredAt: '2024-08-31T08:30:00+08:00',
  input: {
    taskOrderNo: '济环执监〔2024〕31号',
    labId,
    entityId: registered.entityId,
    outletId: registered.outletId,
    need: '核实废水实际排放浓度',
    capacityReason: '监测中心当日应急任务占用全部采样车',
    grounds: '资质认定在有效期内，近三年无不良信用记录',
  },
});

interface Tasks {
  readonly caseFile: { readonly investigation: { readonly tasks: readonly { readonly id: string }[] } };
}

/** On site, with sealed evidence; on the way an unlawful commission, an early close-out, and an official's hint. */
export const investigate = async (stage: Stage, matter: Case, registered: Registered): Promise<void> => {
  const { caseId } = matter;
  stage.story.chapter({ zh: '现场调查、取证、执法监测', en: 'On site: inspection, sealed evidence, enforcement monitoring' });
  const officers = [named('enforcer'), named('colleague')];
  await stage.do('enforcer', 'openInvestigation', {
    subject: caseId,
    occurredAt: '2024-08-30T14:00:00+08:00',
    input: { investigators: officers },
  });
  await stage.do('enforcer', 'recordSiteInspection', {
    subject: caseId,
    occurredAt: '2024-08-31T11:00:00+08:00',
    input: {
      officers,
      inspectedAt: '2024-08-31T10:00:00+08:00',
      place: '废水总排口及自动监测站房',
      identityShown: true,
      unannounced: true,
      technicalSupport: '济宁市生态环境监测中心',
      facts: '采样管插入盛有液体的瓶中，仪器示值105.8毫克/升',
    },
  });
  await stage.do('enforcer', 'sealEvidence', {
    subject: caseId,
    occurredAt: '2024-08-31T11:20:00+08:00',
    input: {
      description: '盛有液体的塑料瓶一个，连同采样管',
      sealNo: '封0001',
      digest: `sha256:${'a'.repeat(64)}`,
      keeper: named('enforcer'),
      sealedAt: '2024-08-31T11:15:00+08:00',
    },
  });
  stage.story.line({ zh: '委托承担该单位自行监测的机构：', en: 'commissioning the lab that does the entity’s self-monitoring:' });
  await stage.attempt('enforcer', 'commissionMonitoring', commission(matter, registered, registered.boundLab));
  await stage.do('enforcer', 'commissionMonitoring', commission(matter, registered, registered.freeLab));
  stage.story.line({ zh: '提前结案：', en: 'closing too early:' });
  await stage.attempt('enforcer', 'closeCase', { subject: caseId, input: { summary: '建议结案' } });
  const { caseFile } = await stage
    .office('enforcer')
    .ask<Tasks>('query ($caseId: ID!, $p: Position) { caseFile(caseId: $caseId, atLeast: $p) { investigation { tasks { id } } } }', {
      caseId,
      p: stage.position,
    });
  await stage.do('monitor', 'recordMonitoringReport', {
    subject: caseId,
    occurredAt: '2024-09-02T16:00:00+08:00',
    input: report(idOf(caseFile.investigation.tasks, 0)),
  });
};

/** An official's hint, written down by the officer to whom it was said. */
export const recordHint = async (stage: Stage, { caseId }: Case): Promise<void> => {
  stage.story.chapter({ zh: '干预留痕：领导的“招呼”', en: 'An official drops a hint, and it is written down' });
  await stage.do('enforcer', 'recordInterference', {
    occurredAt: '2024-09-03T18:00:00+08:00',
    input: {
      caseId,
      form: 'hint',
      kind: 'influencingHandling',
      jurisdiction: '370800',
      official: { person: 'p-official', name: '冯某', organisation: '某区招商局', post: '副局长' },
      happenedAt: '2024-09-03T17:30:00+08:00',
      place: '电话',
      content: '“这家企业是重点引进项目，处理上掌握一下分寸。”',
      demanded: '从轻处理，不移送公安',
      effect: 'refused',
      medium: '通话录音',
    },
  });
};

export const concludeInvestigation = async (stage: Stage, { caseId, exceedance, tampering }: Case): Promise<void> => {
  await stage.do('enforcer', 'reportInvestigation', {
    subject: caseId,
    occurredAt: '2024-09-04T17:00:00+08:00',
    input: {
      reportNo: '济环调〔2024〕19号',
      findings: [
        {
          problemId: exceedance,
          finding: 'violation',
          violationClass: 'exceedance',
          tampering: false,
          malicious: false,
          reasons: '实测化学需氧量1270毫克/升，超标1.54倍',
        },
        {
          problemId: tampering,
          finding: 'suspectedCrime',
          violationClass: 'dataFraud',
          tampering: true,
          malicious: true,
          reasons: '采样管插入瓶中，致自动监测数据严重失真',
          elements: [
            { element: 'dataTampered', evidence: [{ kind: 'inspection', ref: 'inspection-1' }] },
            { element: 'unlawfulDischarge', evidence: [{ kind: 'monitoringReport', ref: 'report-1' }] },
          ],
          methods: ['T02'],
          crimeReasons: '排放期间干扰自动监测设备采样，涉嫌污染环境罪',
        },
      ],
    },
  });
};
