import { itemOf, type CaseGuard } from '../../case/act';
import type { ClueStatus } from '../machine';

const GOES_ON: readonly ClueStatus[] = ['received', 'accepted'];

/** A clue goes on under another one that the same unit has in hand. */
export const mergesIntoAnother: CaseGuard<{ readonly clueId: string; readonly into: string }> = {
  rule: 'W-05',
  check: ({ clueId, into }, { state }) => {
    const clue = itemOf(state.clues, clueId);
    const other = state.clues.find((each) => each.id === into && each.id !== clueId);
    if (
      other !== undefined &&
      GOES_ON.includes(other.status) &&
      other.to.function === clue.to.function &&
      other.to.jurisdiction === clue.to.jurisdiction
    ) {
      return undefined;
    }

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `${into}不是本单位在办的另一线索`, en: `${into} is no other clue that this unit has in hand` },
    };
  },
};
