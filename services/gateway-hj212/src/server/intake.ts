import { hasCode, type MeasuredValue } from '@liuhen/workflows';
import type { QuarantineReason, Sample, SeriesStore } from '@liuhen/infra';
import { answerTo } from '../protocol/encode';
import { currentCode } from '../protocol/pollutants';
import { parseContent, wantsAnswer, type Content, type PollutantValues, type Segment } from '../protocol/segment';
import { digestOf, type MonitoringSink } from './sink';

export interface KnownDevice {
  readonly mn: string;
  readonly outletId: string;
  /** `sha256:` digest of the access password. */
  readonly passwordDigest: string;
}

export interface DeviceRegister {
  deviceOf(mn: string): Promise<KnownDevice | undefined>;
}

export interface IntakeOptions {
  readonly devices: DeviceRegister;
  readonly sink: MonitoringSink;
  readonly series: Pick<SeriesStore, 'write'>;
}

export type Taken =
  { readonly kind: 'accepted'; readonly answer: Buffer | null } | { readonly kind: 'apart'; readonly reason: QuarantineReason };

const apart = (reason: QuarantineReason): Taken => ({ kind: 'apart', reason });

/** Everything of the message but the access password, so that the digest may be shown. */
const digestOfSegment = ({ qn, st, cn, mn, cp }: Segment): string => digestOf(`QN=${qn ?? ''};ST=${st};CN=${cn};MN=${mn};CP=&&${cp}&&`);

const measured = ({ code, avg, min, max, cou, flag }: PollutantValues): readonly MeasuredValue[] => {
  if (avg === undefined && min === undefined && max === undefined && cou === undefined && flag === undefined) return [];

  return [
    {
      pollutant: currentCode(code),
      ...(avg === undefined ? {} : { avg }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(cou === undefined ? {} : { cou }),
      ...(flag === undefined ? {} : { flag }),
    },
  ];
};

const samples = (mn: string, kind: Sample['kind'], at: string, { pollutants }: Content): readonly Sample[] =>
  pollutants.flatMap(({ code, rtd, avg, flag }) => {
    const value = kind === 'realtime' ? rtd : (avg ?? rtd);

    return value === undefined ? [] : [{ mn, code: currentCode(code), at, kind, value, flag: flag ?? null }];
  });

type Keep = (segment: Segment, device: KnownDevice, content: Content) => Promise<boolean>;

/** What becomes of a whole message of a known device; `false` where its content is not what its command says. */
const keepers = ({ sink, series }: IntakeOptions): Readonly<Record<string, Keep>> => {
  const toSeries =
    (kind: Sample['kind']): Keep =>
    async ({ mn }, _device, content) => {
      const rows = content.dataTime === null ? [] : samples(mn, kind, content.dataTime, content);
      await series.write(rows);

      return rows.length > 0;
    };
  const toResult =
    (period: 'hour' | 'day'): Keep =>
    async (segment, { mn, outletId }, { dataTime, pollutants }) => {
      const values = pollutants.flatMap(measured);
      if (dataTime === null || values.length === 0) return false;
      await sink.result({ mn, outletId, period, dataTime, values, frameDigest: digestOfSegment(segment) });

      return true;
    };
  const toRestart: Keep = async (segment, { mn, outletId }, { dataTime, restartTime }) => {
    if (dataTime === null) return false;
    await sink.restart({ mn, outletId, dataTime, restartTime, frameDigest: digestOfSegment(segment) });

    return true;
  };

  return {
    '2011': toSeries('realtime'),
    '2051': toSeries('minute'),
    '2061': toResult('hour'),
    '2031': toResult('day'),
    '2081': toRestart,
  };
};

const answerOf = (segment: Segment): Buffer | null => (wantsAnswer(segment) ? answerTo(segment) : null);

/**
 * Takes in one whole message: is the device known, does it know its password, what is it about.
 * Rejects only where storage failed; then no answer goes out and the device sends again.
 */
export const intake = (options: IntakeOptions): ((segment: Segment) => Promise<Taken>) => {
  const keep = keepers(options);

  return async (segment) => {
    const device = await options.devices.deviceOf(segment.mn);
    if (device === undefined) return apart('unknownDevice');
    if (digestOf(segment.pw) !== device.passwordDigest) return apart('wrongPassword');
    const keeper = keep[segment.cn];
    if (keeper === undefined) return { kind: 'accepted', answer: answerOf(segment) };
    const content = parseContent(segment.cp);
    if (content === undefined) return apart('notASegment');
    try {
      return (await keeper(segment, device, content)) ? { kind: 'accepted', answer: answerOf(segment) } : apart('notASegment');
    } catch (error) {
      if (hasCode(error, 'GUARD_REFUSED')) return apart('refused');
      throw error;
    }
  };
};
