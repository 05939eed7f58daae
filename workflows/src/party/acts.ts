import { z } from 'zod';
import { WHOLE } from '../kernel/act';
import { date, decimal, enumOf, flag, id, list, namedPerson, object, text, type NamedPerson } from '../kernel/input';
import { isCreditCode } from './credit-code';
import { PARTY_KINDS } from './events';
import { newDevice, newOutlet, outletOfThisParty } from './guards/w-06-known-in-register';
import { unitIdentified } from './guards/w-06-unit-identified';
import type { PartyState } from './state';
import { partyAct, type PartyAct } from './party-act';
import { partyIsNotTheLab } from '../lab/guards/w-61-party-is-the-lab';
import { idsOf, notBanned } from '../person/guards/r-122-not-banned';

const jurisdiction = z
  .string()
  .regex(/^\d{6}$/, { error: '应为六位行政区划代码 / six digits, GB/T 2260' })
  .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' });

const party = z.strictObject({
  name: text('名称', 'name', 200),
  kind: enumOf('PartyKind', PARTY_KINDS, { zh: '类别', en: 'kind' }),
  creditCode: z
    .string()
    .refine(isCreditCode, { error: '统一社会信用代码校验不通过 / not a valid unified social credit code' })
    .meta({ zh: '统一社会信用代码（自然人不填）', en: 'unified social credit code, empty for a natural person', scalar: 'String' })
    .optional(),
  jurisdiction,
  address: text('地址', 'address', 300),
  legalRepresentative: text('法定代表人（自然人不填）', 'legal representative, empty for a natural person', 60).optional(),
  keyEntity: flag('是否重点排污单位', 'is it a key discharging entity'),
  keyPermitManagement: flag('是否实行排污许可重点管理', 'is it under key permit management'),
  permitNo: text('排污许可证编号', 'number of the discharge permit', 40).optional(),
});

export const registerParty: PartyAct<'registerParty', typeof party> = {
  name: 'registerParty',
  title: { zh: '登记当事人', en: 'Register a party' },
  by: ['registrar'],
  input: party,
  opens: true,
  basis: ['W-06'],
  target: null,
  targets: (state) => (state.status === 'unknown' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-06', message: { zh: '当事人已登记', en: 'The party is registered already' } }),
  needs: () => ({}),
  guards: [unitIdentified],
  events: ({ permitNo, creditCode, legalRepresentative, ...input }) => [
    {
      type: 'PartyRegistered',
      payload: {
        ...input,
        creditCode: creditCode ?? null,
        legalRepresentative: legalRepresentative ?? null,
        permitNo: permitNo ?? null,
      },
    },
  ],
};

const positive = (value: string): boolean => !value.startsWith('-') && !/^[0.]+$/.test(value);

const limit = object(
  'OutletLimitInput',
  {
    pollutant: text('污染物编码', 'pollutant code', 20),
    period: enumOf('LimitPeriod', { hour: '小时均值', day: '日均值' }, { zh: '限值周期', en: 'period of the limit' }),
    limit: decimal('限值', 'limit').refine(positive, { error: '限值应大于零 / a limit is more than zero' }),
    unit: text('单位', 'unit', 20),
    standard: text('排放标准或许可条款', 'standard or permit clause', 200),
  },
  { zh: '排放限值', en: 'discharge limit' },
);

export const registerOutlet = partyAct({
  name: 'registerOutlet',
  title: { zh: '登记排放口', en: 'Register an outlet' },
  input: z.strictObject({
    outletId: id('排放口编号', 'id of the outlet'),
    name: text('名称', 'name', 200),
    medium: enumOf('OutletMedium', { water: '废水', air: '废气' }, { zh: '介质', en: 'medium' }),
    main: flag('是否主要排放口', 'is it a main outlet'),
    limits: list(limit, '排放限值', 'limits', { max: 200 }),
  }),
  guards: [outletOfThisParty, newOutlet],
  events: (input) => [{ type: 'OutletRegistered', payload: input }],
});

interface Keeps {
  readonly keeper?: NamedPerson | undefined;
}

export const registerDevice = partyAct({
  name: 'registerDevice',
  title: { zh: '登记自动监测设备', en: 'Register an automatic monitoring device' },
  input: z.strictObject({
    mn: z
      .string()
      .regex(/^[\w-]{1,24}$/, { error: '设备唯一标识格式不正确 / not a well-formed MN' })
      .meta({ zh: '设备唯一标识（MN）', en: 'device id (MN)', scalar: 'ID' }),
    outletId: id('排放口编号', 'id of the outlet'),
    model: text('型号', 'model', 120),
    passwordDigest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, { error: '应为口令的 sha256 摘要 / sha256: digest of the access password' })
      .meta({ zh: '访问口令摘要', en: 'digest of the access password', scalar: 'String' }),
    omProvider: text('运维机构', 'operator', 200).optional(),
    keeper: namedPerson.optional(),
  }),
  needs: ({ keeper }) => ({ persons: idsOf({ keeper }) }),
  guards: [newDevice, ...notBanned<Keeps, PartyState>({ named: ({ keeper }) => ({ keeper }) })],
  events: ({ omProvider, keeper, ...input }) => [
    { type: 'DeviceRegistered', payload: { ...input, omProvider: omProvider ?? null, ...(keeper === undefined ? {} : { keeper }) } },
  ],
});

export const recordLabCertificate = partyAct({
  name: 'recordLabCertificate',
  title: { zh: '登记资质认定证书', en: 'Record a certificate of a lab' },
  input: z.strictObject({
    certificateNo: text('证书编号', 'number', 60),
    validFrom: date('有效期始', 'valid from'),
    validTo: date('有效期止', 'valid to'),
    scope: text('资质范围', 'scope', 2000),
  }),
  basis: ['R-109'],
  events: (input) => [{ type: 'LabCertificateRecorded', payload: input }],
});

export const recordLabContract = partyAct({
  name: 'recordLabContract',
  title: { zh: '登记监测委托合同', en: 'Record a contract of a lab with an entity' },
  input: z.strictObject({
    contractNo: text('合同编号', 'number', 80),
    entityId: id('委托单位编号', 'id of the client'),
    kind: enumOf(
      'LabContractKind',
      { selfMonitoring: '自行监测', comparisonTest: '比对监测', operation: '运维' },
      { zh: '合同类别', en: 'kind' },
    ),
    from: date('合同期始', 'from'),
    to: date('合同期止', 'to').optional(),
  }),
  basis: ['R-033', 'R-077'],
  guards: [partyIsNotTheLab<{ readonly entityId: string }, PartyState>('W-61', ({ entityId }, subject) => [entityId, subject])],
  events: ({ to, ...input }) => [{ type: 'LabContractRecorded', payload: { ...input, to: to ?? null } }],
});

export const partyActs = [registerParty, registerOutlet, registerDevice, recordLabCertificate, recordLabContract] as const;
