import { BEIJING, CHANGCHUN, given } from '../testing/given';
import {
  determinedCase,
  filingDeclined,
  hearingRequested,
  investigatedCase,
  legalReviewCompleted,
  LI,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  penaltyServed,
  PLANT,
  problemFound,
  statementWaived,
  transferAccepted,
  transferApproved,
  transferProposed,
  transferReceived,
  transferSent,
  WANG,
  ZHAO,
} from '../testing/facts';

const registers = { parties: { plant: PLANT } };
const it1 = { penaltyId: 'penalty-1' };
const opened = [...determinedCase(), penaltyOpened()] as const;
const noticed = [...opened, noticeServed()] as const;
const reviewed = [...noticed, statementWaived, legalReviewCompleted] as const;

describe('opening a penalty case', () => {
  const open = { partyId: 'plant', problemIds: ['problem-1'], officers: [LI, WANG], filedOn: '2024-08-15' };

  it('rests on the finding of a violation', () => {
    given(...determinedCase())
      .when('openPenaltyCase', open, registers)
      .thenRecorded(penaltyOpened({ violatedOn: null, harm: null, partyKind: 'dischargingEntity' }))
      .thenRestsOn('APL-42', 'APL-54', 'APL-29', 'R-006');
  });

  it('waits for that finding', () => {
    given(...investigatedCase())
      .when('openPenaltyCase', open, registers)
      .thenRefused({ rule: 'R-002', code: 'WRONG_STAGE', zh: '认定违法', missing: ['违法认定'] });
    given(...determinedCase({ finding: 'generalProblem' }))
      .when('openPenaltyCase', open, registers)
      .thenOutOfTurn('R-002');
  });

  it('is refused for a problem without the finding beside one that has it', () => {
    given(...determinedCase(), problemFound({ problemId: 'problem-2' }))
      .when('openPenaltyCase', { ...open, problemIds: ['problem-1', 'problem-2'] }, registers)
      .thenRefused({ rule: 'APL-54', zh: '未认定违法', missing: ['problem-2 的违法认定'], cites: '第54条' });
  });

  it('is refused a second time for the same act of the same party, and not for another party', () => {
    given(...opened)
      .when('openPenaltyCase', open, registers)
      .thenRefused({ rule: 'APL-29', zh: 'penalty-1', missing: [], weighty: true });
    given(...opened)
      .when('openPenaltyCase', { ...open, partyId: 'boss' }, { parties: { boss: PLANT } })
      .then('PenaltyCaseOpened');
  });

  it('is done anew after the first was withdrawn', () => {
    given(...opened, { type: 'PenaltyCaseWithdrawn', payload: { ...it1, reason: '主体有误' } })
      .when('openPenaltyCase', open, registers)
      .then('PenaltyCaseOpened');
  });

  it('needs two certified officers, a known problem and a known party', () => {
    given(...determinedCase())
      .when('openPenaltyCase', { ...open, officers: [LI, ZHAO] }, registers)
      .thenRefused({ rule: 'APL-42', missing: ['尚缺持证执法人员1人'] });
    given(...determinedCase())
      .when('openPenaltyCase', { ...open, problemIds: ['problem-9'] }, registers)
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
    given(...determinedCase())
      .when('openPenaltyCase', open)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });
});

