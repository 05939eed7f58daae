export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** One line of the table: ours beside its peer, and the ratio that counts against the target. */
export interface Measurement {
  readonly suite: string;
  readonly measure: Named;
  readonly ours: number;
  /** What the peer reached in the same run, or the fixed limit. */
  readonly peer: number;
  readonly unit: string;
  readonly ratio: number;
  readonly target: number;
  /** Whether the ratio has to reach the target or stay below it. */
  readonly wanted: 'atLeast' | 'atMost';
  readonly met: boolean;
}

export interface Options {
  /** The sizes of the promises rather than those that fit into a coffee break. */
  readonly full: boolean;
  /** Tells what is being done; the table comes at the end. */
  readonly say: (text: string) => void;
}

export type Suite = (options: Options) => Promise<readonly Measurement[]>;

type Compared = Pick<Measurement, 'suite' | 'measure' | 'ours' | 'peer' | 'unit' | 'target'>;

export const atLeast = (compared: Compared): Measurement => {
  const ratio = compared.ours / compared.peer;

  return { ...compared, ratio, wanted: 'atLeast', met: ratio >= compared.target };
};

export const atMost = (compared: Compared): Measurement => {
  const ratio = compared.ours / compared.peer;

  return { ...compared, ratio, wanted: 'atMost', met: ratio <= compared.target };
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;

  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** Seconds that the work takes. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();

  return (performance.now() - began) / 1_000;
};

/** What a piece of work took. On a machine that others use too, the time of the processor says more than that of the clock. */
export interface Spent {
  readonly seconds: number;
  /** Seconds of the processor, in the program and in the system for it, of every thread. */
  readonly processor: number;
}

export const spentOn = async (work: () => Promise<unknown>): Promise<Spent> => {
  const before = process.cpuUsage();
  const seconds = await secondsOf(work);
  const { user, system } = process.cpuUsage(before);

  return { seconds, processor: (user + system) / 1e6 };
};

type Contenders<K extends string> = Readonly<Record<K, () => Promise<number>>>;

/**
 * Medians of contenders measured in turn, so that a machine that slows down meanwhile slows all of them.
 * Every other round runs backwards: nobody always has the warm disk.
 */
export const inTurn = async <K extends string>(rounds: number, contenders: Contenders<K>): Promise<Readonly<Record<K, number>>> => {
  const names = Object.keys(contenders) as K[];
  const values = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) values.get(name)?.push(await contenders[name]());
  }

  return Object.fromEntries(names.map((name) => [name, median(values.get(name) ?? [])])) as Record<K, number>;
};
