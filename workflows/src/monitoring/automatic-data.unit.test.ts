import { ACTS, carriedRules } from '..';
import { byRule } from '../testing/by-rule';
import {
  determinedCase,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  PLANT,
  statementWaived,
} from '../testing/facts';
import { CHANGCHUN, given } from '../testing/given';

const { collectiveDiscussion: _none, ...decision } = penaltyDecided().payload;

const onAutomaticData = determinedCase({}, { jurisdiction: CHANGCHUN, source: 'automaticData', suspicionIds: ['plant.1-s1'] });

const dayMean = (flag: string) => ({
  deviceMn: 'MN-1',
  period: 'day',
  dataTime: '2024-08-29T00:00:00+08:00',
  values: [{ pollutant: 'w01018', avg: '80', flag }],
  frameDigest: 'sha256:1',
});

const heard = (flag: string) =>
  given().when('recordMonitoringResult', dayMean(flag), { subject: 'plant.1', in: CHANGCHUN, parties: { plant: PLANT } });

const engines = (id: string): readonly string[] =>
  carriedRules(new Map())
    .filter(({ entry }) => entry.id === id)
    .flatMap(({ carriers }) => carriers.map(({ engine }) => engine));

const auditing = ACTS.flatMap(({ acts }) => acts).filter(
  ({ name, title }) => /audit|validity/i.test(name) || title.zh.includes('有效性审核'),
);

byRule('R-104', {
  fires: [
    [
      'a result is screened the moment that it comes in, nobody audits its validity first',
      () => heard('N').then('MonitoringResultRecorded', 'SuspicionRaised'),
    ],
    [
      'no act of the product is an audit of validity, and no guard stands in its place',
      () => {
        expect(auditing).toEqual([]);
        expect(engines('R-104')).toEqual(['absence']);
      },
    ],
  ],
  passes: [['what the equipment itself flags as faulty speaks of no discharge', () => heard('D').then('MonitoringResultRecorded')]],
});

byRule('R-106', {
  fires: [
    [
      'a penalty is decided on automatic data alone, without a monitoring report by hand',
      () =>
        given(...onAutomaticData, penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted)
          .when('decidePenalty', decision)
          .then('PenaltyDecided'),
    ],
    ['no guard refuses data for being automatic', () => expect(engines('R-106')).toEqual(['absence'])],
  ],
  passes: [
    [
      'a decision out of its turn is refused whatever data it rests on',
      () =>
        given(...onAutomaticData, penaltyOpened())
          .when('decidePenalty', decision)
          .thenRefused({ rule: 'W-02', code: 'WRONG_STAGE' }),
    ],
  ],
});
