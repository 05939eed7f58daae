import { apl, dayOf, dueDate } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

/** Working days in which something is decided about registered evidence. */
const TO_DECIDE = 7;

const lastDay = (registeredOn: string): string => dueDate(apl(TO_DECIDE), registeredOn).due;

/** 处罚法 art. 56: decided within seven working days; afterwards the registration has lapsed and nothing can be decided on it. */
export const withinSevenDays: CaseGuard<{ readonly registrationId: string }> = {
  rule: 'APL-56',
  check: ({ registrationId }, { state, occurredAt }) => {
    const last = lastDay(itemOf(state.evidenceRegistrations, registrationId).registeredOn);
    if (dayOf(occurredAt) <= last) return undefined;

    return {
      message: { zh: `先行登记保存期限至${last}，逾期自动解除`, en: `The registration lasted until ${last} and has lapsed` },
      missing: [{ zh: '重新依法取证', en: 'evidence obtained anew' }],
    };
  },
};

export const sevenDaysOver: CaseGuard<{ readonly registrationId: string }> = {
  rule: 'MEP-33',
  check: ({ registrationId }, { state, occurredAt }) => {
    const last = lastDay(itemOf(state.evidenceRegistrations, registrationId).registeredOn);
    if (dayOf(occurredAt) > last) return undefined;

    return { message: { zh: `先行登记保存期限至${last}，尚未届满`, en: `The registration lasts until ${last}; it has not lapsed yet` } };
  },
};
