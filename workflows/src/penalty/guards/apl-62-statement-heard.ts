import { apl, dayOf, dueDate, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

/** Working days that a party has for its statement (办法 art. 44). */
const TO_STATE = 5;

/** 行政处罚法 arts. 45 and 62: nothing is reviewed or decided before the party was heard, waived it, or let the time pass. */
export const statementHeard: CaseGuard<{ readonly penaltyId: string }> = {
  rule: 'APL-62',
  check: ({ penaltyId }, { state, occurredAt }) => {
    const { notice, statement } = itemOf(state.penalties, penaltyId);
    if (statement !== 'none' || notice === null) return undefined;
    const last = dueDate(apl(TO_STATE), latest(notice.servedOn)).due;
    if (dayOf(occurredAt) > last) return undefined;

    return {
      weighty: true,
      message: {
        zh: `陈述申辩期限至${last}，期满或当事人陈述、放弃前不得审核决定`,
        en: `The party may state its case until ${last}; nothing is decided before`,
      },
      missing: [{ zh: '当事人陈述申辩或放弃', en: 'statement of the party, or its waiver' }],
    };
  },
};
