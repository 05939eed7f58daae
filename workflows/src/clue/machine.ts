import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type ClueStatus = 'offered' | 'received' | 'accepted' | 'returned';

export const clueMachine = setup({
  types: { events: {} as { type: 'ClueReceived' | 'ClueAccepted' | 'ClueReturned' | 'FeedbackGiven' | 'FilingTimeExtended' } },
}).createMachine({
  id: 'clue',
  initial: 'offered',
  states: {
    offered: { on: { ClueReceived: 'received' } },
    received: { on: { ClueAccepted: 'accepted', ClueReturned: 'returned', FilingTimeExtended: 'received' } },
    accepted: { on: { FeedbackGiven: 'accepted', FilingTimeExtended: 'accepted' } },
    returned: {},
  },
});

export const clueProcedure = procedureOf<ClueStatus>(clueMachine);
