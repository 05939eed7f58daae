import fc from 'fast-check';
import type { MonitoringEvent } from '..';
import { given, JINING } from '../testing/given';
import { COD_LIMIT, deviceRegistered, outletRegistered, partyRegistered, PLANT } from '../testing/facts';

const at = { subject: 'plant.1', parties: { plant: PLANT } };
const START = Temporal.PlainDateTime.from('2024-08-01T00:00:00');
const hour = (nth: number): string => `${START.add({ hours: nth }).toString({ smallestUnit: 'second' })}+08:00`;

type Result = Extract<MonitoringEvent, { type: 'MonitoringResultRecorded' }>['payload'];
const daily = (values: Result['values'], over: Partial<Result> = {}): Result => ({
  deviceMn: 'MN-1',
  period: 'day',
  dataTime: '2024-08-29T00:00:00+08:00',
  values,
  frameDigest: 'sha256:day',
  ...over,
});
const hourly = (nth: number, value: Result['values'][number]): Result =>
  daily([value], { period: 'hour', dataTime: hour(nth), frameDigest: `sha256:${nth}` });
const recorded = (payload: Result) => ({ type: 'MonitoringResultRecorded', payload }) as const;
const steady = (count: number, value: Result['values'][number]) => Array.from({ length: count }, (_, nth) => recorded(hourly(nth, value)));

describe('a daily mean', () => {
  it('above the day limit raises a suspicion, never a violation, with the rule and its input', () => {
    const result = daily([{ pollutant: 'w01018', avg: '50.01', flag: 'N' }]);
    given()
      .when('recordMonitoringResult', result, at)
      .thenRecorded(recorded(result), {
        type: 'SuspicionRaised',
        payload: {
          suspicionId: 'plant.1-s1',
          kind: 'dailyMeanExceedance',
          partyId: 'plant',
          outletId: 'plant.1',
          jurisdiction: JINING,
          pollutant: 'w01018',
          dataTime: '2024-08-29T00:00:00+08:00',
          value: '50.01',
          limit: '50',
          unit: 'mg/L',
          screening: 'R-048 dailyMean(w01018)=50.01 > 50 mg/L [GB 18918-2002]',
          pushedTo: 'enforcementAgency',
        },
      })
      .thenRestsOn('R-048');
  });

  it.each([
    ['at the limit', daily([{ pollutant: 'w01018', avg: '50.00' }])],
    ['of another pollutant', daily([{ pollutant: 'w21003', avg: '500' }])],
    ['of an hour', daily([{ pollutant: 'w01018', avg: '500' }], { period: 'hour' })],
    ['under maintenance', daily([{ pollutant: 'w01018', avg: '500', flag: 'M' }])],
    ['without a mean', daily([{ pollutant: 'w01018', cou: '500' }])],
  ])('%s raises none', (_what, result) => {
    given().when('recordMonitoringResult', result, at).then('MonitoringResultRecorded');
  });

  it('is held against the limit exactly, digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 20n), fc.bigInt(1n, 10n ** 20n), (mean, limit) => {
        const text = (value: bigint) => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
        const plant = [partyRegistered(), outletRegistered({ limits: [{ ...COD_LIMIT, limit: text(limit) }] }), deviceRegistered];
        const types = mean > limit ? ['MonitoringResultRecorded', 'SuspicionRaised'] : ['MonitoringResultRecorded'];
        given()
          .when('recordMonitoringResult', daily([{ pollutant: 'w01018', avg: text(mean) }]), { ...at, parties: { plant } })
          .then(...types);
      }),
    );
  });
});

describe('hourly means', () => {
  const same = { pollutant: 'w01018', avg: '31.2', flag: 'N' };
  const next = (count: number, before: readonly ReturnType<typeof recorded>[] = steady(count, same)) =>
    given(...before).when('recordMonitoringResult', hourly(count, same), at);

  it('that stand still for twenty hours look made, and say so once', () => {
    next(18).then('MonitoringResultRecorded');
    next(19).then('MonitoringResultRecorded', 'SuspicionRaised');
    next(20).then('MonitoringResultRecorded');
  });

  it('that moved in between do not', () => {
    const moved = [...steady(10, same), recorded(hourly(10, { ...same, avg: '31.3' })), ...steady(9, same)];
    next(20, moved).then('MonitoringResultRecorded');
  });

  it('are not counted while the device is flagged, so that a pause neither makes nor hides a suspicion', () => {
    const paused = [...steady(19, same), recorded(hourly(19, { ...same, flag: 'M' }))];
    next(20, paused).then('MonitoringResultRecorded', 'SuspicionRaised');
    next(19, steady(19, { ...same, flag: 'M' })).then('MonitoringResultRecorded');
  });

  it('over range or below zero are anomalies of their own', () => {
    given()
      .when('recordMonitoringResult', hourly(0, { pollutant: 'w01018', avg: '999', flag: 'T' }), at)
      .then('MonitoringResultRecorded', 'SuspicionRaised');
    given()
      .when('recordMonitoringResult', hourly(0, { pollutant: 'w01018', avg: '-0.1' }), at)
      .then('MonitoringResultRecorded', 'SuspicionRaised');
    given()
      .when('recordMonitoringResult', hourly(0, { pollutant: 'w01018', avg: '-0.1', flag: 'C' }), at)
      .then('MonitoringResultRecorded');
  });
});

describe('a frame', () => {
  const result = daily([{ pollutant: 'w01018', avg: '80' }]);

  it('sent again is no new fact and raises nothing', () => {
    given(recorded(result)).when('recordMonitoringResult', result, at).thenRecorded();
  });

  it('from a device that is not registered at the outlet is refused', () => {
    given()
      .when('recordMonitoringResult', { ...result, deviceMn: 'MN-9' }, at)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'MN-9' });
    given()
      .when('recordMonitoringResult', result, { ...at, subject: 'plant.2' })
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
    given()
      .when('recordEquipmentRestart', { deviceMn: 'MN-9', dataTime: result.dataTime }, at)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });

  it('of a restart is recorded', () => {
    given()
      .when('recordEquipmentRestart', { deviceMn: 'MN-1', dataTime: result.dataTime }, at)
      .thenRecorded({ type: 'EquipmentRestarted', payload: { deviceMn: 'MN-1', dataTime: result.dataTime, restartTime: null } });
  });

  it('without values, or with a value that is no decimal, is none', () => {
    given().when('recordMonitoringResult', daily([]), at).thenInvalid('values');
    given()
      .when('recordMonitoringResult', daily([{ pollutant: 'w01018', avg: 'NaN' }]), at)
      .thenInvalid('values.0.avg');
  });
});
