import type { Guard } from '../../kernel/act';
import type { SuspicionResponse } from '../response-events';

interface Input {
  readonly response: SuspicionResponse;
  readonly siteInvestigatedOn?: string | undefined;
}

const NEEDS_NO_VISIT: readonly SuspicionResponse[] = ['caseOpened', 'comparisonTest'];

/** A pushed suspicion is not laid aside from the desk; in a case the investigation itself is held to the same. */
export const notWithoutSiteVisit: Guard<Input, unknown> = {
  rule: 'R-062',
  check: ({ response, siteInvestigatedOn }) => {
    if (siteInvestigatedOn !== undefined || NEEDS_NO_VISIT.includes(response)) return undefined;

    return {
      weighty: true,
      message: {
        zh: '推送的涉嫌违法信息应开展现场调查后方可了结',
        en: 'A pushed suspicion is not closed without an on-site investigation',
      },
      missing: [{ zh: '现场调查日期', en: 'day of the on-site investigation' }],
    };
  },
};
