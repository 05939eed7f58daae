import { LiuhenError } from '@liuhen/workflows';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests of one person and of one address within a minute. */
export interface Rate {
  /** Rejects with `RATE_LIMITED`. */
  address(address: string): Promise<void>;
  person(person: string): Promise<void>;
}

/** Many people may stand behind one address. */
const PEOPLE_BEHIND_AN_ADDRESS = 10;

const MINUTE = 60;

const free: Rate = { address: () => Promise.resolve(), person: () => Promise.resolve() };

const limiter = (keyPrefix: string, points: number): ((key: string) => Promise<void>) => {
  const counts = new RateLimiterMemory({ keyPrefix, points, duration: MINUTE });

  return async (key) => {
    try {
      await counts.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new LiuhenError('RATE_LIMITED', String(Math.ceil(refused.msBeforeNext / 1_000)), { cause: refused });
    }
  };
};

/** Counted in each process for itself; 0 is no limit. */
export const rate = (perMinute: number): Rate =>
  perMinute === 0 ? free : { address: limiter('address', perMinute * PEOPLE_BEHIND_AN_ADDRESS), person: limiter('person', perMinute) };
