import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type InterferenceStatus = 'recorded' | 'verified' | 'unfounded' | 'accountedFor';

export const interferenceMachine = setup({
  types: { events: {} as { type: 'InterferenceFoundTrue' | 'InterferenceFoundUntrue' | 'AccountabilityActionRecorded' } },
}).createMachine({
  id: 'interference',
  initial: 'recorded',
  states: {
    recorded: { on: { InterferenceFoundTrue: 'verified', InterferenceFoundUntrue: 'unfounded' } },
    verified: { on: { AccountabilityActionRecorded: 'accountedFor' } },
    unfounded: {},
    accountedFor: { on: { AccountabilityActionRecorded: 'accountedFor' } },
  },
});

export const interferenceProcedure = procedureOf<InterferenceStatus>(interferenceMachine);
