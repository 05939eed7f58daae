import { caseSlice, type Envelope } from '../case/slice';
import type { NamedPerson } from '../kernel/input';
import type { LabThen } from '../lab/record';
import { changeItem, stepOf } from '../kernel/step';
import type { InvestigationEvent, ReportedValue } from './events';
import type { MonitoringTaskKind } from './monitoring-events';
import { investigationProcedure, type InvestigationStatus } from './machine';

export interface SiteInspection {
  readonly id: string;
  readonly inspectedAt: string;
  readonly place: string;
  readonly officers: readonly NamedPerson[];
}

export interface SealedItem {
  readonly id: string;
  readonly description: string;
  readonly sealNo: string;
  readonly digest: string;
  readonly keeper: NamedPerson;
  readonly handOvers: number;
}

export interface MonitoringTask {
  readonly id: string;
  readonly taskOrderNo: string;
  readonly kind: MonitoringTaskKind;
  /** Null where a monitoring unit of the authority does it. */
  readonly labId: string | null;
  /** Lab or monitoring unit that does it. */
  readonly labName: string;
  readonly entityId: string;
  /** ISO instant. */
  readonly orderedAt: string;
  readonly reported: boolean;
}

export interface MonitoringReport {
  readonly id: string;
  readonly reportNo: string | null;
  readonly issuedBy: string;
  readonly standard: string;
  readonly sampler: NamedPerson;
  readonly analyst: NamedPerson;
  readonly reviewer: NamedPerson;
  readonly signatory: NamedPerson;
  readonly values: readonly ReportedValue[];
  readonly lab: LabThen | null;
}

export interface Investigation {
  readonly status: InvestigationStatus;
  readonly investigators: readonly NamedPerson[];
  readonly inspections: readonly SiteInspection[];
  readonly sealedItems: readonly SealedItem[];
  readonly tasks: readonly MonitoringTask[];
  readonly reports: readonly MonitoringReport[];
  readonly reportNo: string | null;
}

const initialInvestigation: Investigation = {
  status: investigationProcedure.initial,
  investigators: [],
  inspections: [],
  sealedItems: [],
  tasks: [],
  reports: [],
  reportNo: null,
};

const step = stepOf(investigationProcedure);

const withReport = (
  before: Investigation,
  { reportId, taskId, ...report }: Extract<InvestigationEvent, { type: 'MonitoringReportRecorded' }>['payload'],
): Investigation => {
  const { reportNo, issuedBy, standard, sampler, analyst, reviewer, signatory, values, lab = null } = report;
  const kept = { id: reportId, reportNo, issuedBy, standard, sampler, analyst, reviewer, signatory, values, lab };

  return {
    ...before,
    reports: [...before.reports, kept],
    tasks: taskId === null ? before.tasks : changeItem(before.tasks, taskId, (task) => ({ ...task, reported: true })),
  };
};

const withTask = (before: Investigation, task: Omit<MonitoringTask, 'reported'>): Investigation => ({
  ...before,
  tasks: [...before.tasks, { ...task, reported: false }],
});

const evolveInvestigation = (state: Investigation, event: InvestigationEvent & Envelope): Investigation => {
  const before = { ...state, status: step(state.status, event.type) };
  switch (event.type) {
    case 'InvestigationOpened':
      return { ...before, investigators: event.payload.investigators };
    case 'SiteInspectionRecorded': {
      const { inspectionId, inspectedAt, place, officers } = event.payload;

      return { ...before, inspections: [...before.inspections, { id: inspectionId, inspectedAt, place, officers }] };
    }
    case 'EvidenceSealed': {
      const { itemId, description, sealNo, digest, keeper } = event.payload;

      return { ...before, sealedItems: [...before.sealedItems, { id: itemId, description, sealNo, digest, keeper, handOvers: 0 }] };
    }
    case 'EvidenceHandedOver':
      return {
        ...before,
        sealedItems: changeItem(before.sealedItems, event.payload.itemId, (item) => ({
          ...item,
          keeper: event.payload.to,
          handOvers: item.handOvers + 1,
        })),
      };
    case 'EnforcementMonitoringCommissioned': {
      const { taskId, taskOrderNo, labId, labName, entityId } = event.payload;

      return withTask(before, { id: taskId, kind: 'regular', taskOrderNo, labId, labName, entityId, orderedAt: event.occurredAt });
    }
    case 'EnforcementMonitoringOrdered': {
      const { taskId, kind, taskOrderNo, unit, entityId } = event.payload;

      return withTask(before, { id: taskId, kind, taskOrderNo, labId: null, labName: unit, entityId, orderedAt: event.occurredAt });
    }
    case 'MonitoringReportRecorded':
      return withReport(before, event.payload);
    case 'InvestigationReported':
      return { ...before, reportNo: event.payload.reportNo };
    case 'InvestigationResumed':
      return before;
  }
};

export const investigationSlice = caseSlice<Investigation, InvestigationEvent>({
  initial: initialInvestigation,
  events: {
    InvestigationOpened: true,
    SiteInspectionRecorded: true,
    EvidenceSealed: true,
    EvidenceHandedOver: true,
    EnforcementMonitoringOrdered: true,
    EnforcementMonitoringCommissioned: true,
    MonitoringReportRecorded: true,
    InvestigationReported: true,
    InvestigationResumed: true,
  },
  evolve: evolveInvestigation,
});
