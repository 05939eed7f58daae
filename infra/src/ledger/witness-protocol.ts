import { base64Of, hashOfBase64, type Hash } from './suite';

/** Body of `add-checkpoint` (C2SP tlog-witness). */
export interface AddCheckpoint {
  /** Size of the tree that the witness saw last, 0 for none. */
  readonly old: number;
  readonly proof: readonly Hash[];
  /** Signed note. */
  readonly checkpoint: string;
}

/** Fixed by the protocol. */
export const SIZE_TYPE = 'text/x.tlog.size';

const MAX_PROOF = 63;

export const formatAddCheckpoint = ({ old, proof, checkpoint }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${base64Of(hash)}\n`).join('')}\n${checkpoint}`;

/** Undefined for a body that is not in form. */
export const parseAddCheckpoint = (body: string): AddCheckpoint | undefined => {
  const at = body.indexOf('\n\n');
  if (at < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, at).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(hashOfBase64);
  if (old === undefined || !Number.isSafeInteger(Number(old)) || proof.length > MAX_PROOF) return undefined;

  return proof.every((hash) => hash !== undefined) ? { old: Number(old), proof, checkpoint: body.slice(at + 2) } : undefined;
};
