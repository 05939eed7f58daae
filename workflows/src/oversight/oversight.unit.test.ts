import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import { determinedCase, problemFound } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const UNDER_THE_CODE = { at: '2026-09-10T09:00:00+08:00' };
const demand = { kind: 'procuratorialProposal', against: '济宁市生态环境局', demand: '依法履职', openedOn: '2024-08-30' };
const opened: Fact = {
  type: 'OversightOpened',
  payload: {
    oversightId: 'oversight-1',
    kind: 'procuratorialProposal',
    by: '济宁市人民检察院',
    against: '济宁市生态环境局',
    problemIds: [],
    docNo: null,
    demand: '依法履职',
    openedOn: '2024-08-30',
    answerBy: null,
  },
};
const answer = { oversightId: 'oversight-1', answeredOn: '2024-10-10', measures: '已立案处罚' };
const answered: Fact = { type: 'OversightAnswered', payload: { ...answer, docNo: null } };
const suit = { oversightId: 'oversight-1', court: '济宁市中级人民法院', filedOn: '2024-11-20' };

describe('an oversight of the authority', () => {
  it('reaches a closed case as well, and ends with its outcome', () => {
    given(...determinedCase(), opened)
      .when('answerOversight', answer)
      .thenRecorded(answered);
    given(...determinedCase(), opened, answered)
      .when('endOversight', { oversightId: 'oversight-1', on: '2024-10-20', outcome: 'complied', detail: '已整改' })
      .then('OversightEnded');
    given(problemFound()).when('answerOversight', answer).thenOutOfTurn('W-02');
  });

  it('names problems of this very case', () => {
    given(problemFound())
      .when('openOversight', { ...demand, problemIds: ['problem-9'] })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
  });
});

byRule('ALL-25', {
  fires: [
    [
      'the authority acts and answers within two months of the proposal',
      () =>
        expect(dutiesAfter([...determinedCase(), opened])).toMatchObject({
          oversightAnswer: { rule: 'ALL-25', owedBy: 'authorityHead', status: 'open', due: { due: '2024-10-30' } },
        }),
    ],
    [
      'else the procuratorate files its suit',
      () =>
        given(...determinedCase(), opened)
          .when('fileOversightSuit', suit)
          .then('OversightSuitFiled')
          .thenRestsOn('ALL-25'),
    ],
  ],
  passes: [
    [
      'answered, the duty is done',
      () => expect(dutiesAfter([...determinedCase(), opened, answered])).toMatchObject({ oversightAnswer: { status: 'discharged' } }),
    ],
    [
      'a day that the document names comes first',
      () =>
        expect(
          dutiesAfter([...determinedCase(), { type: 'OversightOpened', payload: { ...opened.payload, answerBy: '2024-09-15' } }]),
        ).toMatchObject({ oversightAnswer: { due: { due: '2024-09-15' } } }),
    ],
  ],
});

byRule('CODE-1076', {
  fires: [
    [
      'under the code proposal, answer and suit rest on it',
      () => {
        given(...determinedCase())
          .when('openOversight', demand, { as: 'procuratorate', ...UNDER_THE_CODE })
          .then('OversightOpened')
          .thenRestsOn('CODE-1076');
        given(...determinedCase(), opened)
          .when('fileOversightSuit', suit, UNDER_THE_CODE)
          .then('OversightSuitFiled')
          .thenRestsOn('CODE-1076');
      },
    ],
  ],
  passes: [
    [
      'before the code they do not',
      () =>
        given(...determinedCase(), opened)
          .when('fileOversightSuit', suit)
          .thenDoesNotRestOn('CODE-1076'),
    ],
  ],
});

byRule('CODE-1084', {
  fires: [
    [
      'under the code the superior opens its supervision on it',
      () =>
        given(...determinedCase())
          .when('openOversight', { ...demand, kind: 'supervisedHandling' }, { as: 'authorityHead', of: '370000', ...UNDER_THE_CODE })
          .then('OversightOpened')
          .thenRestsOn('CODE-1084'),
    ],
  ],
  passes: [
    [
      'before the code it does not',
      () =>
        given(...determinedCase())
          .when('openOversight', { ...demand, kind: 'supervisedHandling' }, { as: 'authorityHead', of: '370000' })
          .thenDoesNotRestOn('CODE-1084'),
    ],
  ],
});
