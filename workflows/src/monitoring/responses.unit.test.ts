import { byRule } from '../testing/by-rule';
import { dutiesIn, isOwed } from '../testing/duties';
import { COD_LIMIT, deviceRegistered, outletRegistered, partyRegistered, PLANT, suspicionRaised } from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING, LANZHOU } from '../testing/given';

const JILIN = '220200';
const plantIn = (jurisdiction: string) => [partyRegistered({ jurisdiction }), outletRegistered(), deviceRegistered] as const;
const at = (jurisdiction: string) => ({ subject: 'plant.1', in: jurisdiction, parties: { plant: plantIn(jurisdiction) } });
const in2018 = { at: '2018-06-01T09:00:00+08:00' } as const;
const raised = (kind: 'dailyMeanExceedance' | 'dataAnomaly' = 'dataAnomaly', jurisdiction = JINING) =>
  ({ type: 'SuspicionRaised', payload: { ...suspicionRaised.payload, kind, jurisdiction } }) as const;
const answer = { suspicionId: 'plant.1-s1', response: 'explained', content: '设备校准' };
const answered = (over: object = {}) =>
  ({ type: 'SuspicionResponded', payload: { ...answer, siteInvestigatedOn: null, caseId: null, ...over } }) as never;

byRule('R-019', {
  fires: [
    [
      'every abnormal or above-limit event is owed a response',
      () => {
        expect(
          isOwed('suspicionResponse/plant.1-s1', 'outlet', { ...raised('dailyMeanExceedance', LANZHOU), ...in2018, of: LANZHOU }),
        ).toBe(true);
      },
    ],
    [
      'a response that says a case was opened says which',
      () => {
        given(raised())
          .when('respondToSuspicion', { ...answer, response: 'caseOpened' }, { ...at(LANZHOU), ...in2018 })
          .thenRefused({ rule: 'R-019', missing: ['案件编号'] });
      },
    ],
  ],
  passes: [
    [
      'once responded to it is off the list',
      () => {
        given(raised())
          .when('respondToSuspicion', answer, { ...at(LANZHOU), ...in2018 })
          .then('SuspicionResponded')
          .thenRestsOn('R-019');
        expect(
          isOwed('suspicionResponse/plant.1-s1', 'outlet', { ...raised('dataAnomaly', LANZHOU), ...in2018, of: LANZHOU }, {
            ...(answered() as object),
            ...in2018,
          } as never),
        ).toBe(false);
      },
    ],
    [
      'the plan was one for 2018',
      () => {
        given(raised()).when('respondToSuspicion', answer, at(LANZHOU)).then('SuspicionResponded').thenDoesNotRestOn('R-019');
      },
    ],
  ],
});

const own = { by: 'li', as: 'dischargingEntity' } as const;
const flag = {
  deviceMn: 'MN-1',
  kind: 'transmission',
  cause: '光纤中断',
  discoveredAt: '2024-08-29T02:10:00+08:00',
  from: '2024-08-29T02:00:00+08:00',
  suspicionIds: ['plant.1-s1'],
} as const;
const flagged = { type: 'AnomalyFlagged', payload: { flagId: 'flag-1', ...flag } } as const;

