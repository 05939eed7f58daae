import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  canonicalJson,
  EMBEDDED,
  ENTRY_BYTES,
  EventSourcedDesk,
  fsck,
  HASH_BYTES,
  inclusionProof,
  Ledger,
  LEDGER_FOLDER,
  LedgerThread,
  LedgerTree,
  NO_HASH,
  openKeyring,
  openSqliteEventReader,
  openSqliteEventStore,
  parsePolicy,
  recordExport,
  streamHash,
  SUITES,
  TileFiles,
  verifyPackage,
  writePackage,
  openEvidenceStore,
  type Entry,
  type EventStore,
} from '@liuhen/infra';
import { makeParts } from '@liuhen/verifier';
import { streamOf, type RecordedEvent } from '@liuhen/workflows';
import { inFolder } from '../harness/folder';
import { atLeast, atMost, inTurn, secondsOf, type Measurement, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';
import { caseIdOf, fillLog } from '../history/fill';

const SUITE = 'ledger';
const ROUNDS = 5;
const EVENTS = 100_000;
const LEAVES = 10_000_000;
const PROOFS = 2_000;
const CASE_EVENTS = 1_000;
const ACTS = 6_400;
const LANES = 32;

/** Rest of the ledger in the service, milliseconds. */
const COURTESY = 100;

const suite = SUITES['sha256-ed25519'];
const QUIET = { info: () => undefined, error: () => undefined };

/** Seconds of the processor rather than of the wall, against a fixed limit: on a shared machine the wall measures the neighbours. */
const cpuSecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);

  return (user + system) / 1_000_000;
};

const someOf = async (folder: string, count: number): Promise<readonly RecordedEvent[]> => {
  const reader = openSqliteEventReader({ folder });
  const events = await reader.readAll(0, count);
  await reader.close();

  return events;
};

/** Leaves per second, over bytes that are at hand on both sides. */
const leafAppend = async (folder: string): Promise<Measurement> => {
  const lines = (await someOf(folder, 20_000)).map(canonicalJson);
  const stream = streamHash(suite, 'case-1');
  // The bytes that any tree has to hash for a leaf, by the fastest hash of the runtime, and nothing else done.
  const [entry, node] = [Buffer.alloc(1 + ENTRY_BYTES), Buffer.alloc(1 + 2 * HASH_BYTES)];
  const bare = () =>
    secondsOf(() => {
      for (const line of lines) for (const bytes of [line, entry, node]) hash('sha256', bytes, 'binary');

      return Promise.resolve();
    });
  const append = (): Promise<number> => {
    const tree = new LedgerTree(suite, new TileFiles(join(folder, 'no-tiles')));
    let previous = NO_HASH;

    return secondsOf(() => {
      for (const [at, line] of lines.entries()) {
        previous = tree.append({ position: at + 1, revision: at, stream, previous, event: suite.hash(line) });
        if (at % 5_000 === 4_999) tree.saved(tree.unsaved());
      }

      return Promise.resolve();
    });
  };
  const rates = await inTurn(ROUNDS, {
    ours: async () => lines.length / (await append()),
    peer: async () => lines.length / (await bare()),
  });

  return atLeast({
    suite: SUITE,
    measure: {
      zh: '追加叶，对照同样字节（事件、条目、节点）的裸散列',
      en: 'leaf append vs bare hashing of the same bytes: event, entry, node',
    },
    ours: rates.ours,
    peer: rates.peer,
    unit: 'leaves/s',
    target: 0.5,
  });
};

/** The ledger takes up a log that was there before it; what it holds of it does not grow with the log. */
const takenUp = async (folder: string): Promise<Measurement> => {
  const store = await openSqliteEventStore({ folder });
  const ledger = await ledgerOf(folder, store);
  const heap = (): number => {
    globalThis.gc?.();

    return process.memoryUsage().heapUsed / 1_048_576;
  };
  await ledger.cover(EVENTS / 4, 600_000);
  const early = heap();
  await ledger.cover(await store.head(), 600_000);
  const late = heap();
  await ledger.stop();
  await store.close();

  return atMost({
    suite: SUITE,
    measure: { zh: '账本内存：全部入账后，对照四分之一入账后', en: 'heap with the whole log entered vs a quarter of it' },
    ours: late,
    peer: early,
    unit: 'MB',
    target: 1.5,
  });
};

