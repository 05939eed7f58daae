import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type PermitMeasureStatus = 'decided' | 'executed' | 'lifted';

/** S3 四: decided by the authority, carried out by the permit department; lifted or revoked later. */
export const permitMeasureMachine = setup({
  types: { events: {} as { type: 'PermitMeasureExecuted' | 'PermitMeasureLifted' } },
}).createMachine({
  id: 'permitMeasure',
  initial: 'decided',
  states: {
    decided: { on: { PermitMeasureExecuted: 'executed', PermitMeasureLifted: 'lifted' } },
    executed: { on: { PermitMeasureLifted: 'lifted' } },
    lifted: {},
  },
});

export const permitMeasureProcedure = procedureOf<PermitMeasureStatus>(permitMeasureMachine);
