import { ACTS, type Act } from '@liuhen/workflows';
import { CHAIR, DAY, JINING, LI, MOMENT, paper, WANG } from './known';
import type { Matter } from './matter';
import { MEASURES } from './measure-inputs';
import { sampleOf } from './sample';

const FINDINGS = ['violation', 'suspectedCrime', 'generalProblem', 'noViolation'] as const;

export { JINING };
const unit = { organisation: '济宁市生态环境局执法支队', function: 'enforcementAgency', jurisdiction: JINING };

const openProblems = ({ file }: Matter): readonly string[] =>
  (file?.problems ?? []).filter((problem) => problem.status !== 'struckOff').map((problem) => problem.id);

/** A report says something of each open problem, and of one where none is open. */
const problemsToFind = (matter: Matter): readonly string[] => {
  const ids = openProblems(matter);

  return ids.length === 0 ? ['problem-1'] : ids;
};

const aProblem = (matter: Matter): readonly string[] => {
  const ids = openProblems(matter);

  return [ids[matter.pick % Math.max(ids.length, 1)] ?? 'problem-1'];
};

const problem = ({ partyId, pick }: Matter) => ({
  title: `问题${pick}`,
  source: 'enforcementMonitoring',
  partyId,
  facts: '总排口超标',
  foundAt: MOMENT,
  reporterAwaitsAnswer: pick % 3 === 0,
});

const finding = (problemId: string, pick: number) => ({
  problemId,
  finding: FINDINGS[pick % FINDINGS.length],
  violationClass: 'exceedance',
  tampering: pick % 2 === 0,
  malicious: false,
  reasons: '相互印证',
});

type Input = (matter: Matter) => Readonly<Record<string, unknown>>;

const INVESTIGATION: Readonly<Record<string, Input>> = {
  openInvestigation: () => ({ investigators: [LI, WANG] }),
  recordSiteInspection: () => ({
    officers: [LI, WANG],
    inspectedAt: MOMENT,
    place: '总排口',
    identityShown: true,
    unannounced: true,
    facts: '见笔录',
  }),
  sealEvidence: () => ({ description: '工控机', sealNo: 'F-1', digest: 'sha256:0', keeper: LI, sealedAt: MOMENT }),
  handOverEvidence: ({ target }) => ({ itemId: target, to: WANG, reason: '送检' }),
  commissionMonitoring: ({ labId, partyId }) => ({
    taskOrderNo: '任1号',
    labId,
    entityId: partyId,
    need: '核实',
    capacityReason: '能力不足',
    grounds: '资质在卷',
  }),
  recordMonitoringReport: () => ({
    taskOrderNo: '任1号',
    reportNo: 'JC-1',
    issuedBy: '某某检测',
    issuedOn: DAY,
    standard: 'HJ 828-2017',
    sampledAt: MOMENT,
    sampler: LI,
    analyst: WANG,
    reviewer: CHAIR,
    signatory: CHAIR,
    values: [{ pollutant: 'w01018', value: '80.5', unit: 'mg/L', limit: '50' }],
  }),
  reportInvestigation: (matter) => ({ reportNo: '调1号', findings: problemsToFind(matter).map((id, at) => finding(id, matter.pick + at)) }),
  resumeInvestigation: () => ({ reason: '新证据' }),
};

const PENALTY: Readonly<Record<string, Input>> = {
  openPenaltyCase: (matter) => ({ partyId: matter.partyId, problemIds: aProblem(matter), officers: [LI, WANG], filedOn: DAY }),
  servePenaltyNotice: ({ target }) => ({
    penaltyId: target,
    docNo: '告1号',
    plannedFine: '300000',
    facts: '超标',
    legalBasis: '第八十三条',
    hearingRight: true,
    servedOn: DAY,
  }),
  recordStatement: ({ target }) => ({ penaltyId: target, content: '申辩', receivedOn: DAY, assessment: '不采纳' }),
  waiveStatement: ({ target }) => ({ penaltyId: target, on: DAY }),
  requestHearing: ({ target }) => ({ penaltyId: target, requestedOn: DAY }),
  holdHearing: ({ target }) => ({ penaltyId: target, heldOn: DAY, chair: CHAIR, summary: '笔录' }),
  forfeitHearing: ({ target }) => ({ penaltyId: target, reason: '缺席' }),
  completeLegalReview: ({ target }) => ({ penaltyId: target, opinion: '同意' }),
  decidePenalty: ({ target }) => ({
    penaltyId: target,
    docNo: '罚1号',
    decidedOn: DAY,
    fine: '250000.50',
    facts: '超标',
    legalBasis: '第八十三条',
    reasons: '说理',
  }),
  decideNoPenalty: ({ target }) => ({ penaltyId: target, docNo: '不罚1号', decidedOn: DAY, reasons: '轻微' }),
  servePenalty: ({ target }) => ({ penaltyId: target, servedOn: DAY, method: '直接送达' }),
  recordPayment: ({ target, pick }) => ({
    penaltyId: target,
    amount: pick % 2 === 0 ? '250000.50' : '1000',
    paidOn: DAY,
    voucherNo: `P-${pick}`,
  }),
  withdrawPenaltyCase: ({ target }) => ({ penaltyId: target, reason: '有误' }),
};