const selfCheck = async (folder: string): Promise<Measurement> => {
  const source = openSqliteEventReader({ folder });
  const ledger = join(folder, LEDGER_FOLDER);
  const keyring = await openKeyring(ledger, { suite: 'sha256-ed25519', origin: 'bench.example' });
  const rates = await inTurn(ROUNDS, {
    ours: async () => {
      let events = 0;
      const seconds = await cpuSecondsOf(async () => {
        const report = await fsck({ folder: ledger, source, keyring });
        if (report.difference !== null) throw new Error(report.difference.message.en);
        events = report.events;
      });

      return events / seconds;
    },
  });
  await source.close();

  return atLeast({
    suite: SUITE,
    measure: { zh: 'fsck 重算整个账本', en: 'fsck, events per second of the processor' },
    ours: rates.ours,
    peer: 50_000,
    unit: 'events/s',
    target: 1,
  });
};

/** A tree of ten million leaves on the disk, and proofs for leaves from all over it. */
const proofs = async (folder: string): Promise<Measurement> => {
  const files = new TileFiles(join(folder, 'large'));
  const tree = new LedgerTree(suite, files);
  const entry: Entry = { position: 1, revision: 0, stream: NO_HASH, previous: NO_HASH, event: NO_HASH };
  for (let at = 0; at < LEAVES; at += 1) {
    tree.append({ ...entry, position: at + 1 });
    if (at % 50_000 !== 49_999) continue;
    const writes = tree.unsaved().filter(({ name }) => name.level !== 'entries' && name.width === 256);
    for (const { name, bytes } of writes) await files.write(name, bytes);
    tree.saved(tree.unsaved());
  }
  const seconds = await cpuSecondsOf(() => {
    for (let at = 0; at < PROOFS; at += 1) inclusionProof({ suite, nodes: tree }, (at * 7_368_787) % LEAVES, LEAVES);

    return Promise.resolve();
  });

  return atMost({
    suite: SUITE,
    measure: { zh: `${LEAVES.toLocaleString('en-US')} 叶的存在证明`, en: 'inclusion proof, milliseconds of the processor' },
    ours: (seconds * 1_000) / PROOFS,
    peer: 1,
    unit: 'ms',
    target: 1,
  });
};

const related = {
  mayHold: () => Promise.resolve(true),
  interferencesOf: () => Promise.resolve([]),
  streamsOfPerson: () => Promise.resolve([]),
};

const feedback = (desk: EventSourcedDesk, caseId: string): Promise<unknown> =>
  desk.perform(
    {
      act: 'giveFeedback',
      subject: caseId,
      idempotencyKey: randomUUID(),
      expectedRevision: null,
      occurredAt: null,
      evidence: [],
      input: { clueId: 'clue-1', to: 'permitDepartment', content: '已立案处罚，整改到位，结果见处罚决定书' },
    },
    OFFICER,
  );

const now = (): string => new Date().toISOString();

const ledgerOf = async (folder: string, store: EventStore): Promise<Ledger> => {
  const own = join(folder, LEDGER_FOLDER);
  const keyring = await openKeyring(own, { suite: 'sha256-ed25519', origin: 'bench.example' });
  const ledger = new Ledger({ folder: own, source: store, keyring, every: { events: 5_000, milliseconds: 10_000 }, log: QUIET });
  await ledger.start();

  return ledger;
};

