import type { Guard } from '../../kernel/act';
import type { CreditFile } from '../evolve';
import { monthsAfter, periodOf } from '../period';

/** The publication ends by itself at the maximum, and not before. */
export const maximumPassed: Guard<{ readonly on: string }, CreditFile> = {
  rule: 'CRM-03',
  check: ({ on }, { state }) => {
    const until = monthsAfter(state.documentDate, periodOf(state.breachClass).most);

    return on < until ? { message: { zh: `最长公示期至${until}届满`, en: `The maximum period runs until ${until}` } } : undefined;
  },
};
