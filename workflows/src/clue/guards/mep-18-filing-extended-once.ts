import { itemOf, type CaseGuard } from '../../case/act';
import { parameterAt } from '../../regulation';
import { dayOf } from '../../calendar';

/** The time for the filing decision is extended once, and only where the measure of the day knows an extension. */
export const filingExtendedOnce: CaseGuard<{ readonly clueId: string }> = {
  rule: 'MEP-18',
  check: ({ clueId }, { state, jurisdiction, occurredAt }) => {
    if (itemOf(state.clues, clueId).filingExtended === true) {
      return { message: { zh: '立案期限只能延长一次', en: 'The time for filing is extended once only' } };
    }

    return parameterAt('penalty.filingExtensionDays', { jurisdiction, on: dayOf(occurredAt) }) === undefined
      ? { message: { zh: '当时施行的办法没有延长立案期限的规定', en: 'The measure in force on that day knows no extension' } }
      : undefined;
  },
};