/** As the service keeps it. */
const threadOf = async (folder: string): Promise<LedgerThread> => {
  const keyring = await openKeyring(join(folder, LEDGER_FOLDER), { suite: 'sha256-ed25519', origin: 'bench.example' });
  const place = { data: folder, keys: folder, events: EMBEDDED, deployment: 'bench', courtesy: COURTESY, checkCourtesy: 3 };
  const thread = new LedgerThread({ ...place, keyring, every: { events: 5_000, milliseconds: 10_000 }, log: QUIET });
  await thread.start();

  return thread;
};

/** Acts per second at the desk, many officers at once, with the ledger behind them as the service has it. */
const actsPerSecond = async (folder: string, withLedger: boolean): Promise<number> => {
  const store = await openSqliteEventStore({ folder });
  const ledger = withLedger ? await threadOf(folder) : undefined;
  await ledger?.cover(await store.head(), 600_000);
  const desk = new EventSourcedDesk({ store, now });
  const lane = async (number: number): Promise<void> => {
    for (let at = 0; at < ACTS / LANES; at += 1) await feedback(desk, caseIdOf((at * LANES + number) % 100));
  };
  const seconds = await secondsOf(() => Promise.all(Array.from({ length: LANES }, (_, number) => lane(number))));
  await ledger?.stop();
  await store.close();

  return ACTS / seconds;
};

const actRate = async (folder: string): Promise<Measurement> => {
  const rates = await inTurn(ROUNDS, { ours: () => actsPerSecond(folder, true), peer: () => actsPerSecond(folder, false) });

  return atLeast({
    suite: SUITE,
    measure: { zh: '行为速率：有账本，对照无账本', en: 'act rate at the desk with the ledger vs without' },
    ours: rates.ours,
    peer: rates.peer,
    unit: 'acts/s',
    target: 0.95,
  });
};

/** The package of one case with a thousand events, each judged anew, from file to verdict. */
const verified = async (folder: string): Promise<Measurement> => {
  const store = await openSqliteEventStore({ folder });
  const desk = new EventSourcedDesk({ store, now });
  for (let at = (await store.readStream(streamOf('case', caseIdOf(1)))).length; at < CASE_EVENTS; at += 1)
    await feedback(desk, caseIdOf(1));
  const scope = { cases: [caseIdOf(1)], persons: [], from: null, to: null };
  const { packageId, position } = await recordExport(store, related, { scope, why: 'bench', by: OFFICER, now: now() });
  const ledger = await ledgerOf(folder, store);
  const { note } = await ledger.cover(position, 600_000);
  const file = join(folder, 'package.zip');
  const source = { store, tree: ledger.tree, note, evidence: openEvidenceStore({ folder }), makeParts };
  await writePackage(file, source, { packageId, withFiles: false });
  const { verifiers } = ledger.keyring;
  await ledger.stop();
  await store.close();
  const rates = await inTurn(ROUNDS, {
    ours: () =>
      cpuSecondsOf(async () => {
        const { verdict, message } = await verifyPackage(file, { keys: verifiers, policy: parsePolicy('quorum none'), makeParts });
        if (verdict !== 'good') throw new Error(message.en);
      }),
  });

  return atMost({
    suite: SUITE,
    measure: { zh: `核验 ${CASE_EVENTS.toLocaleString('en-US')} 事件的审计包`, en: 'verify a case package, seconds of the processor' },
    ours: rates.ours,
    peer: 1,
    unit: 's',
    target: 1,
  });
};

/** The tree, its proofs, its check and its packages. */
export const ledgerSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    const log = join(folder, 'log');
    await fillLog(log, EVENTS);
    const small = join(folder, 'small');
    await fillLog(small, 5_000);
    say(`  a log of ${EVENTS.toLocaleString('en-US')} events is written`);
    const appended = await leafAppend(log);
    const memory = await takenUp(log);
    const check = await selfCheck(log);
    const acts = await actRate(small);
    const packages = await verified(small);
    say('  a tree of ten million leaves is being grown');

    return [appended, acts, memory, check, packages, await proofs(folder)];
  });
