import { dayOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import { parameterAt } from '../../regulation';

/** The suspicion is one of the provincial platform that the place's text names: `lab.suspicionPlatform`. */
export const namedPlatform: Guard<{ readonly platform: string }, unknown> = {
  rule: 'R-057',
  check: ({ platform }, { jurisdiction, occurredAt }) => {
    const named = parameterAt('lab.suspicionPlatform', { jurisdiction, on: dayOf(occurredAt) });
    if (named === undefined || named === platform) return undefined;

    return {
      message: { zh: `疑似问题应来自“${named}”`, en: 'The suspicion is one shown by the provincial lab platform' },
      missing: [{ zh: named, en: 'the name of the provincial platform' }],
    };
  },
};
