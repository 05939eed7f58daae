import { base64Of, hashOfBase64, type Hash } from './suite';

/** C2SP tlog-proof: one leaf's way to a checkpoint, in a file of its own. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The checkpoint as signed and cosigned. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';

/** At most one hash per level of a tree of 2^63 leaves. */
const MAX_HASHES = 63;

export const formatProof = ({ index, hashes, checkpoint }: TlogProof): string =>
  `${HEAD}\nindex ${index}\n${hashes.map((hash) => `${base64Of(hash)}\n`).join('')}\n${checkpoint}`;

/** Undefined for a text that is not a proof in form; `extra` lines are read over. */
export const parseProof = (text: string): TlogProof | undefined => {
  const at = text.indexOf('\n\n');
  if (at < 0) return undefined;
  const [head, ...lines] = text.slice(0, at).split('\n');
  if (head !== HEAD) return undefined;
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const hashes = lines.map(hashOfBase64);
  if (index === undefined || hashes.length > MAX_HASHES || !hashes.every((hash) => hash !== undefined)) return undefined;

  return { index: Number(index), hashes, checkpoint: text.slice(at + 2) };
};
