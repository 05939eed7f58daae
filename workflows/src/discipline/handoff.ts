import { becomes, type HandoffRule } from '../handoff/rule';
import type { DisciplineEvent } from './events';

type Transferred = Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>['payload'];

export const disciplineHandoff: HandoffRule = {
  id: 'disciplineClue',
  title: { zh: '违规线索移送', en: 'discipline clue' },
  item: null,
  offers: {
    DisciplineClueTransferred: ({ payload }) => {
      const { from, to, caseId } = payload as Transferred;

      return { from, to, caseId, confidential: true };
    },
  },
  moves: {
    DisciplineClueReceived: becomes('received'),
    DisciplineClueAccepted: becomes('accepted'),
    DisciplineClueReturned: becomes('returned'),
    DisciplineOutcomeDecided: becomes('answered'),
  },
};
