import { dayOf, earliest, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';
import { parameterAt } from '../../regulation';

/** Years of a day in which a violation can be penalised that is found that long after. */
const yearsBetween = (first: string, last: string): number =>
  Temporal.PlainDate.from(first).until(last, { largestUnit: 'year' }).total({ unit: 'year', relativeTo: first });

const timeBarUnder = (rule: 'APL-36' | 'CODE-1054'): CaseGuard<{ readonly penaltyId: string }> => ({
  rule,
  check: ({ penaltyId }, { state, jurisdiction, occurredAt }) => {
    const { violatedOn, filedOn, harm } = itemOf(state.penalties, penaltyId);
    if (violatedOn === null) return undefined;
    const years =
      parameterAt(harm === false ? 'penalty.shortTimeBarYears' : 'penalty.timeBarYears', { jurisdiction, on: dayOf(occurredAt) }) ?? 2;
    // Found and filed within the time is in time, however long the case then takes; pollution with harm has five years.
    if (yearsBetween(latest(violatedOn), earliest(filedOn)) <= years) return undefined;

    return {
      weighty: true,
      message: {
        zh: `违法行为终了之日${violatedOn}至立案${filedOn}已超过追诉时效，不再给予行政处罚`,
        en: `From the end of the violation on ${violatedOn} to the filing on ${filedOn} the time bar has passed: no penalty`,
      },
      missing: [{ zh: '以超过追诉时效为由作出不予处罚决定', en: 'a decision not to penalise, on the ground of the time bar' }],
    };
  },
});

/** 处罚法 art. 36, code art. 1054: five years where pollution or damage followed, the longest that the law knows; else two. */
const timeBars = [timeBarUnder('APL-36'), timeBarUnder('CODE-1054')] as const;
export const [notTimeBarred] = timeBars;
export const notTimeBarredByCode = timeBars[1];