const TRANSFER: Readonly<Record<string, Input>> = {
  proposeCriminalTransfer: (matter) => ({
    problemIds: aProblem(matter),
    suspectedCrime: '污染环境罪',
    legalBasis: '刑法第三百三十八条',
    proposers: [LI, WANG],
    responsiblePersons: ['孙四'],
    report: '经核实',
  }),
  approveCriminalTransfer: ({ target }) => ({ transferId: target }),
  refuseCriminalTransfer: ({ target }) => ({ transferId: target, reasons: '证据不足' }),
  sendCriminalTransfer: ({ target }) => ({
    transferId: target,
    letterNo: '移1号',
    policeOrganisation: '济宁市公安局',
    policeJurisdiction: JINING,
    sentAt: MOMENT,
    papers: { criminalTransferLetter: paper, investigationReport: paper, sceneInspectionRecord: paper, involvedItemsList: paper },
  }),
  copyToProcuratorate: ({ target }) => ({ transferId: target, procuratorate: '济宁市人民检察院', copiedAt: MOMENT }),
  signTransferReceipt: ({ target }) => ({ transferId: target, receiptNo: '收1号' }),
  requestSupplement: ({ target }) => ({ transferId: target, demanded: '报告' }),
  supplySupplement: ({ target }) => ({ transferId: target, supplied: '报告' }),
  acceptTransfer: ({ target }) => ({ transferId: target }),
  notifyFiling: ({ target }) => ({ transferId: target, noticeNo: '立1号', filedOn: DAY }),
  declineFiling: ({ target }) => ({ transferId: target, noticeNo: '不立1号', decidedOn: DAY, reasons: '轻微' }),
};

/** What was decided, ordered or published last, and can be taken to review or court. */
const contested = ({ file, pick }: Matter) => {
  const penalty = file?.penalties.find(({ decision }) => decision !== null);
  if (penalty !== undefined && pick % 2 === 0) return { kind: 'penalty', id: penalty.id };
  const rectification = file?.rectifications[0];

  return rectification === undefined ? { kind: 'disclosure', id: 'disclosure-1' } : { kind: 'rectification', id: rectification.id };
};

const REMEDY: Readonly<Record<string, Input>> = {
  applyReconsideration: (matter) => ({ target: contested(matter), applicant: '某某化工', organ: '济宁市人民政府', appliedOn: DAY }),
  fileSuit: (matter) => ({ target: contested(matter), plaintiff: '某某化工', court: '人民法院', filedOn: DAY }),
};

const CASE: Readonly<Record<string, Input>> = {
  reportProblem: problem,
  addProblem: problem,
  strikeOffProblem: ({ target }) => ({ problemId: target, result: '已处理' }),
  transferClue: (matter) => ({ problemIds: aProblem(matter), to: unit, materials: ['报告'], fraud: false, verified: false }),
  receiveClue: ({ target }) => ({ clueId: target }),
  acceptClue: ({ target }) => ({ clueId: target }),
  returnClue: ({ target }) => ({ clueId: target, reason: '材料不全' }),
  giveFeedback: ({ target, file }) => ({
    clueId: target,
    to: file?.clues.find(({ id }) => id === target)?.from.function ?? 'monitoringUnit',
    content: '已办',
  }),
  orderRectification: (matter) => ({ problemIds: aProblem(matter), partyId: matter.partyId, mode: 'atOnce', demand: '恢复', dueOn: DAY }),
  reportRectification: ({ target }) => ({ rectificationId: target, measures: '已恢复' }),
  confirmRectification: ({ target }) => ({ rectificationId: target, reinspectedAt: MOMENT, result: '到位' }),
  rejectRectification: ({ target }) => ({ rectificationId: target, reinspectedAt: MOMENT, reason: '未到位' }),
  publishDisclosure: (matter) => ({
    subject: 'result',
    problemIds: aProblem(matter),
    channel: '门户网站',
    title: '结果',
    text: '已处理',
    publishedAt: MOMENT,
  }),
  withdrawDisclosure: ({ target }) => ({ disclosureId: target, reason: '有误' }),
  reportToSuperior: ({ target }) => ({ problemId: target, superior: '省厅', reportNo: '报1号' }),
  pushCreditInformation: ({ target }) => ({ penaltyId: target, platforms: ['信用中国'], reference: 'X-1' }),
  answerReporter: ({ target }) => ({ problemId: target, content: '已查' }),
  closeCase: () => ({ summary: '结案' }),
  reopenCase: () => ({ reason: '新证据' }),
};

