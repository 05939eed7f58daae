import { evidence, isMoment, momentOf, ERROR_CODES, type ActRequest, type InvalidInput, type Text } from '@liuhen/workflows';

export interface Fault {
  readonly path: string;
  readonly message: Text;
}

export const invalid = (fields: readonly Fault[], code: 'INVALID_INPUT' | 'UNKNOWN_ID' | 'KEY_REUSED' = 'INVALID_INPUT'): InvalidInput => ({
  kind: 'invalid',
  code,
  message: ERROR_CODES[code],
  fields,
});

/** A clock of a tablet may run ahead of the server by this much, milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Ids are given out by this system; nothing is looked up, or put on record, under anything else. */
const SUBJECT = /^[\w.:-]{1,80}$/;

const timeFault = (occurredAt: string | null, now: string): readonly Fault[] => {
  if (occurredAt === null) return [];
  if (!isMoment(occurredAt)) {
    return [
      {
        path: 'request.occurredAt',
        message: {
          zh: '时间不存在或缺少时区；仅知日期可填 YYYY-MM-DD、YYYY-MM、YYYY 或 unknown',
          en: 'not a real moment with an offset, nor a day, month, year or unknown',
        },
      },
    ];
  }
  const ahead =
    Temporal.Instant.from(momentOf(occurredAt, { now, last: now }).occurredAt).epochMilliseconds -
    Temporal.Instant.from(now).epochMilliseconds;

  return ahead > CLOCK_SKEW
    ? [{ path: 'request.occurredAt', message: { zh: '行为时间不得晚于登记时间', en: 'an act cannot be done later than now' } }]
    : [];
};

/** What is wrong with the frame of a request, before its input is looked at. */
export const faultsOf = (request: ActRequest, now: string): readonly Fault[] => [
  ...(KEY.test(request.idempotencyKey)
    ? []
    : [{ path: 'request.idempotencyKey', message: { zh: '幂等键应为1至200个可见字符', en: '1 to 200 visible ASCII characters' } }]),
  ...(request.subject === null || SUBJECT.test(request.subject)
    ? []
    : [{ path: 'subject', message: { zh: '编号格式不正确', en: 'not a well-formed id' } }]),
  ...(request.expectedRevision !== null && !(Number.isSafeInteger(request.expectedRevision) && request.expectedRevision >= 0)
    ? [{ path: 'request.expectedRevision', message: { zh: '版本号应为不小于零的整数', en: 'a whole number ≥ 0' } }]
    : []),
  ...timeFault(request.occurredAt, now),
  ...request.evidence.flatMap((item, at) =>
    evidence.safeParse(item).success
      ? []
      : [{ path: `request.evidence.${at}`, message: { zh: '证据材料格式不正确', en: 'not a well-formed piece of evidence' } }],
  ),
];

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Messages of declared fields read `中文 / English`; those of the library itself are English. */
export const faultOf = ({ path, message }: Issue): Fault => {
  const [zh, en] = message.split(' / ');

  return {
    path: ['input', ...path.map(String)].join('.'),
    message: en === undefined ? { zh: '格式不正确', en: message } : { zh: zh ?? message, en },
  };
};
