/** Ends the thread of a ledger unbidden and says, a line each, what the handle tells before and after. */
import type { Worker } from 'node:worker_threads';
import { openSqliteEventStore } from '../../event-store';
import { someEvents } from '../../event-store/testing/events';
import { openKeyring } from '../keyring';
import { LedgerThread } from '../thread';
import { ledgerFolder } from './deployment';

const PATIENCE = 20_000;

const lose = async (data: string): Promise<void> => {
  const threads: Worker[] = [];
  process.on('worker', (worker) => threads.push(worker));
  const store = await openSqliteEventStore({ folder: data });
  const keyring = await openKeyring(ledgerFolder(data), { suite: 'sha256-ed25519', origin: 'log.example' });
  const log = { info: () => undefined, error: () => undefined };
  const every = { events: 1_000, milliseconds: 60_000 };
  const place = { data, keys: data, events: 'embedded', deployment: 'liuhen', courtesy: 20, checkCourtesy: 0 };
  const ledger = new LedgerThread({ ...place, every, keyring, log });
  await ledger.start();
  await store.append('case-a', someEvents(40), 'any');
  await ledger.cover(40, PATIENCE);
  await threads[0]?.terminate();
  process.stdout.write(`${ledger.fault?.code}\n`);
  await store.append('case-a', someEvents(5), 'any');
  while (ledger.fault !== undefined) await new Promise((resolve) => setImmediate(resolve));
  const { checkpoint } = await ledger.cover(45, PATIENCE);
  process.stdout.write(`${checkpoint.size}\n${threads.length}\n`);
  await ledger.stop();
  await store.close();
};

void lose(process.argv[2] ?? '');
