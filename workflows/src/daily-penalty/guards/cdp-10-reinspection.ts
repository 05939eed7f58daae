import { dueDate, earliest, orders2014, surelyBefore } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

interface Input {
  readonly dailyPenaltyId: string;
  readonly inspectedOn: string;
}

/** Order 28 art. 10: unannounced, within thirty days of the service of the order. */
export const withinThirtyDays: CaseGuard<Input & { readonly unannounced: boolean }> = {
  rule: 'CDP-10',
  check: ({ dailyPenaltyId, inspectedOn, unannounced }, { state }) => {
    if (!unannounced) {
      return {
        message: { zh: '复查应以暗查方式进行', en: 'The re-inspection is unannounced' },
        missing: [{ zh: '未事先通知的复查', en: 'an unannounced re-inspection' }],
      };
    }
    const { orderServedOn } = itemOf(state.dailyPenalties, dailyPenaltyId);
    const last = dueDate(orders2014.days(30), orderServedOn);
    // A day that is known in part is late only if every day that it can have been is.
    if (last.imprecise === true || earliest(inspectedOn) <= last.due) return undefined;

    return { message: { zh: `复查应于${last.due}前进行`, en: `The re-inspection was due by ${last.due}` } };
  },
};

export const afterTheOrder: CaseGuard<Input> = {
  rule: 'CDP-17',
  check: ({ dailyPenaltyId, inspectedOn }, { state }) => {
    const { orderServedOn } = itemOf(state.dailyPenalties, dailyPenaltyId);
    if (!surelyBefore(inspectedOn, orderServedOn)) return undefined;

    return {
      code: 'INVALID_INPUT',
      message: {
        zh: `复查不得早于责令改正决定书送达之日${orderServedOn}`,
        en: `The re-inspection follows the service of the order on ${orderServedOn}`,
      },
    };
  },
};
