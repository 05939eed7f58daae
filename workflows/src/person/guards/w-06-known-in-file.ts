import type { Guard } from '../../kernel/act';
import type { PersonState } from '../state';

/** Ends and liftings cannot come before what they end. */
export const endsAfterItBegan: Guard<{ readonly employmentId: string; readonly to: string }, PersonState> = {
  rule: 'W-08',
  check: ({ employmentId, to }, { state }) => {
    const employment = state.status === 'registered' ? state.employments.find((each) => each.id === employmentId) : undefined;
    if (employment === undefined || employment.from <= to) return undefined;

    return {
      code: 'INVALID_INPUT',
      message: { zh: '离职日期早于入职日期', en: 'The employment cannot end before it began' },
      missing: [{ zh: `不早于${employment.from}的日期`, en: `a day not before ${employment.from}` }],
    };
  },
};
