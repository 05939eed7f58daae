import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type ClueStatus = 'offered' | 'received' | 'accepted' | 'returned' | 'returnSettled' | 'merged' | 'disputed' | 'withdrawn';

export const clueMachine = setup({
  types: {
    events: {} as {
      type:
        | 'ClueReceived'
        | 'ClueAccepted'
        | 'ClueReturned'
        | 'ClueReturnSettled'
        | 'ClueMerged'
        | 'ClueWithdrawn'
        | 'CompetenceDisputed'
        | 'CompetenceDesignated'
        | 'FilingTimeExtended'
        | 'FeedbackGiven';
    },
  },
}).createMachine({
  id: 'clue',
  initial: 'offered',
  states: {
    offered: { on: { ClueReceived: 'received', ClueWithdrawn: 'withdrawn', CompetenceDesignated: 'offered' } },
    received: {
      on: {
        FilingTimeExtended: 'received',
        ClueAccepted: 'accepted',
        ClueReturned: 'returned',
        ClueMerged: 'merged',
        ClueWithdrawn: 'withdrawn',
        CompetenceDisputed: 'disputed',
        CompetenceDesignated: 'offered',
      },
    },
    accepted: { on: { FeedbackGiven: 'accepted', FilingTimeExtended: 'accepted' } },
    // The sender of a merged clue is owed its answer all the same.
    merged: { on: { FeedbackGiven: 'merged' } },
    disputed: { on: { CompetenceDesignated: 'offered' } },
    // Back at the sender, who hands it over again or lets it rest.
    returned: { on: { ClueReturnSettled: 'returnSettled' } },
    returnSettled: {},
    withdrawn: {},
  },
});

export const clueProcedure = procedureOf<ClueStatus>(clueMachine);
