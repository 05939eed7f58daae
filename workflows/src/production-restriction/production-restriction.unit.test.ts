import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import { determinedCase, investigatedCase } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const one = { restrictionId: 'restriction-1' };
const noticed = (kind: 'restriction' | 'suspension' = 'restriction'): Fact => ({
  type: 'RestrictionNoticeServed',
  payload: { ...one, kind, partyId: 'plant', problemIds: ['problem-1'], ground: '日均值超标', servedOn: '2024-08-20' },
});
const decision = { ...one, decidedOn: '2024-08-30', until: '2024-11-30', citesMalice: false };
const decided = (until: string | null = '2024-11-30'): Fact => ({
  type: 'RestrictionDecided',
  payload: { ...one, docNo: null, decidedOn: '2024-08-30', until, citesMalice: false, collectiveDiscussion: null },
});
const served: Fact = { type: 'RestrictionServed', payload: { ...one, servedOn: '2024-09-02' } };
const lifted: Fact = { type: 'RestrictionLifted', payload: { ...one, on: '2024-10-15', how: 'completed', evidence: '监测报告达标' } };

describe('a restriction of production', () => {
  it('follows the finding, the notice and the decision', () => {
    const notice = { kind: 'restriction', partyId: 'plant', problemIds: ['problem-1'], ground: '日均值超标', servedOn: '2024-08-20' };
    given(...investigatedCase())
      .when('serveRestrictionNotice', notice)
      .thenOutOfTurn('W-02');
    given(...determinedCase())
      .when('serveRestrictionNotice', notice)
      .thenRecorded(noticed());
    given(...determinedCase())
      .when('decideRestriction', decision)
      .thenOutOfTurn('W-02');
    given(...determinedCase(), noticed(), decided(), served)
      .when('liftRestriction', lifted.payload)
      .thenRecorded(lifted);
  });
});

byRule('RPS-14', {
  fires: [
    [
      'it is served within seven working days',
      () =>
        expect(dutiesAfter([...determinedCase(), noticed(), decided()])).toMatchObject({
          restrictionService: { due: { due: '2024-09-10' } },
        }),
    ],
  ],
  passes: [
    [
      'served, the duty is done',
      () =>
        expect(dutiesAfter([...determinedCase(), noticed(), decided(), served])).toMatchObject({
          restrictionService: { status: 'discharged' },
        }),
    ],
  ],
});

byRule('RPS-15', {
  fires: [
    [
      'three months and a day are too long',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', { ...decision, until: '2024-12-01' })
          .thenRefused({ rule: 'RPS-15', zh: '2024-11-30' }),
    ],
    [
      'a restriction without a last day is none',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', { ...decision, until: undefined })
          .thenRefused({ rule: 'RPS-15', missing: ['限制生产期限'] }),
    ],
    [
      'a suspension has no last day',
      () =>
        given(...determinedCase(), noticed('suspension'))
          .when('decideRestriction', decision)
          .thenRefused({ rule: 'RPS-15', zh: '解除' }),
    ],
    [
      'once extended it is not extended again',
      () =>
        given(...determinedCase(), noticed(), decided(), served, {
          type: 'RestrictionExtended',
          payload: { ...one, until: '2025-02-28', reason: '复杂' },
        })
          .when('extendRestriction', { ...one, until: '2025-03-01', reason: '复杂' })
          .thenRefused({ rule: 'RPS-15' }),
    ],
  ],
  passes: [
    [
      'three months are lawful',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', decision)
          .then('RestrictionDecided'),
    ],
    [
      'and three more',
      () =>
        given(...determinedCase(), noticed(), decided(), served)
          .when('extendRestriction', { ...one, until: '2025-02-28', reason: '复杂' })
          .then('RestrictionExtended'),
    ],
  ],
});

byRule('RPS-16', {
  fires: [
    [
      'the plan is filed and published within fifteen working days',
      () =>
        expect(dutiesAfter([...determinedCase(), noticed(), decided(), served])).toMatchObject({
          restrictionPlan: { owedBy: 'dischargingEntity', due: { due: '2024-09-24' } },
        }),
    ],
  ],
  passes: [
    [
      'filed, the duty is done',
      () =>
        expect(
          dutiesAfter([
            ...determinedCase(),
            noticed(),
            decided(),
            served,
            { type: 'RectificationPlanFiled', payload: { ...one, filedOn: '2024-09-10', publishedAt: '2024-09-10T09:00:00+08:00' } },
          ]),
        ).toMatchObject({
          restrictionPlan: { status: 'discharged' },
        }),
    ],
  ],
});

