import { type ActOutcome, type Denied, type Refusal } from '@liuhen/workflows';
import { invalid } from './request';

export const unknownId = (subject: string): ActOutcome =>
  invalid([{ path: 'subject', message: { zh: `编号不存在：${subject}`, en: `no such id: ${subject}` } }], 'UNKNOWN_ID');

interface Missed {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly currentRevision: number;
}

export const conflictOf = (missed: Missed): ActOutcome => ({
  kind: 'conflict',
  ...missed,
  message: { zh: '案件已被他人更新，请刷新后重试', en: 'Somebody else acted first; read again and retry' },
});

/** A denial among the acts that are listed as not open. */
export const asRefusal = (denied: Denied): Refusal => ({ ...denied, kind: 'refusal', clause: null, missing: [], weighty: true });
