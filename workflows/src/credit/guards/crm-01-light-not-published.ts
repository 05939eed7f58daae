import type { Guard } from '../../kernel/act';
import type { BreachClass } from '../events';

interface Input {
  readonly breachClass: BreachClass;
  readonly published: boolean;
  readonly publishReason?: string | undefined;
}

/** A light breach is as a rule not published; the exception has its reason. */
export const lightNotPublished: Guard<Input, unknown> = {
  rule: 'CRM-01',
  check: ({ breachClass, published, publishReason }) =>
    breachClass === 'light' && published && publishReason === undefined
      ? {
          message: {
            zh: '轻微失信信息一般不公示；公示的应当说明理由',
            en: 'A light breach is as a rule not published; say why this one is',
          },
          missing: [{ zh: '公示理由', en: 'reason for the publication' }],
        }
      : undefined,
};
