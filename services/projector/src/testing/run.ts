/**
 * `node run.js [--kills 1000 | --minutes 30] [--events double] [--read-models ferretdb]`: a trial by kills, or a soak;
 * ends with 1 where something is wrong. Engines may also be addresses of servers.
 */
import { parseArgs } from 'node:util';
import { soak } from './soak';
import { trial } from './trial';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const run = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string' },
      minutes: { type: 'string' },
      events: { type: 'string', default: 'embedded' },
      'read-models': { type: 'string', default: 'embedded' },
    },
  });
  const places = { events: values.events, readModels: values['read-models'] };
  const outcome =
    values.minutes === undefined
      ? await trial({ ...places, kills: Number(values.kills ?? 1_000), random: Math.random, say })
      : await soak({ ...places, minutes: Number(values.minutes), say });
  const { acts, frames, heard, faults } = outcome;
  say(`${acts} acts and ${frames} frames acknowledged, ${heard} events heard, ${faults.length} faults`);
  for (const fault of faults) say(fault);

  return faults.length === 0;
};

run().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
    process.exit(1);
  },
);
