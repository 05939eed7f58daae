import { crc16 } from './crc16';
import type { Segment } from './segment';

export interface FrameFields {
  readonly qn?: string;
  readonly st: string;
  readonly cn: string;
  readonly pw: string;
  readonly mn: string;
  readonly flag?: number;
  readonly part?: { readonly count: number; readonly number: number };
  readonly cp: string;
}

/** A whole frame around a data segment. */
export const frameOf = (segment: string): Buffer => {
  const data = Buffer.from(segment, 'latin1');
  const crc = crc16(data).toString(16).toUpperCase().padStart(4, '0');

  return Buffer.concat([Buffer.from(`##${String(data.length).padStart(4, '0')}`), data, Buffer.from(`${crc}\r\n`)]);
};

export const encodeFrame = ({ qn, st, cn, pw, mn, flag, part, cp }: FrameFields): Buffer =>
  frameOf(
    [
      ...(qn === undefined ? [] : [`QN=${qn}`]),
      `ST=${st}`,
      `CN=${cn}`,
      `PW=${pw}`,
      `MN=${mn}`,
      ...(flag === undefined ? [] : [`Flag=${flag}`]),
      ...(part === undefined ? [] : [`PNUM=${part.count}`, `PNO=${part.number}`]),
      `CP=&&${cp}&&`,
    ].join(';'),
  );

/** `9011` request heard, `9012` request done, `9013` notice heard, `9014` data received (HJ 212-2017 6.6.5). */
export type AnswerKind = '9011' | '9012' | '9013' | '9014';

/** Answers carry version bits of 2017 and never ask for an answer themselves. */
const ANSWER_FLAG = 4;
const SYSTEM = '91';

const CONTENT: Readonly<Record<AnswerKind, (result: number) => string>> = {
  '9011': (result) => `QnRtn=${result}`,
  '9012': (result) => `ExeRtn=${result}`,
  '9013': () => '',
  '9014': () => '',
};

export const encodeAnswer = (kind: AnswerKind, to: Pick<Segment, 'qn' | 'pw' | 'mn'>, result = 1): Buffer =>
  encodeFrame({
    ...(to.qn === null ? {} : { qn: to.qn }),
    st: SYSTEM,
    cn: kind,
    pw: to.pw,
    mn: to.mn,
    flag: ANSWER_FLAG,
    cp: CONTENT[kind](result),
  });

/** `QnRtn` for a request that is not carried out. */
const REFUSED = 2;

/** The answer that the sender of a message waits for: uploads get 9014, notices 9013, anything that asks us to act is refused. */
export const answerTo = (segment: Segment): Buffer | null => {
  if (/^901[1-4]$/.test(segment.cn)) return null;
  if (/^(?:20|30)\d\d$/.test(segment.cn)) return encodeAnswer('9014', segment);

  return segment.cn === '1013' ? encodeAnswer('9013', segment) : encodeAnswer('9011', segment, REFUSED);
};
