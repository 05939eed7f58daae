import { z } from 'zod';
import { dayOf } from '../calendar';
import { docNo, enumOf, id, partialDate, text } from '../kernel/input';
import { registerActs } from '../kernel/register-act';
import { parameterAt } from '../regulation';
import { ENVIRONMENTAL_INFORMATION, type PublicationEvent } from './events';
import type { PublicationLedger } from './evolve';
import { agreedOrReferred, municipalOnly } from './guards/r-172-one-publisher';
import { publicationProcedure } from './machine';

const { opening, step } = registerActs<PublicationLedger, PublicationEvent>({
  procedure: publicationProcedure,
  notTheStep: { zh: '信息公开台账尚未建立', en: 'The ledger of publications has not been opened' },
});

/** The four quarters of a year; each is published by that day of the month after it (O-07). */
const quartersOf = (year: number, dueDay: number): readonly PublicationEvent[] =>
  [1, 2, 3, 4].map((quarter) => ({
    type: 'QuarterlyDisclosureDue',
    payload: {
      quarter: `${year}-Q${quarter}`,
      dueOn: Temporal.PlainDate.from({ year, month: 1, day: dueDay })
        .add({ months: quarter * 3 })
        .toString(),
    },
  }));

export const openPublicationLedger = opening({
  name: 'openPublicationLedger',
  title: { zh: '建立年度信息公开台账', en: 'Open the ledger of publications of a unit and year' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    unit: text('单位', 'unit', 200),
    jurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
    year: z.int().min(2000).max(2100).meta({ zh: '年度', en: 'year', scalar: 'Int' }),
  }),
  basis: ['R-168'],
  events: (input, { jurisdiction, occurredAt }): readonly PublicationEvent[] => {
    const dueDay = parameterAt('jointOperation.disclosureDue', { jurisdiction, on: dayOf(occurredAt) });

    return [{ type: 'PublicationLedgerOpened', payload: input }, ...(typeof dueDay === 'number' ? quartersOf(input.year, dueDay) : [])];
  },
});

export const publishQuarter = step({
  name: 'publishQuarter',
  title: { zh: '公开上一季度现场同步监测与执法', en: 'Publish a quarter of joint operations' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({
    quarter: id('季度，如 2018-Q2', 'quarter, e.g. 2018-Q2'),
    problems: text('发现的问题', 'problems found', 20_000),
    results: text('处理结果', 'results of handling', 20_000),
    channel: text('公开渠道', 'channel', 200),
    url: z.url().max(500).meta({ zh: '网址', en: 'address', scalar: 'String' }).optional(),
    publishedOn: partialDate('公开日期', 'day of publication'),
  }),
  basis: ['R-168'],
  event: 'QuarterlyDisclosurePublished',
  target: 'quarter',
  targets: ({ quarters }) => quarters.filter((quarter) => !quarter.published).map((quarter) => quarter.id),
  outOfTurn: { rule: ['R-168', 'W-02'], message: { zh: '没有待公开的该季度', en: 'This quarter does not wait to be published' } },
  events: ({ url, ...input }) => [{ type: 'QuarterlyDisclosurePublished', payload: { ...input, url: url ?? null } }],
});

export const publishAutomaticData = step({
  name: 'publishAutomaticData',
  title: { zh: '公开重点单位自动监测数据', en: 'Record that automatic data of a key entity were published' },
  by: ['monitoringControlCentre', 'monitoringUnit'],
  input: z.strictObject({
    partyId: id('重点单位编号', 'id of the key entity'),
    platform: text('公开平台', 'platform', 200),
    period: text('数据时段', 'period of the data', 100),
    reference: text('公开编号或网址', 'reference', 300),
    publishedOn: partialDate('公开日期', 'day of publication'),
  }),
  basis: ['R-171'],
  event: 'AutomaticDataPublished',
  events: (input) => [{ type: 'AutomaticDataPublished', payload: input }],
});

export const publishEnvironmentalInformation = step({
  name: 'publishEnvironmentalInformation',
  title: { zh: '发布环境质量和重大环境信息', en: 'Publish environmental quality or major environmental information' },
  by: [
    'authorityHead',
    'enforcementAgency',
    'monitoringUnit',
    'monitoringControlCentre',
    'lineDepartment',
    'marketRegulator',
    'localPartyGovernment',
  ],
  input: z.strictObject({
    kind: enumOf('EnvironmentalInformation', ENVIRONMENTAL_INFORMATION, { zh: '信息类别', en: 'kind' }),
    title: text('标题', 'title', 300),
    channel: text('发布渠道', 'channel', 200),
    publishedOn: partialDate('发布日期', 'day of publication'),
    agreementNo: docNo('协商一致的文号', 'number of the agreement'),
    reference: text('采用的已公开信息出处', 'published source that is referred to', 300).optional(),
  }),
  basis: [],
  event: 'EnvironmentalInformationPublished',
  guards: [municipalOnly, agreedOrReferred],
  events: ({ agreementNo, reference, ...input }) => [
    {
      type: 'EnvironmentalInformationPublished',
      payload: { ...input, agreementNo: agreementNo ?? null, reference: reference ?? null },
    },
  ],
});

export const publicationActs = [openPublicationLedger, publishQuarter, publishAutomaticData, publishEnvironmentalInformation] as const;
