import fc from 'fast-check';
import { penaltyDays, penaltySum } from '..';
import { byRule } from '../testing/by-rule';
import { finding, investigationReported, LI, penaltyOpened, problemFound, WANG } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const JUNE = '2024-06-03T09:00:00+08:00';

const decided: readonly Fact[] = [
  problemFound(),
  { type: 'InvestigationOpened', payload: { investigators: [LI, WANG] } },
  investigationReported(finding()),
  penaltyOpened(),
  {
    type: 'PenaltyNoticeServed',
    payload: {
      penaltyId: 'penalty-1',
      docNo: '告1',
      plannedFine: '100000',
      facts: '超标',
      legalBasis: '法',
      hearingRight: false,
      servedOn: '2024-03-01',
    },
  },
  { type: 'StatementWaived', payload: { penaltyId: 'penalty-1', on: '2024-03-02' } },
  { type: 'LegalReviewCompleted', payload: { penaltyId: 'penalty-1', opinion: '同意' } },
  {
    type: 'PenaltyDecided',
    payload: {
      penaltyId: 'penalty-1',
      docNo: '罚1',
      decidedOn: '2024-03-20',
      fine: '100000',
      facts: '超标',
      legalBasis: '法',
      reasons: '理',
      collectiveDiscussion: null,
    },
  },
];

const ordered = (servedOn = '2024-04-02', id = 'dailyPenalty-1'): Fact => ({
  type: 'StopOrderServed',
  payload: {
    dailyPenaltyId: id,
    penaltyId: 'penalty-1',
    partyId: 'plant',
    problemIds: ['problem-1'],
    docNo: null,
    servedOn,
    monitoringReportOn: null,
    after: null,
  },
});

const refused = (inspectedOn = '2024-04-23'): Fact => ({
  type: 'ReinspectionRecorded',
  payload: { dailyPenaltyId: 'dailyPenalty-1', inspectedOn, unannounced: true, result: 'continuing', facts: '仍超标' },
});
const corrected: Fact = {
  type: 'DailyCycleEnded',
  payload: { dailyPenaltyId: 'dailyPenalty-1', inspectedOn: '2024-04-20', facts: '达标' },
};
const noticed: Fact = {
  type: 'DailyPenaltyNoticeServed',
  payload: { dailyPenaltyId: 'dailyPenalty-1', docNo: null, servedOn: '2024-04-24' },
};

const serve = { penaltyId: 'penalty-1', partyId: 'plant', servedOn: '2024-05-06' };
const again = { dailyPenaltyId: 'dailyPenalty-1', inspectedOn: '2024-04-23', unannounced: true, result: 'continuing', facts: '仍超标' };
const decide = { dailyPenaltyId: 'dailyPenalty-1', decidedOn: '2024-05-10', days: 21, amount: '2100000' };
const at = { at: JUNE };

byRule('CDP-05', {
  fires: [
    [
      'refuses an order before any fine was decided',
      () =>
        void given(...decided.slice(0, 7))
          .when('serveStopOrder', serve, at)
          .thenOutOfTurn('CDP-05'),
    ],
    [
      'refuses another party than the one that was fined',
      () =>
        void given(...decided)
          .when('serveStopOrder', { ...serve, partyId: 'other' }, at)
          .thenRefused({ rule: 'CDP-05' }),
    ],
  ],
  passes: [
    [
      'lets the order be served on a fine that is not yet paid',
      () =>
        void given(...decided)
          .when('serveStopOrder', serve, at)
          .then('StopOrderServed'),
    ],
  ],
});

byRule('CDP-10', {
  fires: [
    [
      'refuses a re-inspection that was announced',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, unannounced: false }, at)
          .thenRefused({ rule: 'CDP-10' }),
    ],
    [
      'refuses one later than thirty days after the order',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, inspectedOn: '2024-05-07' }, at)
          .thenRefused({ rule: 'CDP-10', zh: '2024-05-06' }),
    ],
  ],
  passes: [
    [
      'takes one in time',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', again, at)
          .then('ReinspectionRecorded'),
    ],
    [
      'takes one that is known by its month only',
      () =>
        void given(...decided, ordered('2024'))
          .when('recordReinspection', { ...again, inspectedOn: '2024-06' }, at)
          .then('ReinspectionRecorded'),
    ],
  ],
});

byRule('CDP-13', {
  fires: [
    [
      'ends the cycle where the discharge was corrected',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, result: 'corrected' }, at)
          .then('DailyCycleEnded'),
    ],
    [
      'leaves no fine to decide',
      () =>
        void given(...decided, ordered(), corrected)
          .when('decideDailyPenalty', decide, at)
          .thenOutOfTurn('CDP-07'),
    ],
  ],
  passes: [
    [
      'counts an obstructed re-inspection as a refusal',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, result: 'obstructed' }, at)
          .then('ReinspectionRecorded'),
    ],
  ],
});

byRule('CDP-17', {
  fires: [
    [
      'refuses a number of days that the two days do not give',
      () =>
        void given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', { ...decide, days: 22, amount: '2200000' }, at)
          .thenRefused({ rule: 'CDP-19', zh: '21日' }),
    ],
    [
      'refuses a re-inspection before the order',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, inspectedOn: '2024-04-01' }, at)
          .thenRefused({ rule: 'CDP-17', code: 'INVALID_INPUT' }),
    ],
  ],
  passes: [
    [
      'counts from the day after service to the day of the finding',
      () =>
        void given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', decide, at)
          .then('DailyPenaltyDecided'),
    ],
    [
      'takes the stated days where the year only of the order is known',
      () =>
        void given(...decided, ordered('2024'), refused('2024'), noticed)
          .when('decideDailyPenalty', decide, at)
          .then('DailyPenaltyDecided'),
    ],
  ],
});

