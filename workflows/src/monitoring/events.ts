import type { EventsOf } from '../kernel/events-of';
import type { OutletResponseEvent } from './response-events';

/** HJ 212 data flags: N normal, T over range, D fault, M maintenance, C calibration, F stopped, S manual input, B communication fault. */
export type DataFlag = 'N' | 'T' | 'D' | 'M' | 'C' | 'F' | 'S' | 'B';

export interface MeasuredValue {
  readonly pollutant: string;
  readonly avg?: string;
  readonly min?: string;
  readonly max?: string;
  /** Quantity discharged in the period (排放量). */
  readonly cou?: string;
  readonly flag?: string;
}

export type SuspicionKind = 'dailyMeanExceedance' | 'dataAnomaly';

/** What an outlet's automatic equipment reports, and the suspicions it raises. */
export type DeviceEvent = EventsOf<{
  MonitoringResultRecorded: {
    readonly deviceMn: string;
    readonly period: 'hour' | 'day';
    /** Start of the period as the device gave it, ISO with offset +08:00. */
    readonly dataTime: string;
    readonly values: readonly MeasuredValue[];
    /** `sha256:` digest of the data segment as received, access password left out. */
    readonly frameDigest: string;
  };
  EquipmentRestarted: { readonly deviceMn: string; readonly dataTime: string; readonly restartTime: string | null };
  /** A preliminary suspicion, pushed to enforcement; never a violation by itself. */
  SuspicionRaised: {
    readonly suspicionId: string;
    readonly kind: SuspicionKind;
    readonly partyId: string;
    readonly outletId: string;
    readonly jurisdiction: string;
    readonly pollutant: string;
    readonly dataTime: string;
    readonly value: string | null;
    readonly limit: string | null;
    readonly unit: string | null;
    /** The screening rule that spoke, with its input. */
    readonly screening: string;
    readonly pushedTo: 'enforcementAgency';
  };
}>;

/** What happens at an outlet: what its equipment reports, and what people do about it. */
export type MonitoringEvent = DeviceEvent | OutletResponseEvent;
