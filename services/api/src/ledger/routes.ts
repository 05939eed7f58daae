import { formatNote, parseTilePath, TILE_WIDTH, type KeptLedger } from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { LedgerKeeper } from './keeper';

/** Below it, the ledger stands at the paths of C2SP tlog-tiles. */
export const LEDGER_PREFIX = '/ledger/';

/** Where an audit export is put on record. */
export const AUDIT_EXPORTS = '/ledger/audit-exports';

export interface PublishedFile {
  readonly type: string;
  readonly caching: string;
  readonly body: Buffer | string;
}

const NOTE_TYPE = 'text/plain; charset=utf-8';

/** A head is old in seconds, a tile never. */
const [BRIEFLY, FOR_GOOD] = ['no-cache', 'public, max-age=31536000, immutable'];

const checkpointOf = ({ signed }: KeptLedger): PublishedFile => {
  if (signed === undefined) throw new LiuhenError('NOT_FOUND', 'no checkpoint yet');

  return { type: NOTE_TYPE, caching: BRIEFLY, body: formatNote(signed.note) };
};

const goodOf = ({ cosigners }: LedgerKeeper): PublishedFile => {
  if (cosigners.good === undefined) throw new LiuhenError('NOT_FOUND', 'no checkpoint that meets the witness policy yet');

  return { type: NOTE_TYPE, caching: BRIEFLY, body: formatNote(cosigners.good) };
};

/** Only what a signed head covers is shown. */
const tileOf = ({ tree, signed }: KeptLedger, path: string): PublishedFile => {
  const name = parseTilePath(path);
  if (name === undefined)
    throw new LiuhenError('NOT_FOUND', `${path}: checkpoint, checkpoint.good, keys, tile/<level>/<index>[.p/<width>]`);
  const level = name.level === 'entries' ? 0 : name.level;
  const reach = (name.index * TILE_WIDTH + name.width) * TILE_WIDTH ** level;
  const body = reach > (signed?.checkpoint.size ?? 0) ? undefined : tree.content(name);
  if (body === undefined) throw new LiuhenError('NOT_FOUND', `${path} is beyond the signed head`);

  return { type: 'application/octet-stream', caching: FOR_GOOD, body };
};

/** What the ledger shows to everyone under a path below the prefix; throws `NOT_FOUND`. */
export const publishedFile = (keeper: LedgerKeeper, path: string): PublishedFile => {
  switch (path) {
    case 'checkpoint':
      return checkpointOf(keeper.ledger);
    case 'checkpoint.good':
      return goodOf(keeper);
    case 'keys':
      return { type: NOTE_TYPE, caching: BRIEFLY, body: keeper.ledger.keyring.verifiers.map(({ vkey }) => `${vkey}\n`).join('') };
    default:
      return tileOf(keeper.ledger, path);
  }
};