describe('the notice of the planned penalty', () => {
  const { penaltyId: _id, ...notice } = noticeServed().payload;

  it('is served on a filed case', () => {
    given(...opened)
      .when('servePenaltyNotice', { ...it1, ...notice })
      .thenRecorded(noticeServed({ kinds: ['fine'] }))
      .thenRestsOn('APL-44', 'APL-63');
    given(...reviewed)
      .when('servePenaltyNotice', { ...it1, ...notice })
      .thenOutOfTurn('W-02');
    given(...determinedCase())
      .when('servePenaltyNotice', { ...it1, ...notice })
      .thenOutOfTurn('W-02');
  });

  it.each(['200000', '200000.00', '200000.01', '999999999999999'])('tells of the hearing where %s yuan are planned', (plannedFine) => {
    given(...opened)
      .when('servePenaltyNotice', { ...it1, ...notice, plannedFine, hearingRight: false })
      .thenRefused({ rule: 'APL-63', zh: '较大数额', missing: ['听证权利告知'], weighty: true });
  });

  it.each(['0', '199999.99'])('need not tell of it where %s yuan are planned', (plannedFine) => {
    given(...opened)
      .when('servePenaltyNotice', { ...it1, ...notice, plannedFine, hearingRight: false })
      .then('PenaltyNoticeServed');
  });

  it.each(['-1', '1.005', '1e5', '', ' 5', 'NaN', '12,000'])('takes no planned fine of %j', (plannedFine) => {
    given(...opened)
      .when('servePenaltyNotice', { ...it1, ...notice, plannedFine })
      .thenInvalid('plannedFine');
  });
});

describe('hearing the party', () => {
  it('takes its statement and its waiver, before and beside the hearing', () => {
    const statement = { ...it1, content: '情有可原', receivedOn: '2024-08-22', assessment: '不予采纳' };
    given(...noticed)
      .when('recordStatement', statement)
      .thenRecorded({ type: 'StatementRecorded', payload: statement });
    given(...noticed, hearingRequested)
      .when('recordStatement', statement)
      .then('StatementRecorded');
    given(...noticed)
      .when('waiveStatement', { ...it1, on: '2024-08-21' }, { as: 'dischargingEntity' })
      .thenRecorded(statementWaived);
    given(...opened)
      .when('recordStatement', statement)
      .thenOutOfTurn('W-02');
  });

  it.each(['2024-08-20', '2024-08-27'])('gives it a hearing asked for on %s, within five working days of 20 August', (requestedOn) => {
    given(...noticed)
      .when('requestHearing', { ...it1, requestedOn })
      .thenRecorded({ type: 'HearingRequested', payload: { ...it1, requestedOn } })
      .thenRestsOn('APL-64');
  });

  it('refuses a hearing asked for on the sixth working day, or where there is no right to one', () => {
    given(...noticed)
      .when('requestHearing', { ...it1, requestedOn: '2024-08-28' })
      .thenRefused({ rule: 'APL-64', zh: '2024-08-27' });
    given(...opened, noticeServed({ plannedFine: '1000', hearingRight: false }))
      .when('requestHearing', { ...it1, requestedOn: '2024-08-21' })
      .thenRefused({ rule: 'APL-64', zh: '不属于应听证' });
  });

  it('counts the holiday of October out of the time to ask', () => {
    const late = [...opened, noticeServed({ servedOn: '2024-09-29' })] as const;
    given(...late)
      .when('requestHearing', { ...it1, requestedOn: '2024-10-11' })
      .then('HearingRequested');
    given(...late)
      .when('requestHearing', { ...it1, requestedOn: '2024-10-12' })
      .thenRefused({ rule: 'APL-64', zh: '2024-10-11' });
  });

  it('is chaired by somebody who did not investigate', () => {
    const hearing = { ...it1, heldOn: '2024-09-10', chair: ZHAO, summary: '听取双方意见' };
    given(...noticed, hearingRequested)
      .when('holdHearing', hearing)
      .thenRecorded({ type: 'HearingHeld', payload: hearing });
    given(...noticed, hearingRequested)
      .when('holdHearing', { ...hearing, chair: LI })
      .thenRefused({ rule: 'APL-64', zh: '非本案调查人员', weighty: true });
    given(...noticed)
      .when('holdHearing', hearing)
      .thenOutOfTurn('W-02');
    given(...noticed, hearingRequested)
      .when('forfeitHearing', { ...it1, reason: '无故缺席' })
      .then('HearingForfeited');
  });
});

