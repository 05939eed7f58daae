import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type PublicReportStatus = 'received' | 'accepted' | 'notAccepted' | 'handling' | 'handled' | 'closed';

export const publicReportMachine = setup({
  types: {
    events: {} as {
      type:
        | 'PublicReportAccepted'
        | 'PublicReportNotAccepted'
        | 'PublicReportTakenUp'
        | 'PublicReportHandled'
        | 'PublicReportAnswered'
        | 'ReportRewardDecided'
        | 'ReportRewardPaid'
        | 'PublicReportClosed';
    },
  },
}).createMachine({
  id: 'publicReport',
  initial: 'received',
  states: {
    received: { on: { PublicReportAccepted: 'accepted', PublicReportNotAccepted: 'notAccepted' } },
    accepted: { on: { PublicReportTakenUp: 'handling', PublicReportHandled: 'handled', PublicReportAnswered: 'accepted' } },
    notAccepted: { on: { PublicReportAnswered: 'notAccepted', PublicReportClosed: 'closed' } },
    handling: { on: { PublicReportHandled: 'handled', PublicReportAnswered: 'handling' } },
    handled: {
      on: {
        PublicReportAnswered: 'handled',
        ReportRewardDecided: 'handled',
        ReportRewardPaid: 'handled',
        PublicReportClosed: 'closed',
      },
    },
    closed: { on: { ReportRewardPaid: 'closed' } },
  },
});

export const publicReportProcedure = procedureOf<PublicReportStatus>(publicReportMachine);
