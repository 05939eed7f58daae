import { addYears } from '../../calendar';
import type { Guard } from '../../kernel/act';
import type { BanGround } from '../events';
import type { PersonState } from '../state';

interface Input {
  readonly ground: BanGround;
  readonly from: string;
  readonly until?: string | undefined;
}

const YEARS: Readonly<Record<BanGround, number | null>> = { falsification: 5, seriousFalsification: 10, crime: null, otherGround: null };

const lawful = ({ ground, from, until }: Input): boolean => {
  const years = YEARS[ground];
  if (ground === 'otherGround') return true;
  if (years === null || until === undefined) return years === null && until === undefined;

  // The texts do not say whether the anniversary itself is still barred: both readings are lawful.
  return until === addYears(from, years) || until === addYears(from, years, -1);
};

/** 生态环境监测条例 art. 45: five years, ten where serious, for life where it was a crime. */
export const termOfTheBan: Guard<Input, PersonState> = {
  rule: 'MON-45',
  check: (input) =>
    lawful(input)
      ? undefined
      : {
          message: {
            zh: '从业禁止期限：参与弄虚作假五年，情节严重十年，构成犯罪终身',
            en: 'The ban lasts five years, ten where serious, for life where it was a crime',
          },
          missing: [
            {
              zh: input.ground === 'crime' ? '终身禁止（不填截止日期）' : `截止日期（自${input.from}起${YEARS[input.ground] ?? ''}年）`,
              en: input.ground === 'crime' ? 'for life: no last day' : `last day, ${YEARS[input.ground] ?? ''} years after ${input.from}`,
            },
          ],
        },
};
