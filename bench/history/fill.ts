import { openSqliteEventStore, openSqliteReadStore, rebuildProjections, type EventStore } from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import { streamOf, type NewEvent } from '@liuhen/workflows';
import { anEvent } from './events';
import { caseHistory, SHORTEST } from './case-history';

const LONGEST = 50;

/** Cases, or events of one case, that are written in one transaction. */
const AT_ONCE = 100;

export const caseIdOf = (number: number): string => `bench-${number}`;

const DAY = 86_400_000;
const FIRST_DAY = Date.parse('2024-01-01T00:00:00Z');

const instant = (number: number, at: number): string =>
  `${new Date(FIRST_DAY + (number % 200) * DAY + at * 60_000).toISOString().slice(0, 19)}+08:00`;

export const eventsOfCase = (number: number, length: number): readonly NewEvent[] =>
  caseHistory(number, length).map((fact, at) =>
    anEvent({
      ...fact,
      occurredAt: instant(number, at),
      recordedAt: instant(number, at),
      correlationId: caseIdOf(number),
      basis: [{ rule: 'R-201', version: '1' }],
      evidence: at % 5 === 0 ? [{ digest: `sha256:${'d'.repeat(64)}`, name: '记录.pdf', mediaType: 'application/pdf', bytes: 20_480 }] : [],
    }),
  );

/** Lengths vary between the shortest and 50, the same way in every run. */
const lengthOf = (number: number): number => SHORTEST + ((number * 7) % (LONGEST - SHORTEST + 1));

export interface Filled {
  readonly events: number;
  readonly cases: number;
}

export const appendCases = async (store: EventStore, events: number): Promise<Filled> => {
  let [written, cases] = [0, 0];
  while (written < events) {
    const appends: Promise<unknown>[] = [];
    for (let at = 0; at < AT_ONCE && written < events; at += 1, cases += 1) {
      const history = eventsOfCase(cases, lengthOf(cases));
      appends.push(store.append(streamOf('case', caseIdOf(cases)), history, 'none'));
      written += history.length;
    }
    await Promise.all(appends);
  }

  return { events: written, cases };
};

/** Writes about so many events of lawful cases into the log of a folder. */
export const fillLog = async (folder: string, events: number): Promise<Filled> => {
  const store = await openSqliteEventStore({ folder });
  try {
    return await appendCases(store, events);
  } finally {
    await store.close();
  }
};

/** Log and read models, as a service leaves them when it stops. */
export const fillFolder = async (folder: string, events: number): Promise<Filled> => {
  const store = await openSqliteEventStore({ folder });
  const readStore = openSqliteReadStore({ folder });
  try {
    const filled = await appendCases(store, events);
    await rebuildProjections({ source: store, readStore, projections: allProjections });

    return filled;
  } finally {
    await readStore.close();
    await store.close();
  }
};

/** Cases of so many events each, in the log and in the read models. */
export const fillCases = async (folder: string, counts: readonly number[]): Promise<void> => {
  const store = await openSqliteEventStore({ folder });
  const readStore = openSqliteReadStore({ folder });
  for (const [at, count] of counts.entries()) {
    const history = eventsOfCase(at, count);
    for (let from = 0; from < count; from += AT_ONCE) {
      await store.append(streamOf('case', caseIdOf(at)), history.slice(from, from + AT_ONCE), from === 0 ? 'none' : from - 1);
    }
  }
  await rebuildProjections({ source: store, readStore, projections: allProjections });
  await readStore.close();
  await store.close();
};

/** One case, in the log and in the read models. */
export const fillOneCase = (folder: string, count: number): Promise<void> => fillCases(folder, [count]);
