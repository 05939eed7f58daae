/** Milliseconds. */
const FIRST = 25;
const LONGEST = 5_000;

/** How long to wait before the nth try, milliseconds: twice as long each time, and never the same for all. */
export const backOff = (tries: number, chance: number = Math.random()): number =>
  Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 16)) * (0.5 + chance / 2);

/** Settles after some time, or as soon as the signal aborts. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over, { once: true });
  });

export class NoAnswer extends Error {}

/** A promise that does not settle in time rejects with a fault that says `later`; what it settles to afterwards is dropped. */
export const within = <T>(milliseconds: number, promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer(`no answer in ${milliseconds} ms`)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
