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
