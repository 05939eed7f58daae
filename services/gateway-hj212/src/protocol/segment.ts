/** Data flags of HJ 212-2017 table 8. */
export const DATA_FLAGS = {
  N: '正常 / normal',
  T: '超测上限 / over range',
  D: '设备故障 / fault',
  M: '维护 / maintenance',
  C: '校准 / calibration',
  F: '停运 / stopped',
  S: '手工输入 / manual input',
  B: '通讯异常 / communication fault',
} as const;

export type DataFlag = keyof typeof DATA_FLAGS;

/** Values of one pollutant as the frame gives them; numbers stay text, exact as they were sent. */
export interface PollutantValues {
  readonly code: string;
  readonly rtd?: string;
  readonly avg?: string;
  readonly min?: string;
  readonly max?: string;
  readonly cou?: string;
  readonly flag?: string;
}

/** A data segment taken apart. */
export interface Segment {
  readonly qn: string | null;
  readonly st: string;
  readonly cn: string;
  readonly pw: string;
  readonly mn: string;
  readonly flag: number;
  /** Number of sub-packets and which one this is; null for a whole message. */
  readonly part: { readonly count: number; readonly number: number } | null;
  /** Text between `CP=&&` and `&&`. */
  readonly cp: string;
}

const CP = 'CP=&&';

const MN = /^[\w-]{1,24}$/;

const fieldsOf = (head: string): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>();
  for (const field of head.split(';')) {
    const at = field.indexOf('=');
    if (at > 0) fields.set(field.slice(0, at), field.slice(at + 1));
  }

  return fields;
};

const partOf = (fields: ReadonlyMap<string, string>): Segment['part'] | undefined => {
  const count = Number(fields.get('PNUM') ?? '1');
  const number = Number(fields.get('PNO') ?? '1');
  if (!Number.isInteger(count) || !Number.isInteger(number) || number < 1 || number > count) return undefined;

  return count === 1 ? null : { count, number };
};

/** System, command, password and device: what every segment must say. */
const addressOf = (fields: ReadonlyMap<string, string>): Pick<Segment, 'st' | 'cn' | 'pw' | 'mn'> | undefined => {
  const [st, cn, pw, mn] = ['ST', 'CN', 'PW', 'MN'].map((name) => fields.get(name));
  if (st === undefined || cn === undefined || pw === undefined || mn === undefined) return undefined;

  return MN.test(mn) && /^\d{4}$/.test(cn) ? { st, cn, pw, mn } : undefined;
};

/** Undefined where the segment is not one of HJ 212: a field is missing or not well-formed. */
export const parseSegment = (data: Buffer): Segment | undefined => {
  const text = data.toString('latin1');
  const at = text.indexOf(CP);
  const end = text.lastIndexOf('&&');
  if (at === -1 || end < at + CP.length) return undefined;
  const fields = fieldsOf(text.slice(0, at));
  const address = addressOf(fields);
  const flag = Number(fields.get('Flag') ?? '0');
  const part = partOf(fields);
  if (address === undefined || part === undefined || !Number.isInteger(flag)) return undefined;

  return { qn: fields.get('QN') ?? null, ...address, flag, part, cp: text.slice(at + CP.length, end) };
};

/** Bit 0 of Flag: the sender waits for an answer. */
export const wantsAnswer = ({ flag }: Pick<Segment, 'flag'>): boolean => (flag & 1) === 1;

export interface Content {
  /** ISO with offset +08:00, null where there is none. */
  readonly dataTime: string | null;
  readonly restartTime: string | null;
  readonly pollutants: readonly PollutantValues[];
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/** `YYYYMMDDhhmmss`, China Standard Time, as ISO; undefined for a moment that does not exist. */
export const timeOf = (text: string): string | undefined => {
  const [, year, month, day, hour, minute, second] = TIME.exec(text) ?? [];
  if (year === undefined) return undefined;
  const moment = `${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
  try {
    Temporal.PlainDateTime.from(moment, { overflow: 'reject' });

    return `${moment}+08:00`;
  } catch {
    return undefined;
  }
};

const NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/;

const KIND: Readonly<Record<string, Exclude<keyof PollutantValues, 'code'>>> = {
  Rtd: 'rtd',
  Avg: 'avg',
  Min: 'min',
  Max: 'max',
  Cou: 'cou',
  Flag: 'flag',
};

const isGoodValue = (kind: string, value: string): boolean => (kind === 'flag' ? Object.hasOwn(DATA_FLAGS, value) : NUMBER.test(value));

type Collected = Map<string, { -readonly [K in keyof PollutantValues]: PollutantValues[K] }>;

const collect = (collected: Collected, name: string, value: string): void => {
  const dash = name.lastIndexOf('-');
  const kind = dash > 0 ? KIND[name.slice(dash + 1)] : undefined;
  if (kind === undefined || !isGoodValue(kind, value)) return;
  const code = name.slice(0, dash);
  const values = collected.get(code) ?? { code };
  values[kind] = value;
  collected.set(code, values);
};

/** Reads the content; undefined where a time in it does not exist. Fields it does not know are left aside. */
export const parseContent = (cp: string): Content | undefined => {
  const collected: Collected = new Map();
  let dataTime: string | null | undefined = null;
  let restartTime: string | null | undefined = null;
  for (const field of cp.split(/[;,]/)) {
    const at = field.indexOf('=');
    if (at < 1) continue;
    const name = field.slice(0, at);
    const value = field.slice(at + 1);
    if (name === 'DataTime') dataTime = timeOf(value);
    else if (name === 'RestartTime') restartTime = timeOf(value);
    else collect(collected, name, value);
  }

  return dataTime === undefined || restartTime === undefined ? undefined : { dataTime, restartTime, pollutants: [...collected.values()] };
};
