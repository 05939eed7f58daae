import { caseSlice } from '../case/slice';
import type { OfficialFunction } from '../kernel/codes';
import { changeItem, stepOf } from '../kernel/step';
import type { ClueEvent, Unit } from './events';
import { clueProcedure, type ClueStatus } from './machine';

export interface Clue {
  readonly id: string;
  readonly status: ClueStatus;
  readonly problemIds: readonly string[];
  readonly from: Unit;
  readonly to: Unit;
  readonly materials: readonly string[];
  readonly verified: boolean;
  readonly fraud: boolean;
  readonly returnReason: string | null;
  /** Functions that were told what became of the clue. */
  readonly feedbackTo: readonly OfficialFunction[];
  /** The head has added days to the decision on filing (办法 art. 18). */
  readonly filingExtended?: true;
}

const step = stepOf(clueProcedure);

const changed = (clue: Clue, event: Exclude<ClueEvent, { type: 'ClueTransferred' }>): Clue => {
  const moved = { ...clue, status: step(clue.status, event.type) };
  switch (event.type) {
    case 'ClueReceived':
    case 'ClueAccepted':
      return moved;
    case 'ClueReturned':
      return { ...moved, returnReason: event.payload.reason };
    case 'FilingTimeExtended':
      return { ...moved, filingExtended: true };
    case 'FeedbackGiven':
      return { ...moved, feedbackTo: [...moved.feedbackTo, event.payload.to] };
  }
};

const evolveClues = (clues: readonly Clue[], event: ClueEvent): readonly Clue[] => {
  if (event.type !== 'ClueTransferred') return changeItem(clues, event.payload.clueId, (clue) => changed(clue, event));
  const { clueId, problemIds, from, to, materials, verified, fraud } = event.payload;

  return [
    ...clues,
    { id: clueId, status: clueProcedure.initial, problemIds, from, to, materials, verified, fraud, returnReason: null, feedbackTo: [] },
  ];
};

export const clueSlice = caseSlice<readonly Clue[], ClueEvent>({
  initial: [],
  events: {
    ClueTransferred: true,
    ClueReceived: true,
    ClueAccepted: true,
    ClueReturned: true,
    FilingTimeExtended: true,
    FeedbackGiven: true,
  },
  evolve: evolveClues,
});
