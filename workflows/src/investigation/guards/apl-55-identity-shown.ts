import type { CaseGuard } from '../../case/act';

/** 行政处罚法 art. 55: officers show their certificates on their own motion. */
export const identityShown: CaseGuard<{ readonly identityShown: boolean }> = {
  rule: 'APL-55',
  check: (input) =>
    input.identityShown
      ? undefined
      : { message: { zh: '执法人员应当主动出示执法证件', en: 'Officers show their certificates before they inspect' } },
};
