import type { CaseEvent, EvidenceInput } from '@liuhen/workflows';
import { JINING } from './events';

const LI = { person: 'li', name: '李一', certificateNo: '鲁H-1' };
const WANG = { person: 'wang', name: '王二', certificateNo: '鲁H-2' };
const ENFORCEMENT = { organisation: '济宁市生态环境局执法支队', function: 'enforcementAgency', jurisdiction: JINING } as const;
const MONITORING = { organisation: '济宁市生态环境监测中心', function: 'monitoringUnit', jurisdiction: JINING } as const;

const problemIds = ['problem-1'];
const penaltyId = 'penalty-1';
const transferId = 'transfer-1';
const rectificationId = 'rectification-1';

const paper = (name: string): EvidenceInput => ({ digest: `sha256:${'a'.repeat(64)}`, name, mediaType: 'application/pdf', bytes: 48_213 });

const foundAndAccepted = (number: number): readonly CaseEvent[] => [
  {
    type: 'ProblemFound',
    payload: {
      problemId: 'problem-1',
      title: `废水总排口化学需氧量超标（${number}）`,
      source: 'enforcementMonitoring',
      partyId: `party-${number % 997}`,
      partyName: `某某化工有限公司第${number % 997}厂`,
      outletId: null,
      jurisdiction: JINING,
      facts: '执法监测当日，总排口化学需氧量日均值为 80 mg/L，超过 50 mg/L 的限值。',
      foundAt: '2024-08-01T09:00:00+08:00',
      suspicionIds: [],
      reporterAwaitsAnswer: false,
    },
  },
  {
    type: 'ClueTransferred',
    payload: {
      clueId: 'clue-1',
      problemIds,
      from: MONITORING,
      to: ENFORCEMENT,
      materials: ['监测报告', '采样记录'],
      verified: false,
      fraud: false,
      note: null,
    },
  },
  { type: 'ClueReceived', payload: { clueId: 'clue-1' } },
  { type: 'ClueAccepted', payload: { clueId: 'clue-1', note: null } },
  { type: 'InvestigationOpened', payload: { investigators: [LI, WANG] } },
];

const siteInspected = (at: number): CaseEvent => ({
  type: 'SiteInspectionRecorded',
  payload: {
    inspectionId: `inspection-${at}`,
    officers: [LI, WANG],
    inspectedAt: '2024-08-10T09:00:00+08:00',
    place: '厂区总排口',
    identityShown: true,
    unannounced: true,
    technicalSupport: MONITORING.organisation,
    facts: '污染防治设施未运行，废水经旁路直接排放，已当场拍照、摄像并制作笔录。',
  },
});

const reportRecorded = (at: number): CaseEvent => ({
  type: 'MonitoringReportRecorded',
  payload: {
    reportId: `report-${at}`,
    taskId: null,
    taskOrderNo: `任〔2024〕${at}号`,
    reportNo: `JC-2024-${at}`,
    issuedBy: MONITORING.organisation,
    issuedOn: '2024-08-12',
    standard: 'HJ 828-2017',
    sampledAt: '2024-08-10T09:30:00+08:00',
    sampler: { person: 'sampler', name: '赵三' },
    analyst: { person: 'analyst', name: '钱四' },
    reviewer: { person: 'reviewer', name: '孙五' },
    signatory: { person: 'signatory', name: '周六' },
    values: [
      { pollutant: 'w01018', value: '80', unit: 'mg/L', limit: '50' },
      { pollutant: 'w21003', value: '4.2', unit: 'mg/L', limit: '5' },
    ],
  },
});

const evidenceSealed = (at: number): CaseEvent => ({
  type: 'EvidenceSealed',
  payload: {
    itemId: `item-${at}`,
    description: '工控机',
    sealNo: `F-${at}`,
    digest: `sha256:${'c'.repeat(64)}`,
    keeper: LI,
    sealedAt: '2024-08-10T10:00:00+08:00',
  },
});

const INVESTIGATED = [siteInspected, reportRecorded, evidenceSealed] as const;

const investigated = (count: number): readonly CaseEvent[] =>
  Array.from({ length: count }, (_, at) => (INVESTIGATED[at % INVESTIGATED.length] ?? siteInspected)(at));

