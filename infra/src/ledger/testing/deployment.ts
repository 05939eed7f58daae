import { join } from 'node:path';
import type { NewEvent } from '@liuhen/workflows';
import { anEvent, someEvents } from '../../event-store/testing/events';
import { openSqliteEventReader, openSqliteEventStore } from '../../event-store';
import { fsck, type FsckReport } from '../fsck';
import { openKeyring, type KeyringWish } from '../keyring';
import { Ledger, type LedgerOptions } from '../ledger';

export const quietLog = { info: () => undefined, error: () => undefined };

export const ledgerFolder = (data: string): string => join(data, 'ledger');

type Settings = Partial<KeyringWish> & Partial<Pick<LedgerOptions, 'every' | 'onCheckpoint'>>;

/** A data folder with a log and its ledger. */
export const openDeployment = async (data: string, { suite = 'sha256-ed25519', origin = 'log.example', ...more }: Settings = {}) => {
  const store = await openSqliteEventStore({ folder: data });
  const keyring = await openKeyring(ledgerFolder(data), { suite, origin });
  const ledger = new Ledger({
    folder: ledgerFolder(data),
    source: store,
    keyring,
    every: { events: 1_000, milliseconds: 60_000 },
    log: quietLog,
    ...more,
  });
  await ledger.start();

  return {
    store,
    ledger,
    /** Appends and waits for a signed head over it. */
    signed: async (stream: string, events: readonly NewEvent[] = someEvents(1)) => {
      const done = await store.append(stream, events, 'any');

      return ledger.cover(done.kind === 'appended' ? done.position : 0, 20_000);
    },
    close: async () => {
      await ledger.stop();
      await store.close();
    },
  };
};

export type Deployment = Awaited<ReturnType<typeof openDeployment>>;

export const checked = async (data: string, { suite = 'sha256-ed25519' }: Pick<Settings, 'suite'> = {}): Promise<FsckReport> => {
  const source = openSqliteEventReader({ folder: data });
  try {
    return await fsck({ folder: ledgerFolder(data), source, keyring: await openKeyring(ledgerFolder(data), { suite, origin: null }) });
  } finally {
    await source.close();
  }
};

/** Events of several streams, entwined. */
export const entwined = async ({ store }: Deployment, streams: number, each: number): Promise<number> => {
  let position = 0;
  for (let round = 0; round < each; round += 1) {
    for (let stream = 0; stream < streams; stream += 1) {
      const done = await store.append(`case-${stream}`, [anEvent({ payload: { clueId: `clue-${round}` } })], 'any');
      if (done.kind === 'appended') position = done.position;
    }
  }

  return position;
};
