import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import {
  caseClosed,
  determinedCase,
  feedbackGiven,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  penaltyServed,
  problemStruckOff,
  published,
  statementWaived,
} from '../testing/facts';
import { given, type Fact } from '../testing/given';

const served: readonly Fact[] = [
  ...determinedCase(),
  feedbackGiven,
  penaltyOpened(),
  noticeServed(),
  statementWaived,
  legalReviewCompleted,
  penaltyDecided(),
  penaltyServed,
];
const closed: readonly Fact[] = [
  ...served,
  { type: 'PenaltyPaid', payload: { penaltyId: 'penalty-1', amount: '300000', paidOn: '2024-09-05', voucherNo: null } },
  { type: 'PenaltyExecuted', payload: { penaltyId: 'penalty-1', total: '300000.00' } },
  published({ subject: 'penalty', penaltyId: 'penalty-1' }),
  problemStruckOff,
  caseClosed,
];
const target = { kind: 'penalty', id: 'penalty-1' } as const;
const applied: Fact = {
  type: 'ReconsiderationApplied',
  payload: { remedyId: 'remedy-1', target, applicant: '某某化工', organ: '济宁市人民政府', appliedOn: '2024-10-08' },
};
const application = { target, applicant: '某某化工', organ: '济宁市人民政府', appliedOn: '2024-10-08' };
const decision = { remedyId: 'remedy-1', decidedOn: '2024-12-02', reasons: '程序违法' };
const suit = { target, plaintiff: '某某化工', court: '任城区人民法院', filedOn: '2024-12-10' };

describe('a reconsideration', () => {
  it('that revokes a penalty of a closed case takes the case up again, and what was published comes down', () => {
    given(...closed, applied)
      .when('decideReconsideration', { ...decision, outcome: 'revoked' })
      .then('ReconsiderationDecided', 'CaseReopened', 'PenaltyRevoked', 'PublicationToWithdraw');
  });

  it('that upholds it changes nothing', () => {
    given(...closed, applied)
      .when('decideReconsideration', { ...decision, outcome: 'upheld' })
      .then('ReconsiderationDecided');
  });

  it('that orders to decide again opens the procedure at the notice', () => {
    const again: readonly Fact[] = [
      ...served,
      {
        type: 'PenaltyRevoked',
        payload: { penaltyId: 'penalty-1', by: '市政府', on: '2024-12-02', reasons: '程序违法', decideAgain: true },
      },
    ];
    const { penaltyId: _id, ...notice } = noticeServed().payload;
    given(...again)
      .when('servePenaltyNotice', { penaltyId: 'penalty-1', ...notice })
      .then('PenaltyNoticeServed');
    given(...again)
      .when('servePenalty', penaltyServed.payload)
      .thenOutOfTurn('W-02');
  });

  it('that changes the fine changes it in the case', () => {
    given(...served, applied)
      .when('decideReconsideration', { ...decision, outcome: 'changed', changedFine: '200000' })
      .then('ReconsiderationDecided', 'PenaltyChanged');
  });

  it('is taken against something of this very case', () => {
    given(...served)
      .when('applyReconsideration', { ...application, target: { kind: 'penalty', id: 'penalty-9' } })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });
});

describe('a suit', () => {
  const filed: Fact = { type: 'SuitFiled', payload: { remedyId: 'remedy-1', ...suit, after: null } };
  const first: Fact = { type: 'FirstInstanceDecided', payload: { ...decision, docNo: null, outcome: 'revoked', changedFine: null } };

  it('takes effect with the last judgment, not with one that can be appealed', () => {
    given(...served, filed)
      .when('recordFirstInstance', { ...decision, outcome: 'revoked' })
      .then('FirstInstanceDecided');
    given(...served, filed, first)
      .when('letFirstInstanceTakeEffect', { remedyId: 'remedy-1', on: '2025-01-05' })
      .then('FirstInstanceTookEffect', 'PenaltyRevoked');
    given(...served, filed, first)
      .when('lodgeAppeal', { remedyId: 'remedy-1', court: '济宁中院', appellant: '某局', on: '2024-12-20' })
      .then('AppealLodged');
  });

  it('of a restriction that is revoked lifts it', () => {
    const restricted: readonly Fact[] = [
      ...determinedCase(),
      {
        type: 'RestrictionNoticeServed',
        payload: {
          restrictionId: 'restriction-1',
          kind: 'suspension',
          partyId: 'plant',
          problemIds: ['problem-1'],
          ground: '超标',
          servedOn: '2024-08-20',
        },
      },
      {
        type: 'RestrictionDecided',
        payload: {
          restrictionId: 'restriction-1',
          docNo: null,
          decidedOn: '2024-08-30',
          until: null,
          citesMalice: false,
          collectiveDiscussion: null,
        },
      },
      { type: 'RestrictionServed', payload: { restrictionId: 'restriction-1', servedOn: '2024-09-02' } },
      {
        type: 'ReconsiderationApplied',
        payload: {
          remedyId: 'remedy-1',
          target: { kind: 'restriction', id: 'restriction-1' },
          applicant: '某某化工',
          organ: '市政府',
          appliedOn: '2024-10-08',
        },
      },
    ];
    given(...restricted)
      .when('decideReconsideration', { ...decision, outcome: 'revoked' })
      .then('ReconsiderationDecided', 'RestrictionLifted');
  });
});

