import { setTimeout as pause } from 'node:timers/promises';
import { audit } from './audit';
import { Listener } from './listener';
import { Officer } from './officer';
import { Stand } from './stand';

export interface TrialOptions {
  /** `embedded`, or the URL of a MongoDB. */
  readonly readModels: string;
  readonly kills: number;
  /** Between 0 and 1, as `Math.random`; a seeded one repeats a trial. */
  readonly random: () => number;
  readonly say?: (text: string) => void;
}

export interface TrialResult {
  readonly acts: number;
  readonly heard: number;
  readonly faults: readonly string[];
}

const OFFICERS = 4;
const PROJECTORS = 2;

/** Positions that a subscriber may be behind before the officers wait for it: the trial is of kills, not of a backlog. */
const BACKLOG = 100;

/** Longest quiet between two kills, milliseconds. */
const QUIET = 400;

/** Settles when a position was heard, or after a minute. */
export const untilHeard = async (listener: Listener, position: number): Promise<void> => {
  const deadline = performance.now() + 60_000;
  while ((listener.heard.at(-1) ?? 0) < position && performance.now() < deadline) await pause(5);
};

const killOne = async (stand: Stand, random: () => number): Promise<void> => {
  const victim = Math.floor(random() * (PROJECTORS + 1));
  if (victim === PROJECTORS) {
    await stand.killApi();
    await stand.startApi();
  } else {
    await stand.signalProjector(victim, 'SIGKILL');
    await stand.startProjector(victim);
  }
};

/** Officers work and a subscriber listens while processes are killed at random; then everything is held against the log. */
export const trial = async ({ readModels, kills, random, say = () => undefined }: TrialOptions): Promise<TrialResult> => {
  const stand = await Stand.open({ readModels, projectors: PROJECTORS });
  const officers = Array.from({ length: OFFICERS }, (_, at) => new Officer(stand, `officer-${at}`));
  const listener = new Listener(stand);
  listener.start();
  try {
    let over = false;
    const work = officers.map(async (officer) => {
      while (!over) {
        const { position } = await officer.act();
        await untilHeard(listener, position - BACKLOG);
      }
    });
    for (let kill = 1; kill <= kills; kill += 1) {
      await pause(random() * QUIET);
      await killOne(stand, random);
      if (kill % 50 === 0) say(`${kill} kills, ${officers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)} acts`);
    }
    over = true;
    await Promise.all(work);
    const last = Math.max(...officers.map(({ acknowledged }) => acknowledged.at(-1)?.position ?? 0));
    await untilHeard(listener, last);
    await listener.leave();
    await stand.stop();
    const faults = await audit(stand, officers, [listener]);

    return { acts: officers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0), heard: listener.heard.length, faults };
  } finally {
    await listener.leave();
    await stand.stop('SIGKILL');
    stand.remove();
  }
};
