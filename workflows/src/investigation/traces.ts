import type { RecordedEvent } from '../kernel/event';
import type { NamedPerson } from '../kernel/input';
import type { LabThen } from '../lab/record';
import type { Tie, Tied, TraceRule } from '../trace/rule';
import type { InvestigationEvent, ReportedValue } from './events';
import { isFraud } from './classification';

type Report = Extract<InvestigationEvent, { type: 'MonitoringReportRecorded' }>['payload'];
type Investigated = Extract<InvestigationEvent, { type: 'InvestigationReported' }>['payload'];

/** What the answerable ones of any result need to be known of it: one of a report in a case, or of self-monitoring. */
export interface Answered {
  readonly sampler: NamedPerson;
  readonly analyst: NamedPerson;
  readonly reviewer: NamedPerson;
  readonly signatory: NamedPerson;
  readonly reportNo: string | null;
  readonly values: readonly Pick<ReportedValue, 'pollutant' | 'value' | 'unit'>[];
  readonly lab?: LabThen | null;
}

const reportOf = ({ payload }: RecordedEvent): Report => payload as Report;

export const personTied = ({ person: id, name }: NamedPerson): Tied => ({ kind: 'person', id, name });

const number = ({ pollutant, value, unit }: Answered['values'][number]): string => `${pollutant} ${value} ${unit}`;

export const titleOfReport = ({ reportNo }: Pick<Answered, 'reportNo'>): string => `监测报告 ${reportNo ?? '（无编号）'}`;

/** Samplers and analysts, tied to each number. */
export const answerForData = ({ sampler, analyst, values }: Answered): readonly Tie[] =>
  values.flatMap((value) => [
    { whom: personTied(sampler), role: 'sampler', what: number(value) },
    { whom: personTied(analyst), role: 'analyst', what: number(value) },
  ]);

/** Reviewers and signatories, tied to the report. */
export const answerForReport = (report: Answered): readonly Tie[] => [
  { whom: personTied(report.reviewer), role: 'reviewer', what: titleOfReport(report) },
  { whom: personTied(report.signatory), role: 'authorizedSignatory', what: titleOfReport(report) },
];

/** Lab and head of lab, tied to the numbers and the report. */
export const answerAsLab = (report: Answered): readonly Tie[] => {
  const { lab = null } = report;
  if (lab === null) return [];
  const what = [titleOfReport(report), ...report.values.map(number)].join('；');
  const head: readonly Tie[] = lab.head === null ? [] : [{ whom: personTied(lab.head), role: 'labHead', what }];

  return [{ whom: { kind: 'party', id: lab.id, name: lab.name }, role: 'lab', what }, ...head];
};

const client = ({ payload, actor }: RecordedEvent): readonly Tie[] => {
  const { taskOrderNo, labName } = payload as { readonly taskOrderNo: string; readonly labName: string };

  return [
    {
      whom: { kind: 'unit', id: actor.organisation, name: actor.organisation },
      role: 'client',
      what: `任务书 ${taskOrderNo}（${labName}）`,
    },
  ];
};

const fraudByServiceBody = ({ payload }: RecordedEvent): readonly Tie[] =>
  (payload as Investigated).findings
    .filter((finding) => isFraud(finding) && (finding.partyKind === 'thirdPartyLab' || finding.partyKind === 'omProvider'))
    .flatMap(({ problemId, responsible = [] }) =>
      responsible.map((each) => ({ whom: personTied(each), role: each.role, what: `${problemId} 监测数据弄虚作假` })),
    );

/** Who answers for which number and report; no rule asks whether they still work there. */
export const investigationTraces: readonly TraceRule[] = [
  {
    id: 'rawData',
    rules: ['R-113', 'R-114', 'R-079'],
    title: { zh: '采样、分析人员对原始监测数据终身负责', en: 'samplers and analysts answer for the raw data for life' },
    ties: { MonitoringReportRecorded: (_payload, event) => answerForData(reportOf(event)) },
  },
  {
    id: 'monitoringReport',
    rules: ['R-113', 'R-114', 'R-079'],
    title: { zh: '审核、授权签字人员对监测报告终身负责', en: 'reviewers and signatories answer for the report for life' },
    ties: { MonitoringReportRecorded: (_payload, event) => answerForReport(reportOf(event)) },
  },
  {
    id: 'labAndHead',
    rules: ['R-112', 'R-079', 'CODE-78'],
    title: { zh: '监测机构及其负责人对监测数据负责', en: 'lab and head of lab answer for the data' },
    ties: { MonitoringReportRecorded: (_payload, event) => answerAsLab(reportOf(event)) },
  },
  {
    id: 'commissioner',
    rules: ['R-034', 'R-076'],
    title: { zh: '谁委托谁把关', en: 'whoever commissions answers for the supervision' },
    ties: { EnforcementMonitoringCommissioned: (_payload, event) => client(event) },
  },
  {
    id: 'fraudByServiceBody',
    rules: ['R-118', 'R-125'],
    title: { zh: '监测、运维机构弄虚作假的责任人', en: 'those responsible for fraud by a lab or operator' },
    ties: { InvestigationReported: (_payload, event) => fraudByServiceBody(event) },
  },
];
