import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type InvestigationStatus = 'notOpened' | 'opened' | 'reported';

const ON_THE_WAY = {
  SiteInspectionRecorded: 'opened',
  EvidenceSealed: 'opened',
  EvidenceHandedOver: 'opened',
  EnforcementMonitoringOrdered: 'opened',
  EnforcementMonitoringCommissioned: 'opened',
  MonitoringReportRecorded: 'opened',
} as const;

export const investigationMachine = setup({
  types: {
    events: {} as {
      type: keyof typeof ON_THE_WAY | 'InvestigationOpened' | 'InvestigationReported' | 'InvestigationResumed';
    },
  },
}).createMachine({
  id: 'investigation',
  initial: 'notOpened',
  states: {
    notOpened: { on: { InvestigationOpened: 'opened' } },
    opened: { on: { ...ON_THE_WAY, InvestigationReported: 'reported' } },
    // Sealed items change hands, e.g. to the police, after the report too.
    reported: { on: { EvidenceHandedOver: 'reported', InvestigationResumed: 'opened' } },
  },
});

export const investigationProcedure = procedureOf<InvestigationStatus>(investigationMachine);
