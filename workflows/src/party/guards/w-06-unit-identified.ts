import type { Guard } from '../../kernel/act';
import type { PartyKind } from '../events';

interface Input {
  readonly kind: PartyKind;
  readonly creditCode?: string | undefined;
  readonly legalRepresentative?: string | undefined;
}

/** A unit is known by its credit code and its legal representative; of a natural person no number is kept. */
export const unitIdentified: Guard<Input, unknown> = {
  rule: 'W-06',
  check: ({ kind, creditCode, legalRepresentative }) => {
    const person = kind === 'naturalPerson';
    if (person === (creditCode === undefined) && person === (legalRepresentative === undefined)) return undefined;

    return {
      code: 'INVALID_INPUT',
      message: person
        ? { zh: '自然人不登记信用代码和法定代表人', en: 'A natural person has neither credit code nor legal representative' }
        : { zh: '单位应登记统一社会信用代码和法定代表人', en: 'A unit has a credit code and a legal representative' },
    };
  },
};
