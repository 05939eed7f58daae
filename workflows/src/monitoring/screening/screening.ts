import type { MeasuredValue, SuspicionKind } from '../events';
import type { OutletState } from '../state';
import type { OutletLimit } from '../../party/events';

export interface Reported {
  readonly period: 'hour' | 'day';
  readonly dataTime: string;
  readonly values: readonly MeasuredValue[];
}

/** What a screening rule saw; whoever raises it adds place and id. */
export interface Finding {
  readonly kind: SuspicionKind;
  readonly pollutant: string;
  readonly value: string | null;
  readonly limit: OutletLimit | null;
  /** The rule with its input. */
  readonly screening: string;
}

/** Pure: a result, the outlet as it stood before, and its limits. */
export type Screening = (reported: Reported, before: OutletState, limits: readonly OutletLimit[]) => readonly Finding[];

/** Values that the equipment itself calls good; a flag of fault, maintenance, calibration or stop speaks of the device, not of the discharge. */
export const isGood = ({ flag }: MeasuredValue): boolean => flag === undefined || flag === 'N';
