import type { Guard } from '../../kernel/act';
import { PRIORITY_CRITERIA, type PriorityCriterion } from '../events';

interface Input {
  readonly highPriority: boolean;
  readonly criteria: readonly PriorityCriterion[];
}

/** One of the four criteria makes an entity high priority, and nothing else does; a person decides, with reasons. */
export const byCriteria: Guard<Input, unknown> = {
  rule: 'R-071',
  check: ({ highPriority, criteria }) => {
    if (highPriority === criteria.length > 0) return undefined;
    if (highPriority) {
      return {
        message: { zh: '列为重点执法监测对象应符合四项情形之一', en: 'An entity is high priority by one of the four criteria' },
        missing: [{ zh: Object.values(PRIORITY_CRITERIA).join('、'), en: 'one of the four criteria' }],
      };
    }

    return {
      message: {
        zh: `符合“${criteria.map((each) => PRIORITY_CRITERIA[each]).join('、')}”的，应列为重点执法监测对象`,
        en: 'An entity that meets a criterion is high priority',
      },
    };
  },
};
