import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type DisciplineStatus = 'transferred' | 'received' | 'accepted' | 'returned' | 'decided' | 'outcomeReported';

export const disciplineMachine = setup({
  types: {
    events: {} as {
      type:
        | 'DisciplineClueReceived'
        | 'DisciplineClueAccepted'
        | 'DisciplineClueReturned'
        | 'SanctionRecommended'
        | 'DisciplineOutcomeDecided'
        | 'DisciplineOutcomeReported'
        | 'DisciplineReportingCompleted';
    },
  },
}).createMachine({
  id: 'discipline',
  initial: 'transferred',
  states: {
    transferred: { on: { DisciplineClueReceived: 'received' } },
    received: { on: { DisciplineClueAccepted: 'accepted', DisciplineClueReturned: 'returned' } },
    accepted: { on: { SanctionRecommended: 'accepted', DisciplineOutcomeDecided: 'decided' } },
    returned: {},
    decided: { on: { DisciplineOutcomeReported: 'decided', DisciplineReportingCompleted: 'outcomeReported' } },
    outcomeReported: {},
  },
});

export const disciplineProcedure = procedureOf<DisciplineStatus>(disciplineMachine);