const determinedAndOrdered: readonly CaseEvent[] = [
  {
    type: 'InvestigationReported',
    payload: {
      reportNo: '济环调〔2024〕1号',
      findings: [
        {
          problemId: 'problem-1',
          finding: 'suspectedCrime',
          violationClass: 'exceedance',
          tampering: false,
          malicious: false,
          reasons: '监测报告、现场检查记录、当事人陈述相互印证，事实清楚。',
        },
      ],
    },
  },
  {
    type: 'RectificationOrdered',
    payload: {
      rectificationId,
      problemIds,
      partyId: 'party-1',
      mode: 'atOnce',
      orderNo: null,
      demand: '立即恢复设施运行',
      dueOn: '2024-09-02',
      reasonNotAtOnce: null,
      plan: null,
    },
  },
  { type: 'RectificationReported', payload: { rectificationId, measures: '设施已恢复运行' } },
];

const penalised: readonly CaseEvent[] = [
  {
    type: 'PenaltyCaseOpened',
    payload: { penaltyId, partyId: 'party-1', partyName: '某某化工有限公司', problemIds, officers: [LI, WANG], filedOn: '2024-08-15' },
  },
  {
    type: 'PenaltyNoticeServed',
    payload: {
      penaltyId,
      docNo: '济环罚告〔2024〕1号',
      plannedFine: '300000',
      facts: '超标排放水污染物',
      legalBasis: '水污染防治法第八十三条',
      hearingRight: true,
      servedOn: '2024-08-20',
    },
  },
  { type: 'StatementWaived', payload: { penaltyId, on: '2024-08-21' } },
  { type: 'LegalReviewCompleted', payload: { penaltyId, opinion: '事实清楚，证据确凿，同意' } },
  {
    type: 'PenaltyDecided',
    payload: {
      penaltyId,
      docNo: '济环罚〔2024〕1号',
      decidedOn: '2024-08-29',
      fine: '300000',
      facts: '超标排放水污染物',
      legalBasis: '水污染防治法第八十三条',
      reasons: '事实清楚、证据确凿、裁量适当',
      collectiveDiscussion: null,
    },
  },
  { type: 'PenaltyServed', payload: { penaltyId, servedOn: '2024-08-30', method: '直接送达' } },
];

const transferred: readonly CaseEvent[] = [
  {
    type: 'CriminalTransferProposed',
    payload: {
      transferId,
      problemIds,
      suspectedCrime: '污染环境罪',
      legalBasis: '刑法第三百三十八条',
      proposers: [LI, WANG],
      responsiblePersons: ['吴七'],
      report: '经核实涉嫌犯罪',
    },
  },
  { type: 'CriminalTransferApproved', payload: { transferId } },
  {
    type: 'CaseTransferredToPolice',
    payload: {
      transferId,
      letterNo: '济环移〔2024〕1号',
      policeOrganisation: '济宁市公安局',
      policeJurisdiction: JINING,
      sentAt: '2024-08-29T09:00:00+08:00',
      partyNames: ['某某化工有限公司'],
      suspectedCrime: '污染环境罪',
      papers: {
        criminalTransferLetter: paper('移送书.pdf'),
        investigationReport: paper('调查报告.pdf'),
        sceneInspectionRecord: paper('勘查笔录.pdf'),
        involvedItemsList: paper('物品清单.pdf'),
        others: [],
      },
    },
  },
  {
    type: 'TransferCopiedToProcuratorate',
    payload: { transferId, procuratorate: '济宁市人民检察院', copiedAt: '2024-08-29T10:00:00+08:00' },
  },
  { type: 'TransferReceiptSigned', payload: { transferId, receiptNo: '济公收1号' } },
];

const told: readonly CaseEvent[] = [
  { type: 'FeedbackGiven', payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '已立案处罚并移送公安机关' } },
  {
    type: 'RectificationConfirmed',
    payload: { rectificationId, reinspectedAt: '2024-09-03T09:00:00+08:00', result: '已整改到位' },
  },
  {
    type: 'DisclosurePublished',
    payload: {
      disclosureId: 'disclosure-1',
      subject: 'penalty',
      problemIds,
      penaltyId,
      channel: '局门户网站',
      title: '行政处罚决定公开',
      text: '已依法处理',
      url: null,
      publishedAt: '2024-09-05T09:00:00+08:00',
    },
  },
];

const AFTERWARDS = [...determinedAndOrdered, ...penalised, ...transferred, ...told];

/** Events of the shortest history: one that was investigated without a single inspection. */
export const SHORTEST = foundAndAccepted(0).length + AFTERWARDS.length;

/** One case from its finding to publication, in an order that the procedures allow; the clue stays open to feedback. */
export const caseHistory = (number: number, length: number): readonly CaseEvent[] => [
  ...foundAndAccepted(number),
  ...investigated(Math.max(0, length - SHORTEST)),
  ...AFTERWARDS,
];