byRule('CDP-18', {
  fires: [
    [
      'asks for a new penalty decision after a correction',
      () =>
        void given(...decided, ordered(), corrected)
          .when('serveStopOrder', serve, at)
          .thenRefused({ rule: 'CDP-18' }),
    ],
  ],
  passes: [
    [
      'lets a further order follow a re-inspection that found a refusal',
      () =>
        void given(...decided, ordered(), refused())
          .when('serveStopOrder', serve, at)
          .then('StopOrderServed'),
    ],
  ],
});

byRule('CDP-19', {
  fires: [
    [
      'refuses another sum than the original fine for each day',
      () =>
        void given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', { ...decide, amount: '2000000' }, at)
          .thenRefused({ rule: 'CDP-19', zh: '2100000.00元', weighty: true }),
    ],
  ],
  passes: [
    [
      'takes 100,000 yuan for 21 days: 2,100,000',
      () =>
        void given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', decide, at)
          .then('DailyPenaltyDecided'),
    ],
  ],
});

describe('days and sum', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('count each day once, whatever the calendar does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (served, more) => {
        const found = new Date(Date.parse(served) + more * 86_400_000).toISOString().slice(0, 10);
        expect(penaltyDays(served, found)).toEqual({ days: more, atLeast: more, atMost: more });
      }),
    );
  });

  it('hold the days within bounds where a day is known in part', () => {
    expect(penaltyDays('2024-04', '2024-05-10')).toEqual({ days: null, atLeast: 10, atMost: 39 });
  });

  it('are exact to the cent', () => {
    expect(penaltySum('0.10', 3)).toBe('0.30');
    expect(penaltySum('163643.33', 365)).toBe('59729815.45');
  });
});

const BEFORE_2015 = { at: '2014-12-31T09:00:00+08:00' };
const UNDER_THE_CODE = { at: '2026-09-10T09:00:00+08:00' };

byRule('CDP-07', {
  fires: [
    [
      'nothing is decided before the original penalty, the order and the re-inspection',
      () =>
        void given(...decided)
          .when('decideDailyPenalty', decide, at)
          .thenOutOfTurn('CDP-07'),
    ],
  ],
  passes: [
    [
      'after them it is',
      () =>
        void given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', decide, at)
          .then('DailyPenaltyDecided'),
    ],
  ],
});

byRule('CDP-08', {
  fires: [
    [
      'an order later than three working days after the monitoring report is pointed out and stands',
      () =>
        void given(...decided)
          .when('serveStopOrder', { ...serve, monitoringReportOn: '2024-04-26' }, at)
          .then('StopOrderServed')
          .thenWarned('CDP-08'),
    ],
  ],
  passes: [
    [
      'within them nothing is said: the holiday of May and the shifted working day are counted as they were',
      () =>
        void given(...decided)
          .when('serveStopOrder', { ...serve, monitoringReportOn: '2024-04-28' }, at)
          .then('StopOrderServed')
          .thenWarned(),
    ],
    [
      'nor where it was evident on the spot',
      () =>
        void given(...decided)
          .when('serveStopOrder', serve, at)
          .thenWarned(),
    ],
  ],
});

byRule('CDP-09', {
  fires: [
    [
      'the order to stop rests on it',
      () =>
        void given(...decided)
          .when('serveStopOrder', serve, at)
          .thenRestsOn('CDP-09'),
    ],
  ],
  passes: [
    [
      'before the order of 2014 took effect it does not',
      () =>
        void given(...decided)
          .when('serveStopOrder', serve, BEFORE_2015)
          .thenDoesNotRestOn('CDP-09'),
    ],
  ],
});

byRule('CDP-12', {
  fires: [
    [
      'still discharging, or obstructing, is a refusal',
      () => {
        for (const result of ['continuing', 'obstructed']) {
          given(...decided, ordered())
            .when('recordReinspection', { ...again, result }, at)
            .then('ReinspectionRecorded')
            .thenRestsOn('CDP-12');
        }
      },
    ],
  ],
  passes: [
    [
      'corrected is none',
      () =>
        void given(...decided, ordered())
          .when('recordReinspection', { ...again, result: 'corrected' }, at)
          .then('DailyCycleEnded'),
    ],
  ],
});

byRule('CODE-1060', {
  fires: [
    [
      'under the code no order follows a penalty that was never decided',
      () =>
        void given(...decided.slice(0, 7))
          .when('serveStopOrder', serve, UNDER_THE_CODE)
          .thenOutOfTurn('CDP-05'),
    ],
    [
      'the order, the re-inspection and the decision rest on it',
      () => {
        given(...decided)
          .when('serveStopOrder', serve, UNDER_THE_CODE)
          .thenRestsOn('CODE-1060');
        given(...decided, ordered(), refused(), noticed)
          .when('decideDailyPenalty', decide, UNDER_THE_CODE)
          .then('DailyPenaltyDecided')
          .thenRestsOn('CODE-1060');
      },
    ],
  ],
  passes: [
    [
      'before the code they do not',
      () =>
        void given(...decided)
          .when('serveStopOrder', serve, at)
          .thenDoesNotRestOn('CODE-1060'),
    ],
  ],
});
