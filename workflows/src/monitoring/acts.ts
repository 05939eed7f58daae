import { z } from 'zod';
import { WHOLE, type Act, type Facts } from '../kernel/act';
import { decimal, enumOf, instant, list, object, text } from '../kernel/input';
import type { DeviceEvent, MeasuredValue } from './events';
import { resultKey } from './evolve';
import { deviceOfOutlet } from './guards/w-06-device-of-outlet';
import { partyOfOutlet } from './outlet-id';
import { dailyMeanExceedance } from './screening/r-048-daily-mean-exceedance';
import { dataAnomaly } from './screening/r-061-data-anomaly';
import type { Finding } from './screening/screening';
import type { OutletState } from './state';

type OutletAct<N extends string, I extends z.ZodObject> = Act<N, I, OutletState, DeviceEvent>;

const deviceMn = z
  .string()
  .regex(/^[\w-]{1,24}$/)
  .meta({ zh: '设备唯一标识（MN）', en: 'device id (MN)', scalar: 'ID' });

const measured = object(
  'MeasuredValueInput',
  {
    pollutant: text('污染物编码', 'pollutant code', 20),
    avg: decimal('平均值', 'mean').optional(),
    min: decimal('最小值', 'minimum').optional(),
    max: decimal('最大值', 'maximum').optional(),
    cou: decimal('排放量', 'quantity').optional(),
    flag: text('数据标记', 'data flag', 2).optional(),
  },
  { zh: '监测值', en: 'measured value' },
);

const result = z.strictObject({
  deviceMn,
  period: enumOf('ResultPeriod', { hour: '小时数据', day: '日数据' }, { zh: '数据周期', en: 'period' }),
  dataTime: instant('数据时间', 'start of the period'),
  values: list(measured, '监测值', 'values', { min: 1, max: 200 }),
  frameDigest: text('数据段摘要', 'digest of the data segment', 80),
});

type Result = z.output<typeof result>;

const compact = (value: Result['values'][number]): MeasuredValue => {
  const { pollutant, avg, min, max, cou, flag } = value;

  return {
    pollutant,
    ...(avg === undefined ? {} : { avg }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(cou === undefined ? {} : { cou }),
    ...(flag === undefined ? {} : { flag }),
  };
};

const suspicionOf = (finding: Finding, dataTime: string, facts: Facts<OutletState>, nth: number): DeviceEvent => {
  const { kind, pollutant, value, limit, screening } = finding;

  return {
    type: 'SuspicionRaised',
    payload: {
      suspicionId: `${facts.subject}-s${nth}`,
      kind,
      partyId: partyOfOutlet(facts.subject),
      outletId: facts.subject,
      jurisdiction: facts.jurisdiction,
      pollutant,
      dataTime,
      value,
      limit: limit?.limit ?? null,
      unit: limit?.unit ?? null,
      screening,
      pushedTo: 'enforcementAgency',
    },
  };
};

const limitsAt = (facts: Facts<OutletState>) => {
  const party = facts.registers.party(partyOfOutlet(facts.subject));

  return party.status === 'registered' ? (party.outlets.find((each) => each.outletId === facts.subject)?.limits ?? []) : [];
};

const shared = {
  by: ['deviceGateway'],
  opens: false,
  target: null,
  targets: () => WHOLE,
  outOfTurn: () => ({ rule: 'W-06', message: { zh: '排放口未登记', en: 'The outlet is not registered' } }),
  needs: (_input: unknown, subject: string) => ({ parties: [partyOfOutlet(subject)] }),
  guards: [deviceOfOutlet],
} as const;

/** A result as the device gave it, and what the screening sees in it: a suspicion, never a violation by itself. */
export const recordMonitoringResult: OutletAct<'recordMonitoringResult', typeof result> = {
  ...shared,
  name: 'recordMonitoringResult',
  title: { zh: '登记自动监测结果', en: 'Record an automatic monitoring result' },
  input: result,
  basis: ['R-048', 'R-061', 'R-064'],
  events: (input, facts) => {
    const reported = { ...input, values: input.values.map(compact) };
    // The same frame again is no new fact.
    if (facts.state.seen.includes(resultKey(reported))) return [];
    const limits = limitsAt(facts);
    const findings = [dailyMeanExceedance, dataAnomaly].flatMap((screening) => screening(reported, facts.state, limits));
    const first = facts.state.suspicions.length + 1;

    return [
      { type: 'MonitoringResultRecorded', payload: reported },
      ...findings.map((finding, at) => suspicionOf(finding, input.dataTime, facts, first + at)),
    ];
  },
};

const restart = z.strictObject({
  deviceMn,
  dataTime: instant('上报时间', 'when it was reported'),
  restartTime: instant('开机时间', 'when it was started').optional(),
});

export const recordEquipmentRestart: OutletAct<'recordEquipmentRestart', typeof restart> = {
  ...shared,
  name: 'recordEquipmentRestart',
  title: { zh: '登记设备开机', en: 'Record a restart of the equipment' },
  input: restart,
  basis: [],
  events: ({ restartTime, ...input }) => [{ type: 'EquipmentRestarted', payload: { ...input, restartTime: restartTime ?? null } }],
};

export const outletActs = [recordMonitoringResult, recordEquipmentRestart] as const;
