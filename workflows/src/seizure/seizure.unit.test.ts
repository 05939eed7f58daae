import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import {
  determinedCase,
  filingNotified,
  LI,
  problemFound,
  transferAccepted,
  transferApproved,
  transferProposed,
  transferReceived,
  transferSent,
  WANG,
} from '../testing/facts';
import { given, type Fact } from '../testing/given';

const seizure = {
  kind: 'distraint',
  partyId: 'plant',
  problemIds: ['problem-1'],
  ground: 'evasion',
  articles: ['工控机一台'],
  officers: [LI, WANG],
  servesThePublic: false,
  decidedOn: '2024-08-30',
  until: '2024-09-29',
};
const decided = (over: Partial<Extract<Fact, { type: 'SeizureDecided' }>['payload']> = {}): Fact => ({
  type: 'SeizureDecided',
  payload: {
    seizureId: 'seizure-1',
    kind: 'distraint',
    partyId: 'plant',
    problemIds: ['problem-1'],
    ground: 'evasion',
    articles: ['工控机一台'],
    officers: [LI, WANG],
    docNo: null,
    decidedOn: '2024-08-30',
    until: '2024-09-29',
    urgent: false,
    ...over,
  },
});
const item = { seizureId: 'seizure-1' };
const lifted: Fact = { type: 'SeizureLifted', payload: { ...item, on: '2024-09-13', how: 'handled', reasons: '已处罚' } };

describe('a seizure', () => {
  it('is decided by the head, or made on the spot and approved within 24 hours', () => {
    given(problemFound()).when('decideSeizure', seizure).thenRecorded(decided());
    given(problemFound())
      .when('decideSeizure', seizure, { as: 'enforcementAgency' })
      .thenRecorded(decided({ urgent: true }));
    given(problemFound(), decided({ urgent: true }))
      .when('approveSeizure', item)
      .then('SeizureApproved');
    given(problemFound(), decided()).when('approveSeizure', item).thenOutOfTurn('W-02');
  });

  it('is made by two certified officers', () => {
    given(problemFound())
      .when('decideSeizure', { ...seizure, officers: [LI] })
      .thenRefused({ rule: 'APL-42' });
  });

  it('runs until it is lifted, and the seals are gone', () => {
    const applied: Fact = { type: 'SeizureLiftApplied', payload: { ...item, appliedOn: '2024-09-02', grounds: '已改正' } };
    const refused: Fact = { type: 'SeizureLiftRefused', payload: { ...item, on: '2024-09-05', reasons: '仍需取证' } };
    given(problemFound(), decided(), applied).when('refuseSeizureLift', refused.payload).thenRecorded(refused);
    given(problemFound(), decided(), applied, refused).when('liftSeizure', lifted.payload).thenRecorded(lifted);
    given(problemFound(), decided(), lifted)
      .when('removeSeal', { ...item, servedOn: '2024-09-14' })
      .then('SealRemoved');
    given(problemFound(), decided())
      .when('removeSeal', { ...item, servedOn: '2024-09-14' })
      .thenOutOfTurn('W-02');
  });
});

byRule('SDM-06', {
  fires: [
    [
      'what serves the public is spared',
      () =>
        given(problemFound())
          .when('decideSeizure', { ...seizure, servesThePublic: true })
          .thenRefused({ rule: 'SDM-06', weighty: true }),
    ],
  ],
  passes: [
    ['a plant of its own is not', () => given(problemFound()).when('decideSeizure', seizure).then('SeizureDecided').thenRestsOn('SDM-06')],
  ],
});

byRule('SDM-15', {
  fires: [
    [
      'thirty-one days are too long',
      () =>
        given(problemFound())
          .when('decideSeizure', { ...seizure, until: '2024-09-30' })
          .thenRefused({ rule: 'SDM-15', zh: '2024-09-29' }),
    ],
    [
      'a second extension is one too many',
      () =>
        given(problemFound(), decided(), {
          type: 'SeizureExtended',
          payload: { ...item, until: '2024-10-29', reason: '复杂', toldOn: '2024-09-27' },
        })
          .when('extendSeizure', { ...item, until: '2024-11-28', reason: '复杂', toldOn: '2024-10-27' })
          .thenRefused({ rule: 'SDM-15', zh: '一次' }),
    ],
  ],
  passes: [
    [
      'thirty more days are lawful',
      () =>
        given(problemFound(), decided())
          .when('extendSeizure', { ...item, until: '2024-10-29', reason: '复杂', toldOn: '2024-09-27' })
          .then('SeizureExtended'),
    ],
  ],
});

const crime = [
  ...determinedCase({ finding: 'suspectedCrime' }),
  decided(),
  transferProposed(),
  transferApproved,
  transferSent,
  transferReceived,
  transferAccepted,
] as const;
const handOver = { ...item, transferId: 'transfer-1', list: '工控机一台', on: '2024-09-04' };

byRule('SDM-22', {
  fires: [
    [
      'items stay until the police have filed the case',
      () =>
        given(...crime)
          .when('handOverSeizedItems', handOver)
          .thenRefused({ rule: 'SDM-22', missing: ['transfer-1 的立案通知'] }),
    ],
  ],
  passes: [
    [
      'then they go to them',
      () =>
        given(...crime, filingNotified)
          .when('handOverSeizedItems', handOver)
          .then('SeizedItemsHandedOver'),
    ],
  ],
});

