import type { LiuhenError } from '@liuhen/workflows';

/**
 * What the work comes to, or the fault where it takes longer. Each call to an engine is tried again within a limit of its own, and a request
 * makes many of them, one after the other: only one limit over all of them tells people when they are answered. What was begun goes on.
 */
export const inTime = <T>(
  milliseconds: number,
  work: Promise<T>,
  fault: () => LiuhenError,
  late?: (outcome: PromiseSettledResult<T>) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      reject(fault());
    }, milliseconds);
    const settled = (outcome: PromiseSettledResult<T>): void => {
      clearTimeout(timer);
      if (isOver) late?.(outcome);
      else if (outcome.status === 'fulfilled') resolve(outcome.value);
      else reject(outcome.reason instanceof Error ? outcome.reason : new Error(String(outcome.reason)));
    };
    work.then(
      (value) => settled({ status: 'fulfilled', value }),
      (reason: unknown) => settled({ status: 'rejected', reason }),
    );
  });
