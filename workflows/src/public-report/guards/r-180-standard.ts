import { dayOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import { parameterAt } from '../../regulation';
import type { ReportFile } from '../evolve';

/** a reward decision refers to the standard that is configured for the place. */
export const configuredStandard: Guard<{ readonly standard: string }, ReportFile> = {
  rule: 'R-180',
  check: ({ standard }, { jurisdiction, occurredAt }) => {
    const configured = parameterAt('reportReward.standard', { jurisdiction, on: dayOf(occurredAt) });
    if (configured === undefined || standard.includes(configured)) return undefined;

    return {
      message: { zh: `奖励决定应当依据《${configured}》`, en: 'A reward decision refers to the configured standard' },
      missing: [{ zh: `《${configured}》`, en: 'the configured reward standard' }],
    };
  },
};
