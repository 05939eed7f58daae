import { z } from 'zod';
import type { OfficialFunction } from '../kernel/codes';
import { date, decimal, docNo, enumOf, id, list, moment, object, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { certifiedWhenWorked } from '../lab/guards/r-109-certified-when-worked';
import { recordOfTheWork } from '../lab/guards/r-111-record-of-the-work';
import { partyIsNotTheLab } from '../lab/guards/w-61-party-is-the-lab';
import { work } from '../lab/record';
import { labThen, signatories, signedBy, signerIds } from '../lab/work';
import { standardNamed } from '../investigation/guards/r-037-standard-named';
import { partyAct } from '../party/party-act';
import type { PartyState } from '../party/state';
import { notBanned } from '../person/guards/r-122-not-banned';
import { RAW_RECORD_STATES, SELF_PROOF_RESULTS } from './events';
import { lackIsAFinding, stillToBeKept } from './guards/r-025-raw-records';
import { knownLab, ownOutlet } from './guards/w-06-own-outlet';

const ENTITY_OR_AUTHORITY: readonly OfficialFunction[] = ['dischargingEntity', 'monitoringUnit', 'enforcementAgency', 'registrar'];
const SUPERVISORS: readonly OfficialFunction[] = ['enforcementAgency', 'monitoringUnit'];

const value = object(
  'SelfMonitoredValueInput',
  {
    pollutant: text('污染物编码', 'pollutant code', 20),
    value: decimal('监测值', 'value'),
    unit: text('单位', 'unit', 20),
    limit: decimal('限值', 'limit').optional(),
  },
  { zh: '自行监测结果', en: 'self-monitored value' },
);

const result = z.strictObject({
  outletId: id('排放口编号', 'id of the outlet'),
  reportNo: docNo('报告编号', 'number of the report'),
  issuedOn: partialDate('报告签发日期', 'day on which the report was signed and issued'),
  sampledAt: moment('采样时间', 'when it was sampled'),
  standard: text('监测标准或技术规范', 'standard or technical specification', 300).optional(),
  labId: id('受托监测机构编号，自行监测的不填', 'id of the lab, empty where the entity did it itself').optional(),
  ...signatories,
  values: list(value, '监测结果', 'values', { min: 1, max: 200 }),
  work: work.optional(),
});

type Result = z.output<typeof result>;

const resultGuards = [
  ownOutlet,
  partyIsNotTheLab<Result, PartyState>('R-034', ({ labId }, subject) => [subject, labId]),
  partyIsNotTheLab<Result, PartyState>('W-61', ({ labId }, subject) => [subject, labId]),
  knownLab,
  standardNamed,
  certifiedWhenWorked<Result, PartyState>({ labId: ({ labId }) => labId, days: ({ sampledAt, issuedOn }) => [sampledAt, issuedOn] }),
  ...notBanned<Result, PartyState>({ named: signedBy, day: ({ sampledAt }) => sampledAt }),
  recordOfTheWork('R-111'),
  recordOfTheWork('MON-33'),
] as const;

/** 自行监测: the entity answers for the truth of the result whoever did the work; a commissioned lab answers beside it. */
export const recordSelfMonitoringResult = partyAct({
  name: 'recordSelfMonitoringResult',
  title: { zh: '登记自行监测结果', en: 'Record a result of self-monitoring' },
  by: ENTITY_OR_AUTHORITY,
  input: result,
  basis: ['R-020', 'R-021', 'R-034', 'R-037', 'R-111', 'R-114'],
  needs: (input, subject) => ({ parties: [subject, ...(input.labId === undefined ? [] : [input.labId])], persons: signerIds(input) }),
  guards: resultGuards,
  events: ({ labId, reportNo, standard, values, work: record, ...input }, party, { registers, subject }) => [
    {
      type: 'SelfMonitoringResultRecorded',
      payload: {
        ...input,
        resultId: nextItemId('result', party.selfMonitoring.results),
        reportNo: reportNo ?? null,
        standard: standard ?? null,
        entity: { id: subject, name: party.name },
        lab: labThen(registers, labId),
        values: values.map((each) => ({ ...each, limit: each.limit ?? null })),
        work: record ?? null,
        permitHolder: party.permitNo !== null,
        jurisdiction: party.jurisdiction,
      },
    },
  ],
});

export const publishSelfMonitoring = partyAct({
  name: 'publishSelfMonitoring',
  title: { zh: '登记自行监测结果公开', en: 'Record the publication of a self-monitoring result' },
  by: ENTITY_OR_AUTHORITY,
  input: z.strictObject({
    resultId: id('结果编号', 'id of the result'),
    platform: text('公开平台', 'where it was published', 200),
    reference: text('公开记录编号或者网址', 'reference of the publication', 500).optional(),
    publishedAt: moment('公开时间', 'when it was published'),
  }),
  basis: ['R-021', 'R-022', 'R-026'],
  target: 'resultId',
  items: ({ selfMonitoring }) => selfMonitoring.results.filter((each) => each.publishedAt === null).map((each) => each.id),
  events: ({ reference, ...input }) => [{ type: 'SelfMonitoringPublished', payload: { ...input, reference: reference ?? null } }],
});

export const checkRawRecords = partyAct({
  name: 'checkRawRecords',
  title: { zh: '检查监测原始记录', en: 'Check the raw monitoring records' },
  by: SUPERVISORS,
  input: z.strictObject({
    from: date('记录期间起', 'records from'),
    to: date('记录期间止', 'records to'),
    state: enumOf('RawRecordState', RAW_RECORD_STATES, { zh: '保存情况', en: 'state of the records' }),
    finding: text('问题认定', 'the finding').optional(),
    caseId: id('处理该问题的案件编号', 'case in which the finding is pursued').optional(),
  }),
  basis: ['R-025', 'MON-26'],
  guards: [lackIsAFinding, stillToBeKept],
  events: ({ finding, caseId, ...input }, { selfMonitoring }) => [
    {
      type: 'RawRecordsChecked',
      payload: { ...input, checkId: `check-${selfMonitoring.recordChecks + 1}`, finding: finding ?? null, caseId: caseId ?? null },
    },
  ],
});

export const requestSelfProof = partyAct({
  name: 'requestSelfProof',
  title: { zh: '要求自我举证', en: 'Ask the entity for its own proof' },
  by: SUPERVISORS,
  input: z.strictObject({
    about: text('所涉监测数据', 'the data it is about', 1000),
    doubt: text('疑点', 'why their truth is doubted', 4000),
    dueOn: date('举证期限', 'by when').optional(),
    caseId: id('案件编号', 'id of the case').optional(),
  }),
  basis: ['R-036'],
  events: ({ dueOn, caseId, ...input }, { selfMonitoring, jurisdiction }) => [
    {
      type: 'SelfProofRequested',
      payload: {
        ...input,
        proofId: nextItemId('proof', selfMonitoring.proofs),
        dueOn: dueOn ?? null,
        caseId: caseId ?? null,
        jurisdiction,
      },
    },
  ],
});

const proofId = id('举证事项编号', 'id of the request');

export const answerSelfProof = partyAct({
  name: 'answerSelfProof',
  title: { zh: '提交自我举证', en: "Submit the entity's proof" },
  by: ['dischargingEntity', 'enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({ proofId, answer: text('举证内容', 'the proof', 20_000) }),
  basis: ['R-036'],
  target: 'proofId',
  items: ({ selfMonitoring }) => selfMonitoring.proofs.filter((each) => each.status === 'requested').map((each) => each.id),
  events: (input, _party, { evidence }) => [{ type: 'SelfProofAnswered', payload: { ...input, papers: evidence } }],
});

export const assessSelfProof = partyAct({
  name: 'assessSelfProof',
  title: { zh: '认定自我举证结果', en: 'Assess the proof' },
  by: SUPERVISORS,
  input: z.strictObject({
    proofId,
    result: enumOf('SelfProofResult', SELF_PROOF_RESULTS, { zh: '结果', en: 'result' }),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['R-036'],
  target: 'proofId',
  items: ({ selfMonitoring }) => selfMonitoring.proofs.filter((each) => each.status !== 'assessed').map((each) => each.id),
  events: (input) => [{ type: 'SelfProofAssessed', payload: input }],
});

export const selfMonitoringActs = [
  recordSelfMonitoringResult,
  publishSelfMonitoring,
  checkRawRecords,
  requestSelfProof,
  answerSelfProof,
  assessSelfProof,
] as const;
