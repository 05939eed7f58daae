import Big from 'big.js';
import { itemOf, type CaseGuard } from '../../case/act';

import { dayOf } from '../../calendar';
import { parameterAt } from '../../regulation';
import { isGrave, type PenaltyKind } from '../events';

interface Input {
  readonly penaltyId: string;
  readonly plannedFine?: string | undefined;
  readonly kinds?: readonly PenaltyKind[] | undefined;
  readonly hearingRight: boolean;
}

/** 行政处罚法 art. 63 with 办法 art. 89: a large fine, or a grave penalty, carries the right to a hearing, and the notice says so. */
export const hearingRightTold: CaseGuard<Input> = {
  rule: 'APL-63',
  check: ({ penaltyId, plannedFine, kinds = [], hearingRight }, { state, jurisdiction, occurredAt }) => {
    const citizen = itemOf(state.penalties, penaltyId).partyKind === 'naturalPerson';
    const large = parameterAt(citizen ? 'hearing.largeFineOfCitizen' : 'hearing.largeFine', { jurisdiction, on: dayOf(occurredAt) });
    if (hearingRight || (new Big(plannedFine ?? 0).lt(large ?? 0) && !kinds.some(isGrave))) return undefined;

    return {
      weighty: true,
      message: {
        zh: '拟处较大数额罚款或其他较重处罚，应告知要求听证的权利',
        en: 'A large fine or another grave penalty carries the right to a hearing, and the notice says so',
      },
      missing: [{ zh: '听证权利告知', en: 'notice of the right to a hearing' }],
    };
  },
};
