import { openKurrentEventStore } from '../kurrentdb-event-store';
import type { KurrentOptions, StoreLog } from '../options';
import { KurrentDouble, type DoubleOptions } from './double';

export const quiet: StoreLog = { info: () => undefined, error: () => undefined };

/** The deployment that tests claim a database for. */
export const TESTED = 'liuhen-test';

const doubles: KurrentDouble[] = [];

export const startDouble = async (options: DoubleOptions = {}, nodes = 1): Promise<KurrentDouble> => {
  const double = await KurrentDouble.start(options, nodes);
  doubles.push(double);

  return double;
};

export const stopDoubles = (): void => {
  for (const double of doubles.splice(0)) double.stop();
};

/** Short times: what would take a server a minute takes a test a moment. */
export const optionsFor = (url: string, over: Partial<KurrentOptions> = {}): KurrentOptions => ({
  url,
  deployment: TESTED,
  log: quiet,
  deadline: 400,
  patience: 8_000,
  ...over,
});

export const openAt = (url: string, over: Partial<KurrentOptions> = {}) => openKurrentEventStore(optionsFor(url, over));
