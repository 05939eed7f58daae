import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type ProblemStatus = 'found' | 'determined' | 'struckOff';

/** Order is judged per problem, not per case (rules.md 3.2, O-48). */
export const problemMachine = setup({
  types: { events: {} as { type: 'InvestigationReported' | 'ProblemStruckOff' | 'CaseReopened' } },
}).createMachine({
  id: 'problem',
  initial: 'found',
  states: {
    found: { on: { InvestigationReported: 'determined' } },
    determined: { on: { InvestigationReported: 'determined', ProblemStruckOff: 'struckOff' } },
    struckOff: { on: { CaseReopened: 'determined' } },
  },
});

export const problemProcedure = procedureOf<ProblemStatus>(problemMachine);
