import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type CaseStatus = 'open' | 'closed';

/** The case itself is small: each proceeding has a machine of its own. */
export const caseMachine = setup({
  types: { events: {} as { type: 'CaseClosed' | 'CaseReopened' } },
}).createMachine({
  id: 'case',
  initial: 'open',
  states: { open: { on: { CaseClosed: 'closed' } }, closed: { on: { CaseReopened: 'open' } } },
});

export const caseProcedure = procedureOf<CaseStatus>(caseMachine);