byRule('R-058', {
  fires: [
    [
      'an anomaly is owed a report by data flag',
      () => {
        expect(dutiesIn('outlet', { ...raised('dataAnomaly', JILIN), of: JILIN }).get('anomalyReport/plant.1-s1')).toMatchObject({
          owedBy: 'dischargingEntity',
          status: 'open',
        });
      },
    ],
    [
      'nobody flags the data of another entity',
      () => {
        given(raised())
          .when('flagAnomaly', flag, { ...at(JILIN), ...own })
          .thenRefused({ rule: 'W-10', code: 'NOT_COMPETENT', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'the flag answers it, with when it was found',
      () => {
        expect(
          isOwed('anomalyReport/plant.1-s1', 'outlet', { ...raised('dataAnomaly', JILIN), of: JILIN }, { ...flagged, of: JILIN }),
        ).toBe(false);
        const parties = {
          plant: [partyRegistered({ jurisdiction: JILIN, name: '济宁市生态环境局' }), outletRegistered(), deviceRegistered],
        };
        given(raised())
          .when('flagAnomaly', flag, { ...at(JILIN), parties, ...own })
          .thenRecorded(flagged)
          .thenRestsOn('R-058');
        given()
          .when('flagAnomaly', flag, { ...at(JILIN), parties, ...own })
          .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
      },
    ],
    [
      'an exceedance is no transmission anomaly',
      () => {
        expect(isOwed('anomalyReport/plant.1-s1', 'outlet', { ...raised('dailyMeanExceedance', JILIN), of: JILIN })).toBe(false);
      },
    ],
  ],
});

const repaired = {
  type: 'AnomalyFlagClosed',
  payload: { flagId: 'flag-1', repairedAt: '2024-08-29T10:00:00+08:00', measures: '更换光纤' },
} as const;

byRule('R-059', {
  fires: [
    [
      'a flag is owed its repair',
      () => {
        expect(dutiesIn('outlet', { ...flagged, of: JILIN }).get('anomalyRepair/flag-1')).toMatchObject({
          owedBy: 'dischargingEntity',
          status: 'open',
        });
      },
    ],
  ],
  passes: [
    [
      'the repair closes it, once',
      () => {
        const parties = {
          plant: [partyRegistered({ jurisdiction: JILIN, name: '济宁市生态环境局' }), outletRegistered(), deviceRegistered],
        };
        expect(isOwed('anomalyRepair/flag-1', 'outlet', { ...flagged, of: JILIN }, { ...repaired, of: JILIN })).toBe(false);
        given(flagged)
          .when('closeAnomalyFlag', repaired.payload, { ...at(JILIN), parties, ...own })
          .thenRecorded(repaired)
          .thenRestsOn('R-059');
        given(flagged, repaired)
          .when('closeAnomalyFlag', repaired.payload, { ...at(JILIN), parties, ...own })
          .thenOutOfTurn('W-05');
      },
    ],
  ],
});

const comparison = {
  suspicionIds: ['plant.1-s1'],
  testedOn: '2024-08-31',
  testedBy: '济宁市生态环境监测中心',
  passed: false,
  result: '相对误差超限',
};
const compared = {
  type: 'AnomalyComparisonRecorded',
  payload: { testId: 'comparison-1', ...comparison },
  at: '2024-08-31T12:00:00+08:00',
} as const;

byRule('R-060', {
  fires: [
    [
      'abnormal data are owed a comparison test, and the latency is measured',
      () => {
        const opened = { ...raised(), at: '2024-08-30T01:00:00+08:00' } as const;
        expect(isOwed('comparisonAfterAnomaly/plant.1-s1', 'outlet', opened)).toBe(true);
        expect(dutiesIn('outlet', opened, compared).get('comparisonAfterAnomaly/plant.1-s1')).toMatchObject({
          owedBy: 'monitoringUnit',
          openedAt: '2024-08-30T01:00:00+08:00',
          dischargedAt: '2024-08-31T12:00:00+08:00',
        });
        given(raised()).when('recordAnomalyComparison', comparison, at(JINING)).then('AnomalyComparisonRecorded').thenRestsOn('R-060');
      },
    ],
  ],
  passes: [
    [
      'an exceedance calls for none',
      () => {
        expect(isOwed('comparisonAfterAnomaly/plant.1-s1', 'outlet', raised('dailyMeanExceedance'))).toBe(false);
      },
    ],
    [
      'in Jilin the rule is not cited',
      () => {
        given(raised()).when('recordAnomalyComparison', comparison, at(JILIN)).thenDoesNotRestOn('R-060');
      },
    ],
  ],
});

const daily = (avg: string) => ({
  deviceMn: 'MN-1',
  period: 'day',
  dataTime: '2024-08-29T00:00:00+08:00',
  values: [{ pollutant: COD_LIMIT.pollutant, avg, flag: 'N' }],
  frameDigest: `sha256:${avg}`,
});

byRule('R-061', {
  fires: [
    [
      'a daily mean above the limit is a preliminary suspicion, pushed to enforcement at once',
      () => {
        const outcome = given()
          .when('recordMonitoringResult', daily('80'), at(JINING))
          .then('MonitoringResultRecorded', 'SuspicionRaised')
          .thenRestsOn('R-061');
        expect(outcome.events[1]?.payload).toMatchObject({ kind: 'dailyMeanExceedance', pushedTo: 'enforcementAgency' });
      },
    ],
  ],
  passes: [
    [
      'a mean at the limit raises none',
      () => {
        given().when('recordMonitoringResult', daily('50'), at(JINING)).then('MonitoringResultRecorded');
      },
    ],
    [
      'elsewhere the screening still speaks, without that rule',
      () => {
        given()
          .when('recordMonitoringResult', daily('80'), at(BEIJING))
          .then('MonitoringResultRecorded', 'SuspicionRaised')
          .thenDoesNotRestOn('R-061');
      },
    ],
  ],
});

byRule('R-062', {
  fires: [
    [
      'a pushed suspicion is not laid aside from the desk',
      () => {
        given(raised())
          .when('respondToSuspicion', answer, at(JINING))
          .thenRefused({ rule: 'R-062', missing: ['现场调查日期'], weighty: true });
        expect(isOwed('suspicionResponse/plant.1-s1', 'outlet', raised(), answered({ response: 'comparisonTest' }))).toBe(true);
      },
    ],
  ],
  passes: [
    [
      'after the visit, or where a case takes it up, it is',
      () => {
        given(raised())
          .when('respondToSuspicion', { ...answer, siteInvestigatedOn: '2024-08-30' }, at(JINING))
          .then('SuspicionResponded')
          .thenRestsOn('R-062');
        given(raised())
          .when('respondToSuspicion', { ...answer, response: 'caseOpened', caseId: 'case-7' }, at(JINING))
          .then('SuspicionResponded');
        expect(isOwed('suspicionResponse/plant.1-s1', 'outlet', raised(), answered({ siteInvestigatedOn: '2024-08-30' }))).toBe(false);
      },
    ],
    [
      'no rule of Jilin',
      () => {
        given(raised()).when('respondToSuspicion', answer, at(JILIN)).then('SuspicionResponded').thenDoesNotRestOn('R-062');
      },
    ],
  ],
});

const problem = {
  title: '日均值超标',
  source: 'automaticData',
  partyId: 'plant',
  outletId: 'plant.1',
  facts: '化学需氧量日均值超标',
  foundAt: '2024-08-29T09:00:00+08:00',
};

byRule('R-064', {
  fires: [
    [
      'an alarm is recorded with rule, input and time',
      () => {
        const outcome = given().when('recordMonitoringResult', daily('80'), at(CHANGCHUN)).thenRestsOn('R-064');
        expect(outcome.events[1]?.payload).toMatchObject({
          screening: expect.stringContaining('R-048 dailyMean(w01018)=80 > 50'),
          dataTime: '2024-08-29T00:00:00+08:00',
        });
      },
    ],
    [
      'a problem that claims to come from one cites it, or Changchun warns',
      () => {
        given()
          .when('reportProblem', problem, { in: CHANGCHUN, parties: { plant: PLANT } })
          .then('ProblemFound')
          .thenWarned('R-064');
      },
    ],
  ],
  passes: [
    [
      'it opens a clue where it is cited',
      () => {
        given()
          .when(
            'reportProblem',
            { ...problem, suspicionIds: ['plant.1-s1'] },
            { in: CHANGCHUN, parties: { plant: PLANT }, outlets: { 'plant.1': [suspicionRaised] } },
          )
          .then('ProblemFound')
          .thenWarned()
          .thenRestsOn('R-064');
      },
    ],
  ],
});
