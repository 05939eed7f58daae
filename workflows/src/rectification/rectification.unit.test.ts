import { given, JINING } from '../testing/given';
import {
  clueAccepted,
  clueReceived,
  clueTransferred,
  determinedCase,
  finding,
  investigatedCase,
  investigationOpened,
  investigationReported,
  PLANT,
  problemFound,
  rectificationConfirmed,
  rectificationOrdered,
  rectificationReported,
} from '../testing/facts';

const JILIN = '220200';
const registers = { parties: { plant: PLANT } };
const atOnce = { problemIds: ['problem-1'], partyId: 'plant', mode: 'atOnce', demand: '恢复设施运行', dueOn: '2024-09-02' };
const byDate = { ...atOnce, mode: 'byDate', reasonNotAtOnce: '需停产改造', plan: '分两步改造' };

describe('ordering a rectification', () => {
  it('records the order', () => {
    given(...determinedCase({ finding: 'generalProblem' }))
      .when('orderRectification', atOnce, registers)
      .thenRecorded(rectificationOrdered())
      .thenRestsOn('APL-28', 'W-06');
  });

  it('waits for a finding, and is not for a problem found to be none', () => {
    given(...investigatedCase())
      .when('orderRectification', atOnce, registers)
      .thenRefused({ rule: 'R-002', code: 'WRONG_STAGE', missing: ['调查认定'] });
    given(...determinedCase({ finding: 'noViolation' }))
      .when('orderRectification', atOnce, registers)
      .thenOutOfTurn('R-002');
  });

  it('is judged per problem: another problem without a finding cannot ride along', () => {
    given(...determinedCase(), problemFound({ problemId: 'problem-2' }))
      .when('orderRectification', { ...atOnce, problemIds: ['problem-1', 'problem-2'] }, registers)
      .thenRefused({ rule: 'W-02', zh: '认定', missing: ['problem-2 的调查认定'] });
    given(
      problemFound(),
      problemFound({ problemId: 'problem-2' }),
      clueTransferred(),
      clueReceived,
      clueAccepted,
      investigationOpened,
      investigationReported(finding(), finding({ problemId: 'problem-2', finding: 'noViolation' })),
    )
      .when('orderRectification', { ...atOnce, problemIds: ['problem-2'] }, registers)
      .thenRefused({ rule: 'W-02', missing: ['problem-2 的调查认定'] });
  });

  it('is refused for unknown problems and unknown parties', () => {
    given(...determinedCase())
      .when('orderRectification', { ...atOnce, problemIds: ['problem-9'] }, registers)
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
    given(...determinedCase())
      .when('orderRectification', atOnce)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });

  it('needs in Jilin the reason why not at once, and the plan', () => {
    const { reasonNotAtOnce: _reason, ...unreasoned } = byDate;
    const { plan: _plan, ...planless } = byDate;
    given(...determinedCase({ finding: 'generalProblem' }, { jurisdiction: JILIN }))
      .when('orderRectification', byDate, registers)
      .then('RectificationOrdered')
      .thenRestsOn('R-127', 'R-128', 'R-003');
    given(...determinedCase({ finding: 'generalProblem' }, { jurisdiction: JILIN }))
      .when('orderRectification', unreasoned, registers)
      .thenRefused({ rule: 'R-127', zh: '立整立改', missing: ['不能立整立改的理由'], cites: '吉环执法字〔2023〕9号' });
    given(...determinedCase({}, { jurisdiction: JILIN }))
      .when('orderRectification', planless, registers)
      .thenRefused({ rule: 'R-128', missing: ['整改方案'] });
  });

  it('needs neither in Jining, nor in Jilin before the text', () => {
    const { reasonNotAtOnce: _reason, plan: _plan, ...bare } = byDate;
    given(...determinedCase({}, { jurisdiction: JINING }))
      .when('orderRectification', bare, registers)
      .thenDoesNotRestOn('R-127');
    given(...determinedCase({}, { jurisdiction: JILIN }))
      .when('orderRectification', bare, { ...registers, at: '2023-08-31T09:00:00+08:00' })
      .then('RectificationOrdered');
  });

  it('takes no due day that does not exist', () => {
    given(...determinedCase())
      .when('orderRectification', { ...atOnce, dueOn: '2023-02-29' })
      .thenInvalid('dueOn');
  });
});

describe('a rectification', () => {
  const done = { rectificationId: 'rectification-1', measures: '设施已恢复' };
  const seen = { rectificationId: 'rectification-1', reinspectedAt: '2024-09-03T09:00:00+08:00', result: '已整改到位' };

  it('is reported by one person and confirmed by another', () => {
    given(...determinedCase(), rectificationOrdered())
      .when('reportRectification', done)
      .thenRecorded({ type: 'RectificationReported', payload: { rectificationId: 'rectification-1', measures: '设施已恢复' } });
    given(...determinedCase(), rectificationOrdered(), rectificationReported('li'))
      .when('confirmRectification', seen, { by: 'wang' })
      .thenRecorded(rectificationConfirmed)
      .thenRestsOn('W-03');
  });

  it('is not confirmed or rejected by the person who reported it', () => {
    const expected = { rule: 'W-03', zh: '报告人以外', missing: ['另一名执法人员复核'], weighty: true };
    given(...determinedCase(), rectificationOrdered(), rectificationReported('li'))
      .when('confirmRectification', seen, { by: 'li' })
      .thenRefused(expected);
    given(...determinedCase(), rectificationOrdered(), rectificationReported('li'))
      .when(
        'rejectRectification',
        { rectificationId: 'rectification-1', reinspectedAt: seen.reinspectedAt, reason: '未到位' },
        { by: 'li' },
      )
      .thenRefused(expected);
  });

  it('is out of turn unreported, unknown or confirmed', () => {
    given(...determinedCase(), rectificationOrdered())
      .when('confirmRectification', seen)
      .thenOutOfTurn('W-02');
    given(...determinedCase(), rectificationOrdered())
      .when('reportRectification', { ...done, rectificationId: 'rectification-2' })
      .thenOutOfTurn('W-02');
    given(...determinedCase(), rectificationOrdered(), rectificationReported('li'), rectificationConfirmed)
      .when('reportRectification', done)
      .thenOutOfTurn('W-02');
  });

  it('is reported anew after a rejection, and then anyone but the new reporter confirms it', () => {
    const rejected = {
      type: 'RectificationRejected',
      payload: { rectificationId: 'rectification-1', reinspectedAt: seen.reinspectedAt, reason: '未到位' },
    } as const;
    given(...determinedCase(), rectificationOrdered(), rectificationReported('li'), rejected, rectificationReported('wang'))
      .when('confirmRectification', seen, { by: 'li' })
      .then('RectificationConfirmed');
  });
});