byRule('SDM-13', {
  fires: [
    [
      'an urgent one is approved within 24 hours',
      () =>
        expect(dutiesAfter([problemFound(), decided({ urgent: true })])).toMatchObject({
          seizureApproval: { status: 'open', owedBy: 'authorityHead' },
        }),
    ],
  ],
  passes: [
    [
      'one that the head decided needs no other approval',
      () => expect(dutiesAfter([problemFound(), decided()])['seizureApproval']).toBeUndefined(),
    ],
  ],
});

byRule('SDM-20', {
  fires: [
    [
      'its last day is watched',
      () => expect(dutiesAfter([problemFound(), decided()])).toMatchObject({ seizureEnd: { status: 'open', due: { due: '2024-09-29' } } }),
    ],
  ],
  passes: [
    [
      'lifted, nothing is owed but the seals',
      () =>
        expect(dutiesAfter([problemFound(), decided(), lifted])).toMatchObject({
          seizureEnd: { status: 'discharged' },
          sealRemoval: { status: 'open', due: { due: '2024-09-19' } },
        }),
    ],
  ],
});

const BEFORE_2015 = { at: '2014-12-31T09:00:00+08:00' };

byRule('SDM-04', {
  fires: [
    ['the ground of the seizure is one of the article', () => given(problemFound()).when('decideSeizure', seizure).thenRestsOn('SDM-04')],
    [
      'any other is no ground',
      () =>
        given(problemFound())
          .when('decideSeizure', { ...seizure, ground: 'notPaid' })
          .thenInvalid('ground'),
    ],
  ],
  passes: [
    [
      'before the order of 2014 took effect it is no basis',
      () => given(problemFound()).when('decideSeizure', seizure, BEFORE_2015).thenDoesNotRestOn('SDM-04'),
    ],
  ],
});

byRule('SDM-10', {
  fires: [
    ['the head decides, with the list of what is seized', () => given(problemFound()).when('decideSeizure', seizure).thenRestsOn('SDM-10')],
    [
      'without a list there is none',
      () =>
        given(problemFound())
          .when('decideSeizure', { ...seizure, articles: [] })
          .thenInvalid('articles'),
    ],
  ],
  passes: [
    [
      'before the order of 2014 took effect it is no basis',
      () => given(problemFound()).when('decideSeizure', seizure, BEFORE_2015).thenDoesNotRestOn('SDM-10'),
    ],
  ],
});

byRule('CODE-52', {
  fires: [
    [
      'under the code it is seized where evidence may be lost',
      () =>
        given(problemFound())
          .when(
            'decideSeizure',
            { ...seizure, ground: 'evidenceAtRisk', decidedOn: '2026-09-10', until: '2026-10-09' },
            { at: '2026-09-10T09:00:00+08:00' },
          )
          .then('SeizureDecided')
          .thenRestsOn('CODE-52'),
    ],
  ],
  passes: [['before the code it is no basis', () => given(problemFound()).when('decideSeizure', seizure).thenDoesNotRestOn('CODE-52')]],
});

const liftApplied: Fact = { type: 'SeizureLiftApplied', payload: { ...item, appliedOn: '2024-09-02', grounds: '已改正' } };
const liftRefused: Fact = { type: 'SeizureLiftRefused', payload: { ...item, on: '2024-09-05', reasons: '仍需取证' } };

byRule('SDM-19', {
  fires: [
    [
      'an application is answered within five working days',
      () =>
        expect(dutiesAfter([problemFound(), decided(), liftApplied])).toMatchObject({
          seizureLiftAnswer: { rule: 'SDM-19', owedBy: 'enforcementAgency', status: 'open', due: { due: '2024-09-09' } },
        }),
    ],
  ],
  passes: [
    [
      'refused or lifted, it is answered',
      () => {
        expect(dutiesAfter([problemFound(), decided(), liftApplied, liftRefused])).toMatchObject({
          seizureLiftAnswer: { status: 'discharged' },
        });
        expect(dutiesAfter([problemFound(), decided(), liftApplied, lifted])).toMatchObject({
          seizureLiftAnswer: { status: 'discharged' },
        });
      },
    ],
  ],
});

byRule('SDM-21', {
  fires: [
    [
      'the lifting is served and the seals are removed within three working days',
      () =>
        expect(dutiesAfter([problemFound(), decided(), lifted])).toMatchObject({
          sealRemoval: { rule: 'SDM-21', status: 'open', due: { due: '2024-09-19' } },
        }),
    ],
  ],
  passes: [
    [
      'removed, the duty is done',
      () =>
        expect(
          dutiesAfter([problemFound(), decided(), lifted, { type: 'SealRemoved', payload: { ...item, servedOn: '2024-09-14' } }]),
        ).toMatchObject({ sealRemoval: { status: 'discharged' } }),
    ],
  ],
});

byRule('SDM-23', {
  fires: [
    [
      'the seals are inspected, and what was found is on record',
      () =>
        given(problemFound(), decided())
          .when('inspectSeal', { ...item, on: '2024-09-05', intact: false, detail: '封条被撕毁' })
          .then('SealInspected')
          .thenRestsOn('SDM-23'),
    ],
  ],
  passes: [
    [
      'nothing is sealed after the lifting',
      () =>
        given(problemFound(), decided(), lifted, { type: 'SealRemoved', payload: { ...item, servedOn: '2024-09-14' } })
          .when('inspectSeal', { ...item, on: '2024-09-20', intact: true, detail: '完好' })
          .thenOutOfTurn('W-02'),
    ],
  ],
});
