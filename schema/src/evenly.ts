import { setTimeout as wait } from 'node:timers/promises';
import { hasCode } from '@liuhen/workflows';

/** "No such id" is said at the end of one of these, counted from when it was asked, milliseconds. */
const SLOT = 20;

/** What is left of the slot in which an answer falls that took so long. */
export const restOfSlot = (spent: number): number => SLOT - (spent % SLOT);

/**
 * Does a piece of work whose answer may be that there is no such id. That there is none and that it is not the asker's to know
 * take the same looks, but never the same time to the microsecond; so neither is said as soon as it is known.
 */
export const evenly = async <T>(work: () => Promise<T>, isUnknown: (answer: T) => boolean = () => false): Promise<T> => {
  const began = performance.now();
  const untilTheSlotEnds = () => wait(restOfSlot(performance.now() - began));
  try {
    const answer = await work();
    if (isUnknown(answer)) await untilTheSlotEnds();

    return answer;
  } catch (error) {
    if (hasCode(error, 'UNKNOWN_ID')) await untilTheSlotEnds();
    throw error;
  }
};
