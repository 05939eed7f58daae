import { dueDate, earliest, latest, orders2014 } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

interface Decided {
  readonly restrictionId: string;
  readonly decidedOn: string;
  readonly until?: string | undefined;
}

const threeMonthsFrom = (day: string): string => dueDate({ ...orders2014.months(3), rollOver: false }, latest(day)).due;

/** Order 30 art. 15: a restriction has a last day, three months on at most; a suspension lasts until it is lifted. */
export const threeMonths: CaseGuard<Decided> = {
  rule: 'RPS-15',
  check: ({ restrictionId, decidedOn, until }, { state }) => {
    const { kind } = itemOf(state.restrictions, restrictionId);
    if (kind === 'suspension') {
      return until === undefined
        ? undefined
        : { message: { zh: '停产整治至解除之日止，不设期限', en: 'A suspension lasts until it is lifted; it has no last day' } };
    }
    if (until !== undefined && earliest(until) <= threeMonthsFrom(decidedOn)) return undefined;

    return {
      message: { zh: `限制生产期限不超过三个月，至迟${threeMonthsFrom(decidedOn)}`, en: 'A restriction lasts three months at most' },
      missing: until === undefined ? [{ zh: '限制生产期限', en: 'last day of the restriction' }] : [],
    };
  },
};

/** Once more three months, for a complex matter. */
export const threeMonthsMore: CaseGuard<{ readonly restrictionId: string; readonly until: string }> = {
  rule: 'RPS-15',
  check: ({ restrictionId, until }, { state }) => {
    const item = itemOf(state.restrictions, restrictionId);
    if (item.kind === 'restriction' && !item.extended && item.until !== null && until <= threeMonthsFrom(item.until)) return undefined;

    return { message: { zh: '限制生产可延长一次，不超过三个月', en: 'A restriction is extended once, by three months at most' } };
  },
};
