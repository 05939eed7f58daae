import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  CHECKPOINT_FILE,
  findKeyring,
  fsck,
  LEDGER_FOLDER,
  logger,
  openEventSource,
  openEvidenceStore,
  openReadStore,
  openSqliteReadStore,
  rebuildProjections,
  type EventSource,
  type ReadStore,
} from '@liuhen/infra';
import { allProjections } from '@liuhen/projections';
import { isClockEvent, kindOfStream, START, type RecordedEvent } from '@liuhen/workflows';
import type { Load } from './load';
import type { Stand } from './stand';

/** What is held against the log: acts and frames that were acknowledged, cases due to be told, what was heard. */
export type Done = Pick<Load, 'officers' | 'devices' | 'overdue' | 'listeners' | 'leave'>;

/** Documents asked for at once. */
const LOAD = 500;

/** More than any trial makes of one kind. */
const ALL = 10_000_000;

/** The largest page of a read store. */
const PAGE_OF_KEYS = 200;

const keysOf = async (store: ReadStore, collection: string): Promise<readonly string[]> => {
  const keys: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.find(collection, {
      filters: [],
      direction: 'asc',
      first: PAGE_OF_KEYS,
      ...(after === undefined ? {} : { after }),
    });
    keys.push(...page.rows.map(({ key }) => key));
    after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage) return keys;
  }
};

/**
 * What of a read model is not as it was rebuilt: the number of its documents, or the first that differs. They are asked for by
 * their keys: an engine that sorts all it has for every page takes hours over many.
 */
const differenceIn = async (name: string, live: ReadStore, rebuilt: ReadStore): Promise<string | undefined> => {
  const keys = await keysOf(rebuilt, name);
  const count = await live.count(name, [], ALL);
  if (count !== keys.length) return `${count} documents for ${keys.length}`;
  for (let at = 0; at < keys.length; at += LOAD) {
    const some = keys.slice(at, at + LOAD);
    const [here, there] = [await live.load(name, some), await rebuilt.load(name, some)];
    const wrong = some.find((key) => !isDeepStrictEqual(here.get(key)?.document, there.get(key)?.document));
    if (wrong !== undefined) return `${JSON.stringify(here.get(wrong)?.document)} for ${JSON.stringify(there.get(wrong)?.document)}`;
  }

  return undefined;
};

const PAGE = 2_000;

const logOf = async (source: EventSource): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await source.readAll(events.at(-1)?.position ?? START, PAGE);
    events.push(...page);
    if (page.length < PAGE) return events;
  }
};

const actsFaults = (events: readonly RecordedEvent[], { officers }: Done): readonly string[] => {
  const byAct = new Map<string, RecordedEvent[]>();
  for (const event of events) byAct.set(event.actId, [...(byAct.get(event.actId) ?? []), event]);

  return officers
    .flatMap(({ acknowledged }) => acknowledged)
    .flatMap(({ key, actId, position }) => {
      const own = byAct.get(actId) ?? [];
      const once = new Set(own.map(({ id }) => id)).size === own.length && new Set(own.map(({ stream }) => stream)).size === 1;

      return once && own.at(-1)?.position === position ? [] : [`${key} acknowledged at ${position}, in the log ${own.length} times`];
    });
};

const framesFaults = (events: readonly RecordedEvent[], { devices }: Done): readonly string[] => {
  const times = new Map<string, number>();
  for (const { type, payload } of events) {
    if (type !== 'MonitoringResultRecorded') continue;
    const { deviceMn, dataTime } = payload as { readonly deviceMn: string; readonly dataTime: string };
    const hour = `${deviceMn} ${dataTime}`;
    times.set(hour, (times.get(hour) ?? 0) + 1);
  }
  const answered = devices.flatMap(({ mn, answered: hours }) => hours.map((hour) => `${mn} ${hour}`));

  return [
    ...answered.filter((hour) => !times.has(hour)).map((hour) => `the device was answered for ${hour}, which is not in the log`),
    ...[...times].filter(([, count]) => count > 1).map(([hour, count]) => `${hour} is in the log ${count} times`),
  ];
};

/** What the clock says stands in streams of its own, one for each day; a thing is the same thing on whatever day it is said. */
export const clockFaults = (events: readonly RecordedEvent[], { overdue }: Pick<Done, 'overdue'>): readonly string[] => {
  const said = events.filter(isClockEvent);
  const told = said.map(({ type, payload }) =>
    JSON.stringify([type, payload.obligationId, payload.cycle, payload.due, 'level' in payload ? payload.level : 0]),
  );
  const breached = new Set(said.filter(({ type }) => type === 'ObligationBreached').map(({ payload }) => payload.subject));

  return [
    ...overdue.filter((caseId) => !breached.has(caseId)).map((caseId) => `the clock has not told that ${caseId} is overdue`),
    ...(new Set(told).size === told.length ? [] : [`the clock said ${told.length - new Set(told).size} things twice`]),
  ];
};

