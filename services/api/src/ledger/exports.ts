import { chinaNow, recordExport, type EventStore, type ExportWish } from '@liuhen/infra';
import { asking, evenly, seenCaseOf } from '@liuhen/schema';
import { LiuhenError, streamOf, type Actor, type DocumentReader } from '@liuhen/workflows';
import { z } from 'zod';
import type { LedgerKeeper } from './keeper';
import { packableBy } from './packable';
import { relatedStreams } from './related';

const ids = z.array(z.string().min(1).max(200)).max(1_000).default([]);
const day = z.iso.date().nullable().default(null);

const WISH = z.strictObject({
  scope: z
    .strictObject({ cases: ids, persons: ids, from: day, to: day })
    .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['to'], error: 'to: before from' }),
  why: z.string().trim().min(1).max(2_000),
});

/** Longest wait for the ledger to come up to the export, milliseconds. */
const PATIENCE = 60_000;

interface Records {
  readonly store: EventStore;
  readonly reader: DocumentReader;
}

export interface ExportDesk extends Records {
  readonly keeper: LedgerKeeper;
}

/** What is asked of an export, as it came from outside. Throws `INVALID_INPUT`. */
export const readExportWish = (body: unknown): z.output<typeof WISH> => {
  const wish = WISH.safeParse(body);
  if (!wish.success) throw new LiuhenError('INVALID_INPUT', z.prettifyError(wish.error));

  return wish.data;
};

/** Puts an export on record, over those files alone that its author is told of. Throws `UNKNOWN_ID` for a case that is none of them. */
export const exportOnRecord = async ({ store, reader }: Records, wish: ExportWish): ReturnType<typeof recordExport> => {
  const mayHold = packableBy({ store, reader }, wish);
  for (const caseId of wish.scope.cases) {
    if (!(await mayHold(streamOf('case', caseId)))) throw new LiuhenError('UNKNOWN_ID', caseId);
  }

  return recordExport(store, { ...relatedStreams(reader), mayHold }, wish);
};

/**
 * Puts an export on record for who may inspect, and signs a head over it; the package itself is made beside the service, of the
 * files that stand on record. Throws `UNKNOWN_ID` for a case that is not theirs to see.
 */
export const takeExport = async ({ store, reader, keeper }: ExportDesk, asker: Actor | null, body: unknown): Promise<object> => {
  const by = asking({ actor: asker }, 'exportForAudit');
  const wish = readExportWish(body);
  const moment = { reader, now: chinaNow };
  for (const caseId of wish.scope.cases) await seenCaseOf(moment, by, { caseId, view: 'caseFile' });
  // How much there is of a person elsewhere, and was left out, is not to be told by the time.
  const recorded = await evenly(
    () => exportOnRecord({ store, reader }, { ...wish, by, now: chinaNow() }),
    () => true,
  );
  await keeper.ledger.cover(recorded.position, PATIENCE);
  await keeper.cosigners.settled();

  return recorded;
};
