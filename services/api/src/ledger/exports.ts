import { chinaNow, recordExport, type EventStore } from '@liuhen/infra';
import { keptFrom } from '@liuhen/projections';
import { asking, seenCaseOf } from '@liuhen/schema';
import { LiuhenError, type Actor, type DocumentReader } from '@liuhen/workflows';
import { z } from 'zod';
import type { LedgerKeeper } from './keeper';
import { relatedStreams } from './related';

const ids = z.array(z.string().min(1).max(200)).max(1_000).default([]);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
  .default(null);

const WISH = z.strictObject({
  scope: z.strictObject({ cases: ids, persons: ids, from: day, to: day }),
  why: z.string().trim().min(1).max(2_000),
});

/** Longest wait for the ledger to come up to the export, milliseconds. */
const PATIENCE = 60_000;

export interface ExportDesk {
  readonly store: EventStore;
  readonly reader: DocumentReader;
  readonly keeper: LedgerKeeper;
}

/**
 * Puts an export on record for who may inspect the cases that it names, and signs a head over it; the package itself is made
 * beside the service. Throws `UNKNOWN_ID` for a case that is not theirs to see.
 */
export const takeExport = async ({ store, reader, keeper }: ExportDesk, asker: Actor | null, body: unknown): Promise<object> => {
  const by = asking({ actor: asker }, 'exportForAudit');
  const wish = WISH.safeParse(body);
  if (!wish.success) throw new LiuhenError('INVALID_INPUT', z.prettifyError(wish.error));
  const moment = { reader, now: chinaNow };
  for (const caseId of wish.data.scope.cases) await seenCaseOf(moment, by, { caseId, view: 'caseFile' });
  // Days and persons take in whatever happened: what is about the asker themselves stays out, and is not said to (O-46).
  const without = await keptFrom(reader, by.person);
  const recorded = await recordExport(store, relatedStreams(reader), { ...wish.data, by, now: chinaNow(), without });
  await keeper.ledger.cover(recorded.position, PATIENCE);
  await keeper.cosigners.settled();

  return recorded;
};
