import type { CaseGuard } from '../../case/act';

/** 说理式执法文书: a decision without its reasons section draws a warning. */
export const reasonsSection: CaseGuard<{ readonly reasons?: string | undefined }> = {
  rule: 'R-175',
  check: ({ reasons }) =>
    reasons === undefined
      ? {
          message: { zh: '处罚决定书未载明说理部分', en: 'The decision has no reasons section' },
          missing: [{ zh: '说理部分', en: 'reasons section' }],
        }
      : undefined,
};
