import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema } from '@liuhen/schema';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { ask, type Target } from '../harness/load';
import { atMost, inTurn, median, type Measurement, type Suite } from '../harness/measurement';
import { everyFieldOf } from '../harness/selection';
import { caseIdOf, fillOneCase } from '../history/fill';
import type { OursReady } from '../servers/ours';

const ROUNDS = 15;
const EVENTS = 30;
const QUESTIONS = 150;

/** Between two questions, milliseconds: a hundred a second, each for a reason of its own, is more than a province asks. */
const PACE = 10;

/** Long enough that what the round before put on record is written, projected and signed, milliseconds. */
const SETTLE = 800;

interface Asked {
  readonly target: Target;
  readonly query: string;
  readonly why: (at: number) => string;
  readonly of: (times: readonly number[]) => number;
}

/** Milliseconds to the answer, at a steady pace. */
const latency = async ({ target, query, why, of }: Asked): Promise<number> => {
  await wait(SETTLE);
  const times: number[] = [];
  for (let at = 0; at < QUESTIONS; at += 1) {
    const next = wait(PACE);
    const began = performance.now();
    await ask(target, { query, variables: { caseId: caseIdOf(0), why: why(at) } });
    times.push(performance.now() - began);
    await next;
  }

  return of(times);
};

/** Without the slowest tenth, in which a machine does something else. */
const mean = (times: readonly number[]): number => {
  const kept = [...times].sort((one, other) => one - other).slice(0, Math.ceil(times.length * 0.9));

  return kept.reduce((sum, time) => sum + time, 0) / kept.length;
};

/** Every look at a case under investigation is put on record; one for the same reason within a minute is the same look. */
export const readsSuite: Suite = () =>
  inFolder(async (folder) => {
    await fillOneCase(folder, EVENTS);
    const ours = await startChild<OursReady>('ours.js', folder);
    const query = `query Look($caseId: ID!, $why: String) { caseFile(caseId: $caseId, why: $why) ${everyFieldOf(buildSchema(), 'Case')} }`;
    let round = 0;
    const compared = async (of: Asked['of'], measure: Measurement['measure']): Promise<Measurement> => {
      const asked = { target: ours.ready, query, of };
      const rates = await inTurn(ROUNDS, {
        ours: () => {
          round += 1;

          return latency({ ...asked, why: (at) => `核查 ${round}-${at}` });
        },
        peer: () => latency({ ...asked, why: () => '核查' }),
      });

      return atMost({ suite: 'reads', measure, ours: rates.ours, peer: rates.peer, unit: 'ms', target: 1.05 });
    };
    const measurements = [
      await compared(median, { zh: '查阅在办案件：每次登记，对照不登记（中位）', en: 'a look at a case, each on record vs none, median' }),
      await compared(mean, { zh: '查阅在办案件：每次登记，对照不登记（平均）', en: 'the same, mean of all but the slowest tenth' }),
    ];
    await ours.stop();

    return measurements;
  });
