import type { Guard } from '../../kernel/act';
import type { OfficialFunction } from '../../kernel/codes';

interface Input {
  readonly dutyCrimeSuspected?: boolean | undefined;
  readonly to: { readonly function: OfficialFunction };
}

const FOR_DUTY_CRIME: readonly OfficialFunction[] = ['procuratorate', 'disciplineInspection'];

/** 涉嫌职务犯罪线索: to the procuratorate or the supervision organ, nowhere else. */
export const dutyCrimeReceiver: Guard<Input, unknown> = {
  rule: 'CJL-32',
  check: ({ dutyCrimeSuspected, to }) =>
    dutyCrimeSuspected === true && !FOR_DUTY_CRIME.includes(to.function)
      ? {
          message: {
            zh: '涉嫌职务犯罪的线索应当移送检察机关或者监察机关',
            en: 'A clue of a crime of office goes to the procuratorate or the supervision organ',
          },
        }
      : undefined,
};
