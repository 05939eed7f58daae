import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

export const MONITORING_TASK_KINDS = { regular: '执法监测', provincialSpecial: '省级专项执法监测' } as const;
export type MonitoringTaskKind = keyof typeof MONITORING_TASK_KINDS;

/** The records that make a result traceable from the outlet to the report. */
export interface RecordChain {
  readonly sampling: string;
  readonly handOver: string;
  readonly analysis: string;
}

export const SPOT_DIMENSIONS = { concentration: '排放浓度', quantity: '排放量' } as const;
export type SpotDimension = keyof typeof SPOT_DIMENSIONS;

export const SPOT_PERIODS = {
  ordinary: '正常生产',
  limitedProduction: '限产',
  stoppedProduction: '停产',
  heavyPollution: '重污染天气应急',
} as const;
export type SpotPeriod = keyof typeof SPOT_PERIODS;

/** What a spot measurement was about. */
export interface SpotMeasurement {
  readonly dimensions: readonly SpotDimension[];
  readonly period: SpotPeriod;
}

export type MonitoringOrderEvent = EventsOf<{
  /** 执法监测任务书 to a monitoring unit of the authority; what is given out to a lab is commissioned instead. */
  EnforcementMonitoringOrdered: {
    readonly taskId: string;
    readonly kind: MonitoringTaskKind;
    readonly taskOrderNo: string;
    readonly unit: string;
    readonly entityId: string;
    readonly outletId: string | null;
    /** The enforcement need that it serves. */
    readonly need: string;
    readonly staff: readonly NamedPerson[];
  };
}>;
