import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type CaseStatus = 'open' | 'closed' | 'merged' | 'transferred';

/** The case itself is small: each proceeding has a machine of its own. */
export const caseMachine = setup({
  types: { events: {} as { type: 'CaseClosed' | 'CaseReopened' | 'CaseMerged' | 'CaseHandedOver' | 'CaseTakenBack' } },
}).createMachine({
  id: 'case',
  initial: 'open',
  states: {
    open: { on: { CaseClosed: 'closed', CaseMerged: 'merged', CaseHandedOver: 'transferred' } },
    closed: { on: { CaseReopened: 'open' } },
    merged: {},
    transferred: { on: { CaseTakenBack: 'open' } },
  },
});

export const caseProcedure = procedureOf<CaseStatus>(caseMachine);
