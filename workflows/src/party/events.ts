import type { EventsOf } from '../kernel/events-of';
import type { ParticularsEvent } from './particulars-events';
import type { PartySupervisionEvent } from '../party-supervision/events';
import type { NamedPerson } from '../kernel/input';
import type { LabEvent } from '../lab/events';
import type { SelfMonitoringEvent } from '../self-monitoring/events';

/** Limits of an outlet for one pollutant: `day` limits are held against the daily mean, `hour` limits against the hourly. */
export interface OutletLimit {
  readonly pollutant: string;
  readonly period: 'hour' | 'day';
  /** Exact decimal in `unit`. */
  readonly limit: string;
  readonly unit: string;
  /** The discharge standard or permit clause the limit comes from. */
  readonly standard: string;
}

export const PARTY_KINDS = {
  dischargingEntity: '排污单位',
  thirdPartyLab: '社会化检验检测机构',
  omProvider: '运维机构',
  otherUnit: '其他单位',
  naturalPerson: '自然人',
} as const;
export type PartyKind = keyof typeof PARTY_KINDS;

/** What the registrar enters into the file of a regulated party or service body. */
export type RegisterEvent = EventsOf<{
  PartyRegistered: {
    readonly name: string;
    readonly kind: PartyKind;
    /** 统一社会信用代码; null for a natural person, whose identity number is kept sealed only. */
    readonly creditCode: string | null;
    readonly jurisdiction: string;
    readonly address: string;
    /** Null for a natural person. */
    readonly legalRepresentative: string | null;
    /** 重点排污单位 */
    readonly keyEntity: boolean;
    /** 排污许可重点管理 */
    readonly keyPermitManagement: boolean;
    readonly permitNo: string | null;
  };
  OutletRegistered: {
    readonly outletId: string;
    readonly name: string;
    readonly medium: 'water' | 'air';
    readonly main: boolean;
    readonly limits: readonly OutletLimit[];
  };
  DeviceRegistered: {
    readonly mn: string;
    readonly outletId: string;
    readonly model: string;
    /** `sha256:` digest of the access password; the password itself is never kept. */
    readonly passwordDigest: string;
    readonly omProvider: string | null;
    /** Who keeps and runs it; absent in events before that was kept. */
    readonly keeper?: NamedPerson | null;
  };
  LabCertificateRecorded: {
    readonly certificateNo: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly scope: string;
  };
  /** A lab works for a discharging entity under contract. */
  LabContractRecorded: {
    readonly contractNo: string;
    readonly entityId: string;
    readonly kind: 'selfMonitoring' | 'comparisonTest' | 'operation';
    readonly from: string;
    readonly to: string | null;
  };
}>;

/** What happens in the file of a party: what the registrar enters, what a lab keeps, how it monitors itself, what the authority does about it outside of any case. */
export type PartyEvent = RegisterEvent | ParticularsEvent | LabEvent | SelfMonitoringEvent | PartySupervisionEvent;
