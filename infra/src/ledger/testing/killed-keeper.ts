/** Writes, projects, enters and signs, the ledger in its thread, until it is killed; says each step on its standard output before it takes it. */
import { join } from 'node:path';
import { openSqliteEventStore } from '../../event-store';
import { someEvents } from '../../event-store/testing/events';
import { openSqliteReadStore } from '../../read-store';
import { Projector } from '../../projector';
import { Cosigners } from '../cosigners';
import { openKeyring } from '../keyring';
import { parsePolicy } from '../policy';
import { LedgerThread } from '../thread';
import { counted } from './counted';

const LOG = { info: () => undefined, error: () => undefined };

const keep = async (data: string, policy: string): Promise<void> => {
  const store = await openSqliteEventStore({ folder: data });
  const readStore = openSqliteReadStore({ folder: data });
  await readStore.ensure(counted);
  const projector = new Projector({ feed: store, readStore, projections: [counted], log: LOG });
  projector.start();
  const folder = join(data, 'ledger');
  const keyring = await openKeyring(folder, { suite: 'sha256-ed25519', origin: 'log.example' });
  const ledger: LedgerThread = new LedgerThread({
    data,
    keys: data,
    events: 'embedded',
    deployment: 'liuhen',
    keyring,
    every: { events: 40, milliseconds: 5 },
    courtesy: 0,
    checkCourtesy: 0,
    log: LOG,
    onCheckpoint: (note, checkpoint) => {
      process.stdout.write('signed\n');
      cosigners.submit(note, checkpoint);
      void cosigners.settled().then(() => process.stdout.write('cosigned\n'));
    },
  });
  const cosigners: Cosigners = new Cosigners({ folder, policy: parsePolicy(policy), ledger, log: LOG });
  await ledger.start();
  for (let batch = 0; ; batch += 1) {
    process.stdout.write('append\n');
    const done = await store.append(`case-${batch % 7}`, someEvents(3), 'any');
    process.stdout.write('appended\n');
    if (done.kind !== 'appended') continue;
    await projector.waitFor(done.position, 10_000);
    process.stdout.write('projected\n');
  }
};

void keep(process.argv[2] ?? '', process.argv[3] ?? '');
