import { setTimeout as pause } from 'node:timers/promises';
import { audit } from './audit';
import type { EnginesAt } from './engines';
import { Load } from './load';
import { Stand } from './stand';

export interface TrialOptions extends EnginesAt {
  readonly kills: number;
  /** Between 0 and 1, as `Math.random`; a seeded one repeats a trial. */
  readonly random: () => number;
  readonly say?: (text: string) => void;
}

export interface TrialResult {
  readonly acts: number;
  /** Hours of devices that were answered. */
  readonly frames: number;
  readonly heard: number;
  readonly faults: readonly string[];
}

const PROJECTORS = 2;

/** Longest quiet between two blows, milliseconds. */
const QUIET = 400;

/** Of so many blows one strikes an engine, or its wire, and not a program. */
const ENGINE_EVERY = 5;

/** Of so many programs one may be down when the next is killed: more, and nobody would be left to do anything. */
const ONE_DOWN_OF = 4;

/** Kills programs at random, and troubles the engines in between; who was killed comes up again beside the next blows. */
class Blows {
  readonly #coming = new Set<Promise<void>>();
  readonly #up: Set<string>;
  readonly #down: number;

  constructor(
    private readonly stand: Stand,
    private readonly random: () => number,
  ) {
    this.#up = new Set(stand.names);
    this.#down = Math.floor(stand.names.length / ONE_DOWN_OF);
  }

  async kill(): Promise<void> {
    while (this.#coming.size > this.#down) await Promise.race(this.#coming);
    const name = [...this.#up][Math.floor(this.random() * this.#up.size)] ?? '';
    this.#up.delete(name);
    await this.stand.kill(name);
    const coming = this.stand.start(name).then(() => {
      this.#up.add(name);
      this.#coming.delete(coming);
    });
    this.#coming.add(coming);
  }

  /** Settles when all are up again. */
  async over(): Promise<void> {
    await Promise.all(this.#coming);
  }
}

const strike = async (stand: Stand, { kills, random, say = () => undefined }: TrialOptions, acts: () => number): Promise<void> => {
  const blows = new Blows(stand, random);
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(random() * QUIET);
    if (kill % ENGINE_EVERY === 0) await stand.engines.trouble(random);
    await blows.kill();
    if (kill % 50 === 0) say(`${kill} kills, ${acts()} acts`);
  }
  await blows.over();
};

/** Mixed work goes on while programs are killed at random and engines fail; then everything is held against the log. */
export const trial = async (options: TrialOptions): Promise<TrialResult> => {
  const stand = await Stand.open({ ...options, projectors: PROJECTORS });
  const load = new Load(stand, 0);
  try {
    await load.begin();
    await strike(stand, options, () => load.acts);
    await load.end();
    const { acts, frames, heard } = load;

    return { acts, frames, heard, faults: await audit(stand, load) };
  } finally {
    await load.leave();
    await stand.remove();
  }
};
