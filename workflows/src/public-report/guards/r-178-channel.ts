import { dayOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import { parameterAt } from '../../regulation';
import type { ReportChannel, ReportMatter } from '../events';

interface Input {
  readonly channel: ReportChannel;
  readonly matter: ReportMatter;
}

/** the channels of the place; where none is named any will do. */
export const configuredChannel: Guard<Input, unknown> = {
  rule: 'R-178',
  check: ({ channel }, { jurisdiction, occurredAt }) => {
    const channels = parameterAt('reportChannels', { jurisdiction, on: dayOf(occurredAt) });
    if (channels === undefined || (channels as readonly string[]).includes(channel)) return undefined;

    return {
      message: {
        zh: '该渠道不在本地受理渠道之列，请登记实际来源渠道',
        en: 'This is none of the channels of the place; enter the real one',
      },
    };
  },
};

/** 12369 and 12365 take reports of data fraud; the latter nothing else of ours. */
export const fraudHotline: Guard<Input, unknown> = {
  rule: 'R-181',
  applies: ({ channel }) => channel === 'hotline12369' || channel === 'hotline12365',
  check: ({ channel, matter }) =>
    channel === 'hotline12365' && matter !== 'dataFraud'
      ? { message: { zh: '12365渠道受理监测数据弄虚作假举报', en: '12365 takes reports of data fraud' } }
      : undefined,
};