describe('the legal review', () => {
  const review = { ...it1, opinion: '同意' };

  it('is made once the party was heard or has waived it', () => {
    given(...noticed, statementWaived)
      .when('completeLegalReview', review, { by: 'zhao' })
      .thenRecorded(legalReviewCompleted)
      .thenRestsOn('APL-58', 'APL-62', 'W-03');
  });

  it('waits until the fifth working day after the notice is over', () => {
    given(...noticed)
      .when('completeLegalReview', review, { by: 'zhao', at: '2024-08-27T23:59:59+08:00' })
      .thenRefused({ rule: 'APL-62', zh: '2024-08-27', missing: ['当事人陈述申辩或放弃'], weighty: true });
    given(...noticed)
      .when('completeLegalReview', review, { by: 'zhao', at: '2024-08-28T00:00:00+08:00' })
      .then('LegalReviewCompleted');
  });

  it('is not made by a case officer, nor while a hearing is pending', () => {
    given(...noticed, statementWaived)
      .when('completeLegalReview', review, { by: 'li' })
      .thenRefused({ rule: 'W-03', zh: '不得为本案办案人员', weighty: true });
    given(...noticed, statementWaived, hearingRequested)
      .when('completeLegalReview', review, { by: 'zhao' })
      .thenOutOfTurn('W-02');
  });
});

describe('the decision', () => {
  const { penaltyId: _id, collectiveDiscussion: _none, ...decision } = penaltyDecided().payload;
  const { reasons: _reasons, ...bare } = decision;

  it('is made on the reviewed case', () => {
    given(...reviewed)
      .when('decidePenalty', { ...it1, ...decision })
      .thenRecorded(penaltyDecided({ kinds: ['fine'], confiscated: null, weight: null, groundOfLaw: null }))
      .thenRestsOn('APL-57', 'APL-58', 'APL-45', 'SCT-11');
  });

  it('waits for the legal review', () => {
    given(...noticed, statementWaived)
      .when('decidePenalty', { ...it1, ...decision })
      .thenRefused({ rule: 'APL-58', zh: '法制审核', missing: ['法制审核意见'], weighty: true });
    given(...opened, noticeServed({ plannedFine: '100000' }), statementWaived)
      .when('decidePenalty', { ...it1, ...decision, fine: '100000' })
      .then('PenaltyDecided');
  });

  it('is never heavier than the notice, to the cent', () => {
    given(...reviewed)
      .when('decidePenalty', { ...it1, ...decision, fine: '300000.01' })
      .thenRefused({ rule: 'APL-45', zh: '300000元', weighty: true });
    given(...reviewed)
      .when('decidePenalty', { ...it1, ...decision, fine: '300000.00' })
      .then('PenaltyDecided');
  });

  it('draws a warning in Jilin without its reasons section, and none elsewhere', () => {
    const in220200 = reviewed.map((fact) => (fact.type === 'ProblemFound' ? problemFound({ jurisdiction: '220200' }) : fact));
    given(...in220200)
      .when('decidePenalty', { ...it1, ...bare })
      .then('PenaltyDecided')
      .thenWarned('R-175');
    given(...in220200)
      .when('decidePenalty', { ...it1, ...decision })
      .thenWarned()
      .thenRestsOn('R-175');
    given(...reviewed)
      .when('decidePenalty', { ...it1, ...bare })
      .thenWarned()
      .thenDoesNotRestOn('R-175');
    given(...reviewed)
      .when('decidePenalty', { ...it1, ...bare }, { in: CHANGCHUN, at: '2023-08-31T09:00:00+08:00' })
      .thenWarned();
  });

  it('waits while the same problem is with the police, and goes on when they decline', () => {
    const expected = { rule: 'SCT-11', zh: 'transfer-1', missing: ['不予立案或刑事处理结果'], weighty: true };
    const crime = [
      ...determinedCase({ finding: 'suspectedCrime' }),
      penaltyOpened(),
      noticeServed(),
      statementWaived,
      legalReviewCompleted,
    ] as const;
    const atPolice = [...crime, transferProposed(), transferApproved, transferSent, transferReceived, transferAccepted] as const;
    given(...crime, transferProposed())
      .when('decidePenalty', { ...it1, ...decision })
      .thenRefused(expected);
    given(...atPolice)
      .when('decidePenalty', { ...it1, ...decision })
      .thenRefused(expected);
    given(...atPolice)
      .when('decidePenalty', { ...it1, ...decision }, { at: '2020-08-06T09:00:00+08:00' })
      .thenRefused({ ...expected, rule: 'CJL-16' });
    given(...atPolice, filingDeclined)
      .when('decidePenalty', { ...it1, ...decision })
      .then('PenaltyDecided');
  });

  it('may be that there is no penalty', () => {
    const none = { ...it1, docNo: '济环不罚1号', decidedOn: '2024-08-29', reasons: '首次轻微' };
    given(...reviewed)
      .when('decideNoPenalty', none)
      .thenRecorded({ type: 'NoPenaltyDecided', payload: { ...none, ground: 'other' } });
    given(...opened)
      .when('decideNoPenalty', none)
      .then('NoPenaltyDecided');
    given(...reviewed, penaltyDecided())
      .when('decideNoPenalty', none)
      .thenOutOfTurn('W-02');
  });
});

