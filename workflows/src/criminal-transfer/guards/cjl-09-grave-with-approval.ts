import type { CaseGuard } from '../../case/act';
import type { FilingPeriod } from '../events';

/** Thirty days are taken with the approval of the head of the police of county level or above only. */
export const graveWithApproval: CaseGuard<{ readonly period: FilingPeriod; readonly approvedBy?: string | undefined }> = {
  rule: 'CJL-09',
  check: ({ period, approvedBy }) =>
    period === 'graveComplex' && approvedBy === undefined
      ? {
          message: {
            zh: '三十日期限须经县级以上公安机关负责人批准',
            en: 'Thirty days need the approval of the head of the police',
          },
          missing: [{ zh: '公安机关负责人批准', en: 'approval of the head of the police' }],
        }
      : undefined,
};
