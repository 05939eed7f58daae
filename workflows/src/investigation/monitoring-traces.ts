import type { RecordedEvent } from '../kernel/event';
import type { Tie, TraceRule } from '../trace/rule';
import type { InvestigationEvent } from './events';
import { SPOT_DIMENSIONS, SPOT_PERIODS } from './monitoring-events';

type Payload<T extends InvestigationEvent['type']> = Extract<InvestigationEvent, { type: T }>['payload'];

const monitoringBody = (event: RecordedEvent) => {
  const { issuedBy } = event.payload as Payload<'MonitoringReportRecorded'>;

  return { kind: 'unit', id: issuedBy, name: issuedBy } as const;
};

const agency = ({ actor }: RecordedEvent) => ({ kind: 'unit', id: actor.organisation, name: actor.organisation }) as const;

const spotOf = (event: RecordedEvent): readonly Tie[] => {
  const { spot, reportNo } = event.payload as Payload<'MonitoringReportRecorded'>;
  if (spot === undefined) return [];

  return spot.dimensions.map((dimension) => ({
    whom: monitoringBody(event),
    role: 'spotMeasurement',
    what: `${SPOT_DIMENSIONS[dimension]}抽测（${SPOT_PERIODS[spot.period]}），监测报告 ${reportNo ?? '（无编号）'}`,
    tags: { spotMeasurement: dimension, period: spot.period, special: spot.period === 'ordinary' ? 'no' : 'yes' },
  }));
};

/** Who answers for enforcement monitoring beside the persons who sign, and what it was spent on. */
export const enforcementMonitoringTraces: readonly TraceRule[] = [
  {
    id: 'monitoringBody',
    rules: ['R-079'],
    title: { zh: '监测机构对监测数据真实性、准确性负责', en: 'the monitoring body answers for truth and accuracy of the data' },
    ties: {
      MonitoringReportRecorded: (_payload, event) => {
        const { reportNo } = event.payload as Payload<'MonitoringReportRecorded'>;

        return [{ whom: monitoringBody(event), role: 'monitoringBody', what: `监测报告 ${reportNo ?? '（无编号）'}` }];
      },
    },
  },
  {
    id: 'commissioningAgency',
    rules: ['R-078'],
    title: {
      zh: '委托执法监测的执法机构对同步证据收集和数据使用合规性负责',
      en: 'the agency that gave the monitoring out answers for synchronous evidence and compliant use',
    },
    ties: {
      EnforcementMonitoringCommissioned: (_payload, event) => {
        const { taskOrderNo, labName } = event.payload as Payload<'EnforcementMonitoringCommissioned'>;

        return [{ whom: agency(event), role: 'commissioningAgency', what: `任务书 ${taskOrderNo} 委托${labName}` }];
      },
    },
  },
  {
    id: 'spotMeasurement',
    rules: ['R-072'],
    title: { zh: '排放浓度、排放量及特殊时段抽测', en: 'spot measurements by concentration, quantity and period' },
    ties: { MonitoringReportRecorded: (_payload, event) => spotOf(event) },
  },
];