describe('service and payment', () => {
  const served = [...reviewed, penaltyDecided({ fine: '300000.30' }), penaltyServed] as const;
  const pay = (amount: string) => ({ ...it1, amount, paidOn: '2024-09-05', voucherNo: 'P-1' });

  it('serves what is decided, once', () => {
    given(...reviewed, penaltyDecided())
      .when('servePenalty', penaltyServed.payload)
      .thenRecorded(penaltyServed);
    given(...reviewed)
      .when('servePenalty', penaltyServed.payload)
      .thenOutOfTurn('W-02');
    given(...served)
      .when('servePenalty', penaltyServed.payload)
      .thenOutOfTurn('W-02');
  });

  it('adds payments up exactly and is executed with the last cent', () => {
    const first = { type: 'PenaltyPaid', payload: pay('300000.2') } as const;
    given(...served)
      .when('recordPayment', pay('300000.2'))
      .thenRecorded(first);
    given(...served, first)
      .when('recordPayment', pay('0.09'))
      .then('PenaltyPaid');
    given(...served, first)
      .when('recordPayment', pay('0.10'))
      .thenRecorded({ type: 'PenaltyPaid', payload: pay('0.10') }, { type: 'PenaltyExecuted', payload: { ...it1, total: '300000.30' } });
  });

  it('refuses a payment of nothing, and one before service', () => {
    given(...served)
      .when('recordPayment', pay('0.00'))
      .thenRefused({ rule: 'APL-67', code: 'INVALID_INPUT', zh: '大于零' });
    given(...reviewed, penaltyDecided())
      .when('recordPayment', pay('1'))
      .thenOutOfTurn('W-02');
  });

  it('withdraws a case before the decision and not after', () => {
    given(...noticed)
      .when('withdrawPenaltyCase', { ...it1, reason: '主体有误' })
      .then('PenaltyCaseWithdrawn')
      .thenRestsOn('MEP-20');
    given(...served)
      .when('withdrawPenaltyCase', { ...it1, reason: '主体有误' })
      .thenOutOfTurn('W-02');
  });

  it('goes the same way where only national law applies', () => {
    const there = served.map((fact) => (fact.type === 'ProblemFound' ? problemFound({ jurisdiction: BEIJING }) : fact));
    given(...there)
      .when('recordPayment', pay('300000.30'))
      .then('PenaltyPaid', 'PenaltyExecuted');
  });
});

describe('a second notice', () => {
  it('is served where the plan changes, and the party is heard anew', () => {
    const { penaltyId: _id, ...notice } = noticeServed().payload;
    given(...noticed, statementWaived)
      .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '400000' })
      .then('PenaltyNoticeServed');
    given(...noticed, statementWaived, noticeServed({ plannedFine: '400000' }))
      .when('completeLegalReview', { ...it1, opinion: '同意' }, { at: '2024-08-20T10:00:00+08:00' })
      .thenRefused({ rule: 'APL-62' });
  });
});
