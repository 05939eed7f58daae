import { addDays, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

const DAYS = 30;

const tooLong = (last: string) => ({
  message: { zh: `查封、扣押期限不超过三十日，至迟${last}`, en: `A seizure lasts thirty days, until ${last} at most` },
});

/** Order 29 art. 15, 强制法 art. 25: thirty days, and once thirty more in a complex matter. */
export const thirtyDays: CaseGuard<{ readonly decidedOn: string; readonly until: string }> = {
  rule: 'SDM-15',
  check: ({ decidedOn, until }) => {
    const last = addDays(latest(decidedOn), DAYS);

    return until <= last ? undefined : tooLong(last);
  },
};

export const thirtyDaysMore: CaseGuard<{ readonly seizureId: string; readonly until: string }> = {
  rule: 'SDM-15',
  check: ({ seizureId, until }, { state }) => {
    const item = itemOf(state.seizures, seizureId);
    if (item.extended) return { message: { zh: '查封、扣押期限只能延长一次', en: 'A seizure is extended once' } };
    const last = addDays(item.until, DAYS);

    return until <= last ? undefined : tooLong(last);
  },
};