byRule('RPS-20', {
  fires: [
    [
      'it is checked within thirty days of the lifting',
      () =>
        expect(dutiesAfter([...determinedCase(), noticed(), decided(), served, lifted])).toMatchObject({
          restrictionAfterCheck: { due: { due: '2024-11-14' } },
        }),
    ],
  ],
  passes: [
    [
      'nothing is checked before',
      () => expect(dutiesAfter([...determinedCase(), noticed(), decided(), served])['restrictionAfterCheck']).toBeUndefined(),
    ],
  ],
});

const BEFORE_2015 = { at: '2014-12-31T09:00:00+08:00' };
const notice = (kind: string) => ({ kind, partyId: 'plant', problemIds: ['problem-1'], ground: '日均值超标', servedOn: '2024-08-20' });

byRule('RPS-05', {
  fires: [
    [
      'a restriction rests on it and says its ground',
      () => {
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('restriction'))
          .thenRecorded(noticed())
          .thenRestsOn('RPS-05');
        given(...determinedCase())
          .when('serveRestrictionNotice', { ...notice('restriction'), ground: '' })
          .thenInvalid('ground');
      },
    ],
  ],
  passes: [
    [
      'before the order of 2014 took effect it is no basis',
      () =>
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('restriction'), BEFORE_2015)
          .thenDoesNotRestOn('RPS-05'),
    ],
    [
      'a suspension rests on the next article alone',
      () =>
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('suspension'))
          .thenDoesNotRestOn('RPS-05'),
    ],
  ],
});

byRule('RPS-06', {
  fires: [
    [
      'a suspension rests on it',
      () =>
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('suspension'))
          .thenRecorded(noticed('suspension'))
          .thenRestsOn('RPS-06'),
    ],
  ],
  passes: [
    [
      'a restriction does not',
      () =>
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('restriction'))
          .thenDoesNotRestOn('RPS-06'),
    ],
  ],
});

byRule('RPS-10', {
  fires: [
    [
      'without the notice nothing is decided',
      () =>
        given(...determinedCase())
          .when('decideRestriction', decision)
          .thenOutOfTurn('W-02'),
    ],
    [
      'notice and decision rest on it',
      () => {
        given(...determinedCase())
          .when('serveRestrictionNotice', notice('restriction'))
          .thenRestsOn('RPS-10');
        given(...determinedCase(), noticed())
          .when('decideRestriction', decision)
          .thenRestsOn('RPS-10');
      },
    ],
  ],
  passes: [
    [
      'before the order of 2014 took effect it is no basis',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', decision, BEFORE_2015)
          .thenDoesNotRestOn('RPS-10'),
    ],
  ],
});

byRule('RPS-17', {
  fires: [
    [
      'it is lifted with the monitoring report and the comparison on file',
      () => {
        given(...determinedCase(), noticed(), decided(), served)
          .when('liftRestriction', lifted.payload)
          .thenRecorded(lifted)
          .thenRestsOn('RPS-17');
        given(...determinedCase(), noticed(), decided(), served)
          .when('liftRestriction', { ...lifted.payload, evidence: '' })
          .thenInvalid('evidence');
      },
    ],
  ],
  passes: [
    [
      'nothing is lifted before it was decided',
      () =>
        given(...determinedCase(), noticed())
          .when('liftRestriction', lifted.payload)
          .thenOutOfTurn('W-02'),
    ],
  ],
});

const dissolved = { ...one, on: '2024-10-15', how: 'dissolved', evidence: '注销登记通知书' };

byRule('RPS-18', {
  fires: [
    [
      'where the unit is dissolved, bankrupt or closed the measure ends by this article',
      () =>
        given(...determinedCase(), noticed(), decided(), served)
          .when('liftRestriction', dissolved)
          .then('RestrictionLifted')
          .thenRestsOn('RPS-18'),
    ],
  ],
  passes: [
    [
      'a completed rectification ends it by another one',
      () =>
        given(...determinedCase(), noticed(), decided(), served)
          .when('liftRestriction', lifted.payload)
          .thenDoesNotRestOn('RPS-18'),
    ],
  ],
});

byRule('EPL-60', {
  fires: [
    [
      'the measure rests on the act of 2014',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', decision)
          .then('RestrictionDecided')
          .thenRestsOn('EPL-60'),
    ],
  ],
  passes: [
    [
      'after the code has repealed it, no longer',
      () =>
        given(...determinedCase(), noticed())
          .when('decideRestriction', { ...decision, decidedOn: '2026-09-10', until: '2026-12-10' }, { at: '2026-09-10T09:00:00+08:00' })
          .thenDoesNotRestOn('EPL-60'),
    ],
  ],
});
