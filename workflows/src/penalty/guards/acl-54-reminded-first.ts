import { addDays, earliest, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

/** 强制法 art. 54: the party is reminded, and has ten days, before the court is asked. */
export const remindedFirst: CaseGuard<{ readonly penaltyId: string; readonly appliedOn: string }> = {
  rule: 'ACL-54',
  check: ({ penaltyId, appliedOn }, { state }) => {
    const { remindedOn } = itemOf(state.penalties, penaltyId);
    if (remindedOn !== null && latest(appliedOn) >= addDays(earliest(remindedOn), 10)) return undefined;

    return {
      weighty: true,
      message: {
        zh: '催告书送达十日后当事人仍未履行的，方可申请强制执行',
        en: 'The court is asked ten days after the reminder was served',
      },
      missing: remindedOn === null ? [{ zh: '催告书', en: 'reminder' }] : [],
    };
  },
};
