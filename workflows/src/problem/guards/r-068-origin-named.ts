import type { Guard } from '../../kernel/act';
import type { ProblemSource } from '../events';
import type { HandedDown } from '../origin';

interface Input {
  readonly source: ProblemSource;
  readonly origin?: Omit<HandedDown, 'docNo'> | undefined;
}

/** A clue that a superior handed down keeps who handed it down, and when. */
export const originNamed: Guard<Input, unknown> = {
  rule: 'R-068',
  check: ({ source, origin }) =>
    source !== 'superiorTransfer' || origin !== undefined
      ? undefined
      : {
          message: { zh: '上级交办的线索应载明交办机关和日期', en: 'A clue handed down names the superior and the day' },
          missing: [{ zh: '交办来源', en: 'origin of the clue' }],
        },
};
