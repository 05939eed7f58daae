import type { EventsOf } from '../kernel/events-of';
import type { EvidenceRef } from '../kernel/event';
import type { NamedPerson } from '../kernel/input';
import type { LabThen, WorkRecord } from '../lab/record';

export const RAW_RECORD_STATES = { complete: '完整', missing: '缺失', broken: '残缺' } as const;
export type RawRecordState = keyof typeof RAW_RECORD_STATES;

export const SELF_PROOF_RESULTS = { proved: '举证成立', notProved: '举证不成立', notAnswered: '未举证' } as const;
export type SelfProofResult = keyof typeof SELF_PROOF_RESULTS;

export interface SelfMonitoredValue {
  readonly pollutant: string;
  readonly value: string;
  readonly unit: string;
  readonly limit: string | null;
}

/** Self-monitoring of a discharging entity; written to the stream of the party. */
export type SelfMonitoringEvent = EventsOf<{
  SelfMonitoringResultRecorded: {
    readonly resultId: string;
    readonly outletId: string;
    readonly reportNo: string | null;
    /** Day on which the report was signed and issued: the monitoring work is finished then (O-02). */
    readonly issuedOn: string;
    readonly sampledAt: string;
    readonly standard: string | null;
    readonly entity: { readonly id: string; readonly name: string };
    /** Null where the entity did the work itself. */
    readonly lab: LabThen | null;
    readonly sampler: NamedPerson;
    readonly analyst: NamedPerson;
    readonly reviewer: NamedPerson;
    readonly signatory: NamedPerson;
    readonly values: readonly SelfMonitoredValue[];
    readonly work: WorkRecord | null;
    /** A permit holder owes the publication. */
    readonly permitHolder: boolean;
    /** Area of the entity: whose law says by when it publishes. */
    readonly jurisdiction: string;
  };
  SelfMonitoringPublished: {
    readonly resultId: string;
    readonly platform: string;
    readonly reference: string | null;
    readonly publishedAt: string;
  };
  /** were the raw records and reports of a span kept? */
  RawRecordsChecked: {
    readonly checkId: string;
    readonly from: string;
    readonly to: string;
    readonly state: RawRecordState;
    readonly finding: string | null;
    /** The case in which the finding is pursued. */
    readonly caseId: string | null;
  };
  /** the truth of the data is doubted, and the entity is asked for its own proof. */
  SelfProofRequested: {
    readonly proofId: string;
    readonly about: string;
    readonly doubt: string;
    readonly jurisdiction: string;
    readonly dueOn: string | null;
    readonly caseId: string | null;
  };
  SelfProofAnswered: { readonly proofId: string; readonly answer: string; readonly papers: readonly EvidenceRef[] };
  SelfProofAssessed: { readonly proofId: string; readonly result: SelfProofResult; readonly reasons: string };
}>;

const TYPES: Readonly<Record<SelfMonitoringEvent['type'], true>> = {
  SelfMonitoringResultRecorded: true,
  SelfMonitoringPublished: true,
  RawRecordsChecked: true,
  SelfProofRequested: true,
  SelfProofAnswered: true,
  SelfProofAssessed: true,
};

export const isSelfMonitoringEvent = (event: { readonly type: string }): event is SelfMonitoringEvent => Object.hasOwn(TYPES, event.type);
