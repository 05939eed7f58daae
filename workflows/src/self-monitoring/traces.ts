import { answerAsLab, answerForData, answerForReport, titleOfReport } from '../investigation/traces';
import type { RecordedEvent } from '../kernel/event';
import type { TraceRule } from '../trace/rule';
import type { SelfMonitoringEvent } from './events';

type Result = Extract<SelfMonitoringEvent, { type: 'SelfMonitoringResultRecorded' }>['payload'];

const resultOf = ({ payload }: RecordedEvent): Result => payload as Result;

const entity = ({ payload }: RecordedEvent, role: string) => {
  const result = payload as Result;

  return { whom: { kind: 'party', ...result.entity }, role, what: `自行${titleOfReport(result)}` } as const;
};

/** The entity answers whoever did the work; where it commissioned a lab, both do, each for its part. */
export const selfMonitoringTraces: readonly TraceRule[] = [
  {
    id: 'selfMonitoredEntity',
    rules: ['R-020', 'CODE-78'],
    title: { zh: '排污单位对监测数据真实性负责', en: 'the discharging entity answers for the truth of its data' },
    ties: { SelfMonitoringResultRecorded: (_payload, event) => [entity(event, 'dischargingEntity')] },
  },
  {
    id: 'clientAndLab',
    rules: ['R-034'],
    title: { zh: '谁委托谁把关，谁监测谁负责', en: 'the client for the supervision, the lab for the monitoring' },
    ties: {
      SelfMonitoringResultRecorded: (_payload, event) =>
        resultOf(event).lab === null ? [] : [entity(event, 'client'), ...answerAsLab(resultOf(event)).filter((tie) => tie.role === 'lab')],
    },
  },
  {
    id: 'selfMonitoredLabAndHead',
    rules: ['R-112', 'CODE-78'],
    title: { zh: '监测机构及其负责人对监测数据负责', en: 'lab and head of lab answer for the data' },
    ties: { SelfMonitoringResultRecorded: (_payload, event) => answerAsLab(resultOf(event)) },
  },
  {
    id: 'selfMonitoredRawData',
    rules: ['R-113', 'R-114'],
    title: { zh: '采样、分析人员对原始监测数据终身负责', en: 'samplers and analysts answer for the raw data for life' },
    ties: { SelfMonitoringResultRecorded: (_payload, event) => answerForData(resultOf(event)) },
  },
  {
    id: 'selfMonitoringReport',
    rules: ['R-113', 'R-114'],
    title: { zh: '审核、授权签字人员对监测报告终身负责', en: 'reviewers and signatories answer for the report for life' },
    ties: { SelfMonitoringResultRecorded: (_payload, event) => answerForReport(resultOf(event)) },
  },
];
