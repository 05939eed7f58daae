import type { Guard } from '../../kernel/act';

/** A unit stands under the code of its area, so that every act finds the unit of its place. */
export const ownArea: Guard<{ readonly jurisdiction: string }, unknown> = {
  rule: 'W-06',
  check: ({ jurisdiction }, { subject }) =>
    subject === jurisdiction
      ? undefined
      : {
          code: 'INVALID_INPUT',
          message: { zh: `单位编号应为其行政区划代码${jurisdiction}`, en: `The id of a unit is the code of its area, ${jurisdiction}` },
        },
};