const PARTY: Readonly<Record<string, Input>> = {
  registerParty: () => ({
    name: '某某化工',
    kind: 'dischargingEntity',
    creditCode: '9144030071526726XG',
    jurisdiction: JINING,
    address: '园区1号',
    legalRepresentative: '周六',
    keyEntity: true,
    keyPermitManagement: true,
  }),
  registerOutlet: ({ partyId }) => ({
    outletId: `${partyId}.1`,
    name: '总排口',
    medium: 'water',
    main: true,
    limits: [{ pollutant: 'w01018', period: 'day', limit: '50', unit: 'mg/L', standard: 'GB 18918-2002' }],
  }),
  registerDevice: ({ partyId }) => ({ mn: 'MN-1', outletId: `${partyId}.1`, model: 'TOC', passwordDigest: `sha256:${'b'.repeat(64)}` }),
  recordLabCertificate: () => ({ certificateNo: 'CMA-1', validFrom: '2020-01-01', validTo: '2030-12-31', scope: '水' }),
  recordLabContract: () => ({ contractNo: 'HT-1', entityId: 'somebody', kind: 'selfMonitoring', from: '2024-01-01' }),
};

const onTeam = (officer: { readonly person: string; readonly name: string }) => ({
  ...officer,
  certificateNo: `证-${officer.person}`,
  function: 'enforcementAgency',
  jurisdiction: JINING,
});
const UNTIL = '2030-12-31';

/** Who works a case, and who acts for whom. */
const STAFF: Readonly<Record<string, Input>> = {
  formCaseTeam: ({ pick }) => ({
    kind: pick % 2 === 0 ? 'caseTeam' : 'specialTeam',
    leader: LI.person,
    members: [LI, WANG].map(onTeam),
    from: DAY,
    until: UNTIL,
    reason: '案情重大',
  }),
  changeCaseTeam: ({ pick }) => ({ added: [onTeam({ person: `more-${pick}`, name: '增援' })], removed: [], until: UNTIL, reason: '增援' }),
  takeOverCase: ({ target, pick }) => ({
    predecessor: target,
    by: onTeam({ person: `heir-${pick}`, name: '接办人' }),
    from: DAY,
    until: UNTIL,
    reason: '调离',
  }),
  delegateFunction: () => ({ to: CHAIR, from: DAY, until: UNTIL, reason: '出差' }),
  appointDeputy: () => ({ absent: LI, function: 'permitDepartment', to: CHAIR, from: DAY, until: UNTIL, reason: '病假' }),
};

const OTHER: Readonly<Record<string, Input>> = {
  drawLabInspection: ({ labId }) => ({
    title: '联合双随机检查',
    jurisdiction: JINING,
    labPool: [labId],
    inspectorPool: [
      { ...LI, department: 'environment' },
      { ...WANG, department: 'quality' },
    ],
    seed: '2024-08-30',
    labs: 1,
    inspectors: 1,
    heldAt: MOMENT,
  }),
  recordInterference: ({ pick }) => ({
    form: 'oralOpinion',
    kind: 'influencingHandling',
    jurisdiction: JINING,
    official: { person: 'boss', name: '钱五', organisation: '某区', post: '主任' },
    happenedAt: MOMENT,
    place: '办公室',
    content: `不要罚了（${pick}）`,
    demanded: '不予处罚',
    effect: 'refused',
    medium: '录音',
  }),
  findInterferenceTrue: () => ({ finding: '属实' }),
  findInterferenceUntrue: () => ({ finding: '不实' }),
  recordAccountability: () => ({ action: '诫勉', decidedBy: '纪委', outcome: '已执行' }),
  transferDisciplineClue: () => ({
    jurisdiction: JINING,
    trigger: 'shielding',
    responsibleManager: { name: '钱五', organisation: '某区', post: '主任' },
    others: [],
    facts: '包庇',
    to: { organisation: '济宁市纪委监委', function: 'disciplineInspection', jurisdiction: JINING },
  }),
  openPublicationLedger: () => ({ unit: '济宁市生态环境局', jurisdiction: JINING, year: 2024 }),
  recordMonitoringResult: ({ pick }) => ({
    deviceMn: 'MN-1',
    period: 'day',
    dataTime: MOMENT,
    values: [{ pollutant: 'w01018', avg: String(40 + (pick % 20)), flag: 'N' }],
    frameDigest: `sha256:${pick}`,
  }),
  recordEquipmentRestart: () => ({ deviceMn: 'MN-1', dataTime: MOMENT }),
};

const INPUTS: ReadonlyMap<string, Input> = new Map(
  [CASE, INVESTIGATION, PENALTY, REMEDY, TRANSFER, PARTY, STAFF, OTHER, ...MEASURES].flatMap((group) => Object.entries(group)),
);

const DECLARED: ReadonlyMap<string, Act> = new Map(ACTS.flatMap(({ acts }) => acts.map((act) => [act.name, act] as const)));

/** A well-formed input of any act: written above where it has to make sense in a history, else sampled from the act's own declaration. */
export const inputOf = (name: string, matter: Matter): Readonly<Record<string, unknown>> => {
  const act = DECLARED.get(name);
  if (act === undefined) throw new RangeError(`no act ${name}`);

  return INPUTS.get(name)?.(matter) ?? sampleOf(act.input, { target: act.target, matter });
};
