import { byRule } from '../testing/by-rule';
import { determinedCase, legalReviewCompleted, noticeServed, penaltyDecided, penaltyOpened, statementWaived } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const measure = {
  kind: 'permitRevoked',
  partyId: 'plant',
  problemIds: ['problem-1'],
  penaltyId: 'penalty-1',
  decidedOn: '2024-09-10',
  reasons: '情节严重',
  citesMalice: false,
};
const upTo = (kinds: readonly ('fine' | 'permitRevoked')[]): readonly Fact[] => [
  ...determinedCase(),
  penaltyOpened(),
  noticeServed(),
  statementWaived,
  legalReviewCompleted,
  penaltyDecided({ kinds }),
];
const decided: Fact = {
  type: 'PermitMeasureDecided',
  payload: {
    permitMeasureId: 'permitMeasure-1',
    kind: 'gradeLowered',
    partyId: 'plant',
    problemIds: ['problem-1'],
    penaltyId: null,
    docNo: null,
    decidedOn: '2024-09-10',
    reasons: '应急响应不落实',
    citesMalice: false,
  },
};

describe('a measure on a permit', () => {
  it('is carried out by the permit department and lifted by the head', () => {
    const one = { permitMeasureId: 'permitMeasure-1' };
    given(...determinedCase(), decided)
      .when('executePermitMeasure', { ...one, on: '2024-09-11', register: '平台已标注' })
      .then('PermitMeasureExecuted');
    given(...determinedCase(), decided)
      .when('liftPermitMeasure', { ...one, on: '2024-10-11', reasons: '已改正' })
      .then('PermitMeasureLifted');
    given(...determinedCase())
      .when('liftPermitMeasure', { ...one, on: '2024-10-11', reasons: '已改正' })
      .thenOutOfTurn('W-02');
  });

  it('may lower a grade without a penalty', () => {
    given(...determinedCase())
      .when('decidePermitMeasure', { ...measure, kind: 'gradeLowered', penaltyId: undefined })
      .then('PermitMeasureDecided');
  });
});

byRule('APL-57', {
  fires: [
    [
      'a revocation without a penalty decision that says so',
      () =>
        given(...upTo(['fine']))
          .when('decidePermitMeasure', measure)
          .thenRefused({ rule: 'APL-57', weighty: true, missing: ['含吊销许可证件的处罚决定'] }),
    ],
    [
      'a fine of half a million without collective discussion',
      () =>
        given(...upTo(['fine']).slice(0, -1))
          .when('decidePenalty', {
            penaltyId: 'penalty-1',
            decidedOn: '2024-09-01',
            kinds: ['permitRevoked'],
            facts: '超标',
            legalBasis: '第八十三条',
            reasons: '说理',
          })
          .thenRefused({ rule: 'APL-57', missing: ['集体讨论记录'] }),
    ],
  ],
  passes: [
    [
      'one with it is lawful',
      () =>
        given(...upTo(['fine', 'permitRevoked']))
          .when('decidePermitMeasure', measure)
          .then('PermitMeasureDecided'),
    ],
  ],
});
