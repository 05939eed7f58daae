import type { CaseGuard } from '../../case/act';

/** Monitoring is given out only where own capacity is lacking, and the reason is stated. */
export const capacityLacking: CaseGuard<{ readonly capacityReason?: string | undefined }> = {
  rule: 'R-075',
  check: ({ capacityReason }) =>
    capacityReason === undefined
      ? {
          message: {
            zh: '仅在监测能力不足时方可委托执法监测',
            en: 'Enforcement monitoring is given out only where own capacity is lacking',
          },
          missing: [{ zh: '监测能力不足的理由', en: 'reason why own capacity is lacking' }],
        }
      : undefined,
};
