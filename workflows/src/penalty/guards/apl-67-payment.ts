import Big from 'big.js';
import type { CaseGuard } from '../../case/act';

export const realPayment: CaseGuard<{ readonly amount: string }> = {
  rule: 'APL-67',
  check: ({ amount }) =>
    new Big(amount).gt(0) ? undefined : { code: 'INVALID_INPUT', message: { zh: '缴款金额应大于零', en: 'A payment is more than zero' } },
};
