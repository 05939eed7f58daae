import { LiuhenError } from '@liuhen/workflows';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often somebody may ask; each rejects with `RATE_LIMITED`. */
export interface Rate {
  /** Any request of an address. */
  address(address: string): Promise<void>;
  /** A request whose token says who asks. */
  person(person: string): Promise<void>;
  /** A request of nobody: without a token, or with one that is not good. */
  stranger(address: string): Promise<void>;
  /** A report of the public. */
  report(address: string): Promise<void>;
  /** The code of a report. */
  guess(address: string, report: string): Promise<void>;
}

/** Many people may stand behind one address. */
const PEOPLE_BEHIND_AN_ADDRESS = 10;

/** Who has a token asks more than who tries for one. */
const STRANGERS_SHARE = 10;

const MINUTE = 60;
const HOUR = 3_600;

/** Reports of an address in an hour, and of all addresses: a flood of them must not bury those that are meant. */
const REPORTS = { ofOne: 20, ofAll: 2_000 } as const;

/** Codes tried from an address in a minute, and for a report in an hour. */
const GUESSES = { fromOne: 10, forOne: 60 } as const;

const free = (): Promise<void> => Promise.resolve();

const limiter = (keyPrefix: string, points: number, duration: number): ((key: string) => Promise<void>) => {
  const counts = new RateLimiterMemory({ keyPrefix, points, duration });

  return async (key) => {
    try {
      await counts.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new LiuhenError('RATE_LIMITED', String(Math.ceil(refused.msBeforeNext / 1_000)), { cause: refused });
    }
  };
};

/** Whoever needs no account is limited always. */
const ofThePublic = (): Pick<Rate, 'report' | 'guess'> => {
  const [ofOne, ofAll] = [limiter('report', REPORTS.ofOne, HOUR), limiter('reports', REPORTS.ofAll, HOUR)];
  const [fromOne, forOne] = [limiter('guess', GUESSES.fromOne, MINUTE), limiter('guesses', GUESSES.forOne, HOUR)];

  return {
    report: async (address) => {
      await ofOne(address);
      await ofAll('all');
    },
    guess: async (address, report) => {
      await fromOne(address);
      await forOne(report);
    },
  };
};

/** Counted in each process for itself; 0 is no limit but for the public's reports. */
export const rate = (perMinute: number): Rate => {
  if (perMinute === 0) return { address: free, person: free, stranger: free, ...ofThePublic() };

  return {
    address: limiter('address', perMinute * PEOPLE_BEHIND_AN_ADDRESS, MINUTE),
    person: limiter('person', perMinute, MINUTE),
    stranger: limiter('stranger', Math.ceil(perMinute / STRANGERS_SHARE), MINUTE),
    ...ofThePublic(),
  };
};
