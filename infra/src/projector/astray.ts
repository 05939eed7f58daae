import { START } from '@liuhen/workflows';
import type { ReadStore, Standing } from '../read-store/port';
import type { RebuildSource } from './rebuild';

/** What an operator is told of it. */
export const ASTRAY = 'the log does not hold the event that these read models end with: it was set back, and they have to be rebuilt';

type Log = Pick<RebuildSource, 'readAll'>;

/** Positions have gaps, and may be given again to other events: what stands there is told by its id. */
const holds = async (log: Log, { checkpoint, event }: Standing): Promise<boolean> => {
  const [found] = await log.readAll(checkpoint - 1, 1);

  return found?.position === checkpoint && (event === undefined || found.id === event);
};

/**
 * Distrusts the read models that end with an event that the log does not hold: it was restored from a backup that is older than they
 * are. Asked before anybody goes on from them or tells how fresh they are. Answers their names.
 */
export const distrustAstray = async (log: Log, readStore: ReadStore): Promise<readonly string[]> => {
  // First the standings, then the log: what they had seen by then is in it.
  const folded = [...(await readStore.standings())].filter(([, { checkpoint }]) => checkpoint > START);
  const asked = new Map<string, Promise<boolean>>();
  const astray: string[] = [];
  for (const [name, standing] of folded) {
    const end = `${standing.checkpoint} ${standing.event ?? ''}`;
    const held = asked.get(end) ?? holds(log, standing);
    asked.set(end, held);
    if (await held) continue;
    await readStore.distrust(name, standing.generation);
    astray.push(name);
  }

  return astray;
};
