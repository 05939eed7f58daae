import { becomes, type HandoffRule } from '../handoff/rule';
import type { DisciplineEvent } from './events';
import { namedIn } from './named';

type Transferred = Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>['payload'];

export const disciplineHandoff: HandoffRule = {
  id: 'disciplineClue',
  title: { zh: '违规线索移送', en: 'discipline clue' },
  item: null,
  offers: {
    DisciplineClueTransferred: ({ payload }) => {
      const transferred = payload as Transferred;
      const { from, to, caseId } = transferred;

      return { from, to, caseId, keptFrom: namedIn(transferred) };
    },
  },
  moves: {
    DisciplineClueReceived: becomes('received'),
    DisciplineClueAccepted: becomes('accepted'),
    DisciplineClueReturned: becomes('returned'),
    DisciplineOutcomeDecided: becomes('answered'),
  },
};
