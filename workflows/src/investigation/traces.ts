import type { RecordedEvent } from '../kernel/event';
import type { NamedPerson } from '../kernel/input';
import type { Tie, TraceRule } from '../trace/rule';
import type { InvestigationEvent, ReportedValue } from './events';

type Report = Extract<InvestigationEvent, { type: 'MonitoringReportRecorded' }>['payload'];

const reportOf = ({ payload }: RecordedEvent): Report => payload as Report;

const person = ({ person: id, name }: NamedPerson) => ({ kind: 'person', id, name }) as const;

const number = ({ pollutant, value, unit }: ReportedValue): string => `${pollutant} ${value} ${unit}`;

const answerForData = (event: RecordedEvent): readonly Tie[] => {
  const { sampler, analyst, values } = reportOf(event);

  return values.flatMap((value) => [
    { whom: person(sampler), role: 'sampler', what: number(value) },
    { whom: person(analyst), role: 'analyst', what: number(value) },
  ]);
};

const answerForReport = (event: RecordedEvent): readonly Tie[] => {
  const { reviewer, signatory, reportNo } = reportOf(event);
  const what = `监测报告 ${reportNo ?? '（无编号）'}`;

  return [
    { whom: person(reviewer), role: 'reviewer', what },
    { whom: person(signatory), role: 'authorizedSignatory', what },
  ];
};

/** Who answers for which number and report; no rule asks whether they still work there. */
export const investigationTraces: readonly TraceRule[] = [
  {
    id: 'rawData',
    rules: ['R-113', 'R-114', 'R-079'],
    title: { zh: '采样、分析人员对原始监测数据终身负责', en: 'samplers and analysts answer for the raw data for life' },
    ties: { MonitoringReportRecorded: (_payload, event) => answerForData(event) },
  },
  {
    id: 'monitoringReport',
    rules: ['R-113', 'R-114', 'R-079'],
    title: { zh: '审核、授权签字人员对监测报告终身负责', en: 'reviewers and signatories answer for the report for life' },
    ties: { MonitoringReportRecorded: (_payload, event) => answerForReport(event) },
  },
];
