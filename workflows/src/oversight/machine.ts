import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type OversightStatus = 'opened' | 'answered' | 'suit' | 'ended';

export const oversightMachine = setup({
  types: { events: {} as { type: 'OversightAnswered' | 'OversightSuitFiled' | 'OversightEnded' } },
}).createMachine({
  id: 'oversight',
  initial: 'opened',
  states: {
    opened: { on: { OversightAnswered: 'answered', OversightSuitFiled: 'suit', OversightEnded: 'ended' } },
    answered: { on: { OversightSuitFiled: 'suit', OversightEnded: 'ended' } },
    suit: { on: { OversightAnswered: 'suit', OversightEnded: 'ended' } },
    ended: {},
  },
});

export const oversightProcedure = procedureOf<OversightStatus>(oversightMachine);
