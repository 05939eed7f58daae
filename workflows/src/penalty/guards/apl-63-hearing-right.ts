import Big from 'big.js';
import type { CaseGuard } from '../../case/act';

interface Input {
  readonly plannedFine: string;
  readonly hearingRight: boolean;
}

/** 行政处罚法 art. 63 with 办法 art. 89: a fine of 200,000 yuan or more carries the right to a hearing, and the notice says so. */
const LARGE_FINE = new Big(200_000);

export const hearingRightTold: CaseGuard<Input> = {
  rule: 'APL-63',
  check: ({ plannedFine, hearingRight }) =>
    hearingRight || new Big(plannedFine).lt(LARGE_FINE)
      ? undefined
      : {
          weighty: true,
          message: {
            zh: '拟处较大数额罚款，应告知要求听证的权利',
            en: 'A large fine carries the right to a hearing, and the notice says so',
          },
          missing: [{ zh: '听证权利告知', en: 'notice of the right to a hearing' }],
        },
};
