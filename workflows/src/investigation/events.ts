import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';
import type { MonitoringOrderEvent, RecordChain, SpotMeasurement } from './monitoring-events';
import type { LabThen, WorkRecord } from '../lab/record';
import type { PartyKind } from '../party/events';
import type { EstablishedElement, FraudForm, FraudMethod, AnswerableRole } from './elements';

export const FINDINGS = {
  noViolation: '未发现违法',
  generalProblem: '一般性问题',
  violation: '违法',
  suspectedCrime: '涉嫌犯罪',
  otherCompetence: '属其他机关管辖',
} as const;
export type Finding = keyof typeof FINDINGS;

export const VIOLATION_CLASSES = {
  exceedance: '超标排放',
  equipmentNotKeptNormal: '未保证自动监测设备正常运行',
  evasiveDischarge: '以逃避监管方式排放污染物',
  dataFraud: '监测数据弄虚作假',
  covertDischarge: '偷排偷放',
  selfMonitoringBreach: '未按证开展自行监测',
  automaticMonitoringBreach: '未按规定安装、使用自动监测设备',
  other: '其他违法行为',
} as const;
export type ViolationClass = keyof typeof VIOLATION_CLASSES;

export interface AnswerablePerson extends NamedPerson {
  readonly role: AnswerableRole;
}

/** The fields with a question mark are absent in events before elements were kept. */
export interface ProblemFinding {
  readonly problemId: string;
  readonly finding: Finding;
  readonly violationClass: ViolationClass | null;
  /** Tampering or fabrication of monitoring data established. */
  readonly tampering: boolean;
  /** done in order to evade supervision. */
  readonly malicious: boolean;
  readonly reasons: string;
  /** What is established, each on its evidence; a class stands on its elements. */
  readonly elements?: readonly EstablishedElement[];
  readonly methods?: readonly FraudMethod[];
  readonly forms?: readonly FraudForm[];
  /** Day of the act as far as it is known; which law asks whether it is a crime depends on it (O-41). */
  readonly actedOn?: string | null;
  /** Why it is, or is not, suspected to be a crime. */
  readonly crimeReasons?: string | null;
  readonly responsible?: readonly AnswerablePerson[];
  /** What the party was when it was found: a lab and an operator answer in their own way. */
  readonly partyKind?: PartyKind | null;
  /** operating staff that tampered, fabricated, disturbed or damaged. */
  readonly heavierPenalty?: boolean;
}

export interface ReportedValue {
  readonly pollutant: string;
  readonly value: string;
  readonly unit: string;
  readonly limit: string | null;
}

type OwnEvent = EventsOf<{
  InvestigationOpened: { readonly investigators: readonly NamedPerson[] };
  SiteInspectionRecorded: {
    readonly inspectionId: string;
    readonly officers: readonly NamedPerson[];
    readonly inspectedAt: string;
    readonly place: string;
    readonly identityShown: boolean;
    readonly unannounced: boolean;
    /** Monitoring unit that gave technical support, or null for none. */
    readonly technicalSupport: string | null;
    readonly facts: string;
  };
  EvidenceSealed: {
    readonly itemId: string;
    readonly description: string;
    readonly sealNo: string;
    readonly digest: string;
    readonly keeper: NamedPerson;
    readonly sealedAt: string;
  };
  /** Chain of custody: each hand-over of an item. */
  EvidenceHandedOver: {
    readonly itemId: string;
    readonly from: NamedPerson;
    readonly to: NamedPerson;
    readonly reason: string;
  };
  EnforcementMonitoringCommissioned: {
    readonly taskId: string;
    readonly taskOrderNo: string;
    readonly labId: string;
    readonly labName: string;
    readonly outletId: string | null;
    readonly entityId: string;
    /** The enforcement need that the task serves. */
    readonly need: string;
    /** Why own capacity is lacking. */
    readonly capacityReason: string;
    /** Certificate, ability, credit. */
    readonly grounds: string;
  };
  MonitoringReportRecorded: {
    readonly reportId: string;
    readonly taskId: string | null;
    readonly taskOrderNo: string;
    readonly reportNo: string | null;
    readonly issuedBy: string;
    readonly issuedOn: string;
    /** National standard or technical specification. */
    readonly standard: string;
    readonly sampledAt: string;
    readonly sampler: NamedPerson;
    readonly analyst: NamedPerson;
    readonly reviewer: NamedPerson;
    readonly signatory: NamedPerson;
    readonly values: readonly ReportedValue[];
    /** */
    readonly records?: RecordChain;
    /** R-072; absent where it was no spot measurement. */
    readonly spot?: SpotMeasurement;
    /** The lab and its head as they stood then; absent where the lab does not stand in the register, and in older events. */
    readonly lab?: LabThen;
    readonly work?: WorkRecord;
  };
  InvestigationReported: { readonly reportNo: string | null; readonly findings: readonly ProblemFinding[] };
  InvestigationResumed: { readonly reason: string };
}>;

export type InvestigationEvent = OwnEvent | MonitoringOrderEvent;