byRule('APL-48', {
  fires: [
    [
      'what was published of a revoked decision comes down within three working days',
      () =>
        expect(
          dutiesAfter(
            [
              ...closed,
              {
                type: 'PublicationToWithdraw',
                payload: { remedyId: 'remedy-1', disclosureId: 'disclosure-1', reason: '撤销', on: '2024-12-05' },
              },
            ].filter((fact) => fact.type !== 'CaseClosed') as readonly Fact[],
          ),
        ).toMatchObject({ publicationWithdrawal: { status: 'open', due: { due: '2024-12-10' } } }),
    ],
  ],
  passes: [['a decision that stands stays public', () => expect(dutiesAfter(closed)['publicationWithdrawal']).toBeUndefined()]],
});

byRule('ARL-20', {
  fires: [
    [
      'sixty days after service it is too late',
      () =>
        given(...served)
          .when('applyReconsideration', { ...application, appliedOn: '2024-10-30' })
          .thenRefused({ rule: 'ARL-20', zh: '2024-10-29' }),
    ],
  ],
  passes: [
    [
      'on the sixtieth it is not',
      () =>
        given(...served)
          .when('applyReconsideration', { ...application, appliedOn: '2024-10-29' })
          .then('ReconsiderationApplied'),
    ],
    [
      'a day known by month only is late if every day of it is',
      () =>
        given(...served)
          .when('applyReconsideration', { ...application, appliedOn: '2024-10' })
          .then('ReconsiderationApplied'),
    ],
  ],
});

byRule('ALL-46', {
  fires: [
    [
      'a direct suit after six months is too late',
      () =>
        given(...served)
          .when('fileSuit', { ...suit, filedOn: '2025-03-01' })
          .thenRefused({ rule: 'ALL-46', zh: '2025-02-28' }),
    ],
  ],
  passes: [
    [
      'within them it is filed',
      () =>
        given(...served)
          .when('fileSuit', suit)
          .then('SuitFiled'),
    ],
  ],
});

const accepted: Fact = { type: 'ReconsiderationAccepted', payload: { remedyId: 'remedy-1', acceptedOn: '2024-10-10' } };
const upheld: Fact = { type: 'ReconsiderationDecided', payload: { ...decision, docNo: null, outcome: 'upheld', changedFine: null } };

byRule('ARL-62', {
  fires: [
    [
      'an accepted reconsideration is decided within sixty days',
      () =>
        expect(dutiesAfter([...served, applied, accepted])).toMatchObject({
          reconsiderationDecision: { rule: 'ARL-62', owedBy: 'localPartyGovernment', status: 'open', due: { due: '2024-12-09' } },
        }),
    ],
  ],
  passes: [
    [
      'decided, the duty is done',
      () =>
        expect(dutiesAfter([...served, applied, accepted, upheld])).toMatchObject({ reconsiderationDecision: { status: 'discharged' } }),
    ],
    ['before the acceptance none is owed', () => expect(dutiesAfter([...served, applied])['reconsiderationDecision']).toBeUndefined()],
  ],
});

byRule('ALL-45', {
  fires: [
    [
      'a suit after the reconsideration is not filed on the sixteenth day',
      () =>
        given(...served, applied, upheld)
          .when('fileSuit', { ...suit, after: 'remedy-1', filedOn: '2024-12-18' })
          .thenRefused({ rule: 'ALL-45', zh: '2024-12-17' }),
    ],
  ],
  passes: [
    [
      'on the fifteenth it is',
      () =>
        given(...served, applied, upheld)
          .when('fileSuit', { ...suit, after: 'remedy-1', filedOn: '2024-12-17' })
          .then('SuitFiled')
          .thenRestsOn('ALL-45'),
    ],
    [
      'a direct suit has six months instead',
      () =>
        given(...served)
          .when('fileSuit', { ...suit, filedOn: '2025-02-28' })
          .then('SuitFiled'),
    ],
  ],
});
