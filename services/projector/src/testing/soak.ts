import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { audit } from './audit';
import type { EnginesAt } from './engines';
import { Load, untilHeard } from './load';
import type { Listener } from './listener';
import type { Officer } from './officer';
import { Stand } from './stand';
import type { TrialResult } from './trial';

export interface SoakOptions extends EnginesAt {
  readonly minutes: number;
  readonly say: (text: string) => void;
}

/** What one look at the programs shows. */
interface Look {
  /** Megabytes of each program. */
  readonly programs: Readonly<Record<string, number>>;
  /** Megabytes and open handles of all programs together. */
  readonly memory: number;
  readonly handles: number;
  /** Milliseconds from the acknowledgement of an act until it was heard, and until a question was answered from it. */
  readonly lag: number;
  readonly shown: number;
}

const LOOKS = 20;

/** Acts of which one look takes the middle: a single one is a matter of chance. */
const ACTS = 15;

/**
 * Growth from the second quarter to the last that counts as a leak, the first quarter fills the caches; and what is too little
 * to tell growth from chance, in the unit of the measure.
 */
const FLAT = {
  memory: { growth: 1.1, little: 0 },
  handles: { growth: 1.05, little: 0 },
  lag: { growth: 1.5, little: 100 },
  shown: { growth: 1.5, little: 100 },
} as const;

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** How late one act of somebody is. */
const lagOf = async (officer: Officer, listener: Listener | undefined): Promise<Pick<Look, 'lag' | 'shown'>> => {
  const done = await officer.act();
  const since = performance.now();
  const isShown = officer.problemsSeen(done).then(() => performance.now() - since);
  if (listener !== undefined) await untilHeard(listener, done.position);

  return { lag: Math.max(0, (listener?.heardAt.get(done.position) ?? Infinity) - since), shown: await isShown };
};

const look = async (stand: Stand, officer: Officer, listener: Listener | undefined): Promise<Look> => {
  const lags: Pick<Look, 'lag' | 'shown'>[] = [];
  while (lags.length < ACTS) lags.push(await lagOf(officer, listener));
  const programs = Object.fromEntries([...stand.pids].map(([name, pid]) => [name, memoryOf(pid)]));

  return {
    programs,
    memory: sum(Object.values(programs)),
    handles: sum([...stand.pids.values()].map((pid) => readdirSync(`/proc/${pid}/fd`).length)),
    lag: middle(lags.map(({ lag }) => lag)),
    shown: middle(lags.map(({ shown }) => shown)),
  };
};

const megabytesOf = ({ programs, memory }: Look): string =>
  `${memory.toFixed(0)} MB: ${Object.entries(programs)
    .map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)}`)
    .join(', ')}`;

const delaysOf = ({ lag, shown }: Look): string => `heard after ${lag.toFixed(0)} ms, shown after ${shown.toFixed(0)} ms`;

const growthFaults = (looks: readonly Look[]): readonly string[] => {
  const quarter = Math.floor(looks.length / 4);

  return (['memory', 'handles', 'lag', 'shown'] as const).flatMap((measure) => {
    const { growth, little } = FLAT[measure];
    const of = (part: readonly Look[]) => middle(part.map((each) => each[measure]));
    const [early, late] = [of(looks.slice(quarter, 2 * quarter)), of(looks.slice(-quarter))];

    return late > growth * Math.max(early, little) ? [`${measure} grew from ${early.toFixed(0)} to ${late.toFixed(0)}`] : [];
  });
};

/**
 * Milliseconds that an officer rests between two acts: a load that the machine carries with ease, for one who waits in a queue
 * that grows sees nothing but the queue. FerretDB in place of MongoDB writes one document after the other.
 */
const REST = { inFolder: 20, onServers: 200 };

/** Mixed load for a time: memory, handles and lag have to stay flat. Linux only, for it looks into `/proc`. */
export const soak = async ({ minutes, say, ...places }: SoakOptions): Promise<TrialResult> => {
  const stand = await Stand.open({ ...places, projectors: 2 });
  const load = new Load(stand, stand.onServers ? REST.onServers : REST.inFolder);
  try {
    await load.begin();
    const looks: Look[] = [];
    for (let at = 1; at <= LOOKS; at += 1) {
      await pause((minutes * 60_000) / LOOKS);
      const seen = await look(stand, load.observer, load.listeners[0]);
      looks.push(seen);
      say(`${at}/${LOOKS}: ${load.acts} acts, ${seen.handles} handles, ${delaysOf(seen)}, ${megabytesOf(seen)}`);
    }
    await load.end();
    const { acts, frames, heard } = load;

    return { acts, frames, heard, faults: [...growthFaults(looks), ...(await audit(stand, load))] };
  } finally {
    await load.leave();
    await stand.remove();
  }
};
