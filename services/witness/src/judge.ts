import {
  cosign,
  extendsTree,
  openCheckpoint,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  signatureLine,
  SIZE_TYPE,
  type AddCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
  type Signer,
  type Verifier,
} from '@liuhen/infra';
import type { Text } from '@liuhen/workflows';

/** What the witness cosigned last for one log. */
export interface Seen {
  readonly checkpoint: Checkpoint;
  /** Signed note, kept as evidence. */
  readonly note: string;
}

/** Two things that one log signed and that cannot both be true, or that it could not join. */
export interface Alarm {
  readonly origin: string;
  readonly message: Text;
  readonly seen: string;
  readonly shown: string;
}

export interface Verdict {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: string;
  readonly body: string;
  /** To be kept before the answer is given. */
  readonly accepted?: Seen;
  readonly alarm?: Alarm;
}

export interface WitnessView {
  readonly signer: Signer;
  /** Keys of the logs that it watches. */
  readonly logs: readonly Verifier[];
  seen(origin: string): Seen | undefined;
  /** Seconds since the epoch. */
  readonly now: number;
}

const PLAIN = 'text/plain; charset=utf-8';

const refused = (status: 400 | 403 | 404, body: string): Verdict => ({ status, contentType: PLAIN, body: `${body}\n` });

const conflict = (size: number, alarm?: Alarm): Verdict => ({
  status: 409,
  contentType: SIZE_TYPE,
  body: `${size}\n`,
  ...(alarm === undefined ? {} : { alarm }),
});

const forked = ({ origin, size }: Checkpoint, seen: Seen, shown: string): Alarm => ({
  origin,
  message: {
    zh: `${origin} 对同一个 ${size} 个事件的账本签了两个不同的头：账本分叉，必有一份给人看的是假的`,
    en: `${origin} signed two different heads over ${size} events: the log is forked, and one of its readers is being shown a false one`,
  },
  seen: seen.note,
  shown,
});

const notExtended = ({ origin, size }: Checkpoint, seen: Seen, shown: string): Alarm => ({
  origin,
  message: {
    zh: `${origin} 出示的 ${size} 个事件的账本不能证明延续了此前 ${seen.checkpoint.size} 个事件的账本：历史可能被改写`,
    en: `${origin} could not show that its ${size} events extend the ${seen.checkpoint.size} seen before: history may have been rewritten`,
  },
  seen: seen.note,
  shown,
});

const isKnown = (view: WitnessView, body: string): boolean => {
  const note = parseNote(body);
  const origin = note && parseCheckpoint(note.text)?.origin;

  return view.logs.some(({ name }) => name === origin);
};

/** The head that was asked about against the one that was seen; null where it extends it. */
const objectionTo = (request: AddCheckpoint, checkpoint: Checkpoint, seen: Seen | undefined): Verdict | null => {
  const older = { size: seen?.checkpoint.size ?? 0, root: seen?.checkpoint.root ?? '' };
  if (request.old > checkpoint.size) return refused(400, 'the old size is beyond the checkpoint');
  if (request.old !== older.size) return conflict(older.size);
  if (seen !== undefined && older.size === checkpoint.size && older.root !== checkpoint.root) {
    return conflict(older.size, forked(checkpoint, seen, request.checkpoint));
  }
  if (extendsTree(checkpoint.suite, { older, newer: checkpoint, proof: request.proof })) return null;
  const verdict: Verdict = { status: 422, contentType: PLAIN, body: 'the consistency proof does not hold\n' };

  return seen === undefined ? verdict : { ...verdict, alarm: notExtended(checkpoint, seen, request.checkpoint) };
};

const compared = (view: WitnessView, request: AddCheckpoint, { checkpoint, note }: OpenedCheckpoint): Verdict =>
  objectionTo(request, checkpoint, view.seen(checkpoint.origin)) ?? {
    status: 200,
    contentType: PLAIN,
    body: signatureLine(cosign(note.text, view.signer, view.now)),
    accepted: { checkpoint, note: request.checkpoint },
  };

/** C2SP tlog-witness, `add-checkpoint`: pure, so that every code is a test and no clock or disk. */
export const judge = (view: WitnessView, body: string): Verdict => {
  const request = parseAddCheckpoint(body);
  const note = request && parseNote(request.checkpoint);
  if (request === undefined || note === undefined || parseCheckpoint(note.text) === undefined)
    return refused(400, 'not an add-checkpoint request');
  if (!isKnown(view, request.checkpoint)) return refused(404, 'unknown log');
  const opened = openCheckpoint(request.checkpoint, view.logs);

  return opened === undefined ? refused(403, 'not signed by a key of that log') : compared(view, request, opened);
};
