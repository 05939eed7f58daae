import { becomes, type HandoffRule } from '../handoff/rule';
import type { ClueEvent } from './events';

type Transferred = Extract<ClueEvent, { type: 'ClueTransferred' }>['payload'];
type Designated = Extract<ClueEvent, { type: 'CompetenceDesignated' }>['payload'];
type Feedback = Extract<ClueEvent, { type: 'FeedbackGiven' }>['payload'];

export const clueHandoff: HandoffRule = {
  id: 'clue',
  title: { zh: '线索移交', en: 'clue' },
  item: 'clueId',
  offers: {
    ClueTransferred: ({ payload }) => {
      const { from, to } = payload as Transferred;

      return { from, to };
    },
  },
  moves: {
    ClueReceived: becomes('received'),
    ClueAccepted: becomes('accepted'),
    ClueReturned: becomes('returned'),
    ClueWithdrawn: becomes('withdrawn'),
    // A merged clue waits for its answer like an accepted one.
    ClueMerged: becomes('accepted'),
    CompetenceDisputed: becomes('disputed'),
    CompetenceDesignated: (_handoff, { payload }) => ({ status: 'offered', to: (payload as Designated).to }),
    // Feedback to the permit department alone leaves the sender without an answer.
    FeedbackGiven: ({ from }, { payload }) => ((payload as Feedback).to === from.function ? { status: 'answered' } : {}),
  },
};