const listenerFaults = (events: readonly RecordedEvent[], { listeners }: Done): readonly string[] => {
  const told = events.filter(({ stream }) => kindOfStream(stream) === 'case').map(({ position }) => position);

  return listeners.flatMap(({ heard }, at) =>
    isDeepStrictEqual(heard, told.slice(0, heard.length)) && heard.length >= told.length
      ? []
      : [`listener ${at} heard ${heard.length} of ${told.length}, or not in order`],
  );
};

const documentFaults = async ({ data, engines }: Stand, source: EventSource): Promise<readonly string[]> => {
  const beside = mkdtempSync(join(tmpdir(), 'liuhen-rebuilt-'));
  const rebuilt = openSqliteReadStore({ folder: beside });
  const live = await openReadStore({ data, readModels: engines.direct.readModels });
  const faults: string[] = [];
  try {
    await rebuildProjections({ source, readStore: rebuilt, projections: allProjections });
    for (const { name } of allProjections) {
      const difference = await differenceIn(name, live, rebuilt);
      if (difference !== undefined) faults.push(`${name} is not what a rebuild gives: ${difference}`);
    }

    return faults;
  } finally {
    await live.close();
    await rebuilt.close();
    rmSync(beside, { recursive: true, force: true });
  }
};

const ledgerFaults = async ({ ledgers }: Stand, source: EventSource): Promise<readonly string[]> => {
  const keyring = findKeyring(join(ledgers.keys, LEDGER_FOLDER));
  const kept = ledgers.folders.filter((data) => existsSync(join(data, LEDGER_FOLDER)));
  if (keyring === undefined || kept.length === 0) return ['there is no ledger'];
  const reports = [];
  for (const data of kept)
    reports.push(await fsck({ folder: join(data, LEDGER_FOLDER), source, keyring, evidence: openEvidenceStore({ folder: data }) }));

  return reports.flatMap(({ difference }) => difference?.message.en ?? []);
};

/** How long the followers of the log have for what is theirs to do after the last act, milliseconds. */
const SETTLING = 60_000;
const LOOK = 200;

/** Events under the signed heads of the ledgers, the longest. */
const signedBy = ({ ledgers }: Stand): number =>
  Math.max(
    0,
    ...ledgers.folders
      .map((data) => join(data, LEDGER_FOLDER, CHECKPOINT_FILE))
      .filter((file) => existsSync(file))
      .map((file) => Number(readFileSync(file, 'utf8').split('\n')[1])),
  );

/**
 * Settles when the clock has told what was due, the subscribers have heard it and the ledger is signed over it, or when there is no
 * more patience; with what was wanting then. It is asked while the programs run: at a stop they do what they should have done before.
 */
const settled = async (stand: Stand, load: Done, source: EventSource): Promise<readonly string[]> => {
  const deadline = performance.now() + SETTLING;
  for (;;) {
    const log = await logOf(source);
    const signed = signedBy(stand);
    const wanting = [
      ...clockFaults(log, load),
      ...listenerFaults(log, load),
      ...(signed >= log.length ? [] : [`the ledger is signed over ${signed} of the ${log.length} events of the log`]),
    ];
    if (wanting.length === 0) return [];
    if (performance.now() > deadline) return wanting.map((fault) => `${fault}, ${SETTLING / 1_000} s after the last act`);
    await pause(LOOK);
  }
};

/** What is wrong after all that: what was acknowledged and is not there exactly once, read models unlike a rebuild, events not told, a ledger that does not hold. Ends the load and the programs. */
export const audit = async (stand: Stand, load: Done): Promise<readonly string[]> => {
  const { events } = stand.engines.direct;
  const source = await openEventSource({ events, deployment: 'liuhen', folder: stand.data, log: logger('silent') });
  try {
    const wanting = await settled(stand, load, source);
    await load.leave();
    await stand.stop();
    const log = await logOf(source);

    return [
      ...stand.ended,
      ...wanting,
      ...actsFaults(log, load),
      ...framesFaults(log, load),
      ...clockFaults(log, load),
      ...listenerFaults(log, load),
      ...(await ledgerFaults(stand, source)),
      ...(await documentFaults(stand, source)),
    ];
  } finally {
    await source.close();
  }
};
