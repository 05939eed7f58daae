import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import {
  determinedCase,
  filingDeclined,
  hearingRequested,
  legalReviewCompleted,
  LI,
  noticeServed,
  partyRegistered,
  penaltyDecided,
  penaltyOpened,
  penaltyServed,
  PLANT,
  statementWaived,
  transferAccepted,
  transferApproved,
  transferProposed,
  transferReceived,
  transferSent,
  WANG,
  ZHAO,
} from '../testing/facts';
import { given, JINING, type Fact } from '../testing/given';

const BEFORE_2021 = { at: '2021-07-14T09:00:00+08:00' };
const UNDER_THE_CODE = '2026-09-10T09:00:00+08:00';
const SHANDONG = '370000';

const registers = { parties: { plant: PLANT } };
const it1 = { penaltyId: 'penalty-1' };
const opened: readonly Fact[] = [...determinedCase(), penaltyOpened()];
const noticed: readonly Fact[] = [...opened, noticeServed()];
const heard: readonly Fact[] = [...noticed, statementWaived];
const reviewed: readonly Fact[] = [...heard, legalReviewCompleted];
const decided: readonly Fact[] = [...reviewed, penaltyDecided()];
const served: readonly Fact[] = [...decided, penaltyServed];

const open = { partyId: 'plant', problemIds: ['problem-1'], officers: [LI, WANG], filedOn: '2024-08-15' };
const { penaltyId: _notice, ...notice } = noticeServed().payload;
const { penaltyId: _decision, collectiveDiscussion: _none, ...decision } = penaltyDecided().payload;
const decide = { ...it1, ...decision };
const review = { ...it1, opinion: '同意' };

byRule('APL-29', {
  fires: [
    [
      'the same act of the same party is not fined twice',
      () =>
        given(...opened)
          .when('openPenaltyCase', open, registers)
          .thenRefused({ rule: 'APL-29', zh: 'penalty-1', weighty: true }),
    ],
  ],
  passes: [
    [
      'another party to the same act has a case of its own',
      () =>
        given(...opened)
          .when('openPenaltyCase', { ...open, partyId: 'boss' }, { parties: { boss: PLANT } })
          .then('PenaltyCaseOpened')
          .thenRestsOn('APL-29'),
    ],
  ],
});

const longAgo = (violatedOn: string, harm: boolean): readonly Fact[] => [
  ...determinedCase(),
  penaltyOpened({ violatedOn, harm }),
  noticeServed(),
  statementWaived,
  legalReviewCompleted,
];

byRule('APL-36', {
  fires: [
    [
      'an act without harm that ended more than two years before the filing is not penalised',
      () =>
        given(...longAgo('2022-08-14', false))
          .when('decidePenalty', decide)
          .thenRefused({ rule: 'APL-36', zh: '追诉时效', weighty: true }),
    ],
    [
      'one with harm not after five',
      () =>
        given(...longAgo('2019-08-14', true))
          .when('decidePenalty', decide)
          .thenRefused({ rule: 'APL-36' }),
    ],
  ],
  passes: [
    [
      'two years to the day are in time',
      () =>
        given(...longAgo('2022-08-15', false))
          .when('decidePenalty', decide)
          .then('PenaltyDecided')
          .thenRestsOn('APL-36'),
    ],
    [
      'where it is not known when it ended, nothing is barred',
      () =>
        given(...reviewed)
          .when('decidePenalty', decide)
          .then('PenaltyDecided'),
    ],
  ],
});

const filedUnderTheCode = (violatedOn: string, harm: boolean): readonly Fact[] => [
  ...determinedCase(),
  penaltyOpened({ violatedOn, harm, filedOn: '2026-08-20' }),
  noticeServed({ servedOn: '2026-08-25' }),
  statementWaived,
  legalReviewCompleted,
];
const decideThen = { ...decide, decidedOn: '2026-09-10' };

byRule('CODE-1054', {
  fires: [
    [
      'pollution with harm is barred after five years from the end of the act',
      () =>
        given(...filedUnderTheCode('2021-08-19', true))
          .when('decidePenalty', { ...decideThen, lighterLaw: 'former' }, { at: UNDER_THE_CODE })
          .thenRefused({ rule: 'APL-36', weighty: true }),
    ],
  ],
  passes: [
    [
      'four years after it is penalised, and the decision rests on the code',
      () =>
        given(...filedUnderTheCode('2022-08-20', true))
          .when('decidePenalty', { ...decideThen, lighterLaw: 'former' }, { at: UNDER_THE_CODE })
          .then('PenaltyDecided')
          .thenRestsOn('CODE-1054'),
    ],
    [
      'before the code it is not asked',
      () =>
        given(...reviewed)
          .when('decidePenalty', decide)
          .thenDoesNotRestOn('CODE-1054'),
    ],
  ],
});

byRule('CODE-1057', {
  fires: [
    [
      'an act of before that is decided under the code needs the comparison of both laws',
      () =>
        given(...filedUnderTheCode('2026-08-01', false))
          .when('decidePenalty', decideThen, { at: UNDER_THE_CODE })
          .thenRefused({ rule: 'CODE-1057', missing: ['较轻的法律'] }),
    ],
  ],
  passes: [
    [
      'with the lighter law named the decision stands on it',
      () => {
        const { events } = given(...filedUnderTheCode('2026-08-01', false))
          .when('decidePenalty', { ...decideThen, lighterLaw: 'former' }, { at: UNDER_THE_CODE })
          .thenRestsOn('CODE-1057');

        expect(events).toMatchObject([{ payload: { groundOfLaw: { violatedOn: '2026-08-01', decidedOn: '2026-09-10' } } }]);
      },
    ],
    [
      'an act under the code has no second law',
      () =>
        given(...filedUnderTheCode('2026-08-16', false))
          .when('decidePenalty', decideThen, { at: UNDER_THE_CODE })
          .then('PenaltyDecided'),
    ],
  ],
});

byRule('APL-42', {
  fires: [
    [
      'one certified officer is not enough',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', { ...open, officers: [LI, ZHAO] }, registers)
          .thenRefused({ rule: 'APL-42', missing: ['尚缺持证执法人员1人'] }),
    ],
  ],
  passes: [
    [
      'two are',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', open, registers)
          .then('PenaltyCaseOpened')
          .thenRestsOn('APL-42'),
    ],
    [
      'before the revision of 2021 the article said nothing of it',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', { ...open, officers: [LI] }, { ...registers, ...BEFORE_2021 })
          .then('PenaltyCaseOpened'),
    ],
  ],
});

const recused: Fact = { type: 'OfficerRecused', payload: { ...it1, person: 'li', reason: '近亲属任职', onApplication: true } };

byRule('APL-43', {
  fires: [
    [
      'an officer whose recusal was decided serves no notice',
      () =>
        given(...opened, recused)
          .when('servePenaltyNotice', { ...it1, ...notice }, { by: 'li' })
          .thenRefused({ rule: 'APL-43', zh: '回避', weighty: true }),
    ],
    [
      'nor takes part under another function',
      () =>
        given(...reviewed, recused)
          .when('decidePenalty', decide, { by: 'li' })
          .thenRefused({ rule: 'APL-43' }),
    ],
  ],
  passes: [
    [
      'until the head has decided the investigation goes on',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice }, { by: 'li' })
          .then('PenaltyNoticeServed'),
    ],
    [
      'the others go on',
      () =>
        given(...opened, recused)
          .when('servePenaltyNotice', { ...it1, ...notice }, { by: 'wang' })
          .then('PenaltyNoticeServed')
          .thenRestsOn('APL-43'),
    ],
    [
      'it is the head who decides on it',
      () =>
        given(...opened)
          .when('recuseOfficer', recused.payload)
          .thenRecorded(recused)
          .thenRestsOn('APL-43'),
    ],
  ],
});

byRule('APL-44', {
  fires: [
    [
      'without a notice nothing is reviewed or decided',
      () =>
        given(...opened)
          .when('decidePenalty', decide)
          .thenOutOfTurn('W-02'),
    ],
    [
      'the notice rests on it',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice })
          .thenRestsOn('APL-44'),
    ],
    [
      'and names facts and legal basis',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice, facts: '', legalBasis: '' })
          .thenInvalid('facts', 'legalBasis'),
    ],
  ],
  passes: [
    [
      'before the revision of 2021 another article said so',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice }, BEFORE_2021)
          .thenDoesNotRestOn('APL-44'),
    ],
  ],
});

byRule('APL-45', {
  fires: [
    [
      'a fine above the notice is refused, to the cent',
      () =>
        given(...reviewed)
          .when('decidePenalty', { ...decide, fine: '300000.01' })
          .thenRefused({ rule: 'APL-45', zh: '300000元', weighty: true }),
    ],
  ],
  passes: [
    [
      'the fine of the notice is not',
      () =>
        given(...reviewed)
          .when('decidePenalty', decide)
          .then('PenaltyDecided')
          .thenRestsOn('APL-45'),
    ],
    [
      'nor a lower one',
      () =>
        given(...reviewed)
          .when('decidePenalty', { ...decide, fine: '100000' })
          .then('PenaltyDecided'),
    ],
  ],
});

byRule('APL-54', {
  fires: [
    [
      'a problem without the finding of a violation is not filed',
      () =>
        given(...determinedCase(), { ...determinedCase()[0], payload: { ...determinedCase()[0].payload, problemId: 'problem-2' } })
          .when('openPenaltyCase', { ...open, problemIds: ['problem-1', 'problem-2'] }, registers)
          .thenRefused({ rule: 'APL-54', missing: ['problem-2 的违法认定'] }),
    ],
  ],
  passes: [
    [
      'one with it is',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', open, registers)
          .then('PenaltyCaseOpened')
          .thenRestsOn('APL-54'),
    ],
  ],
});

byRule('APL-58', {
  fires: [
    [
      'a large fine waits for the legal review',
      () =>
        given(...heard)
          .when('decidePenalty', decide)
          .thenRefused({ rule: 'APL-58', missing: ['法制审核意见'], weighty: true }),
    ],
    [
      'so does any penalty after a hearing',
      () =>
        given(...opened, noticeServed({ plannedFine: '1000' }), statementWaived, hearingRequested, {
          type: 'HearingHeld',
          payload: { ...it1, heldOn: '2024-08-27', chair: ZHAO, summary: '听取意见' },
        })
          .when('decidePenalty', { ...decide, fine: '1000' })
          .thenRefused({ rule: 'APL-58' }),
    ],
  ],
  passes: [
    [
      'reviewed it is decided',
      () =>
        given(...reviewed)
          .when('decidePenalty', decide)
          .then('PenaltyDecided')
          .thenRestsOn('APL-58'),
    ],
    [
      'a small fine without a hearing needs no review',
      () =>
        given(...opened, noticeServed({ plannedFine: '1000' }), statementWaived)
          .when('decidePenalty', { ...decide, fine: '1000' })
          .then('PenaltyDecided'),
    ],
  ],
});

byRule('APL-61', {
  fires: [
    [
      'a decision is to be served within seven working days',
      () =>
        expect(dutiesAfter(decided)['penaltyService']).toMatchObject({
          rule: 'APL-61',
          owedBy: 'enforcementAgency',
          status: 'open',
          due: { due: '2024-09-09' },
        }),
    ],
  ],
  passes: [['served, nothing is owed', () => expect(dutiesAfter(served)['penaltyService']).toMatchObject({ status: 'discharged' })]],
});

byRule('APL-62', {
  fires: [
    [
      'nothing is decided while the party may still state its case',
      () =>
        given(...noticed)
          .when('completeLegalReview', review, { by: 'zhao', at: '2024-08-27T23:59:59+08:00' })
          .thenRefused({ rule: 'APL-62', zh: '2024-08-27', missing: ['当事人陈述申辩或放弃'], weighty: true }),
    ],
  ],
  passes: [
    [
      'unless it waives that',
      () =>
        given(...heard)
          .when('completeLegalReview', review, { by: 'zhao', at: '2024-08-22T09:00:00+08:00' })
          .then('LegalReviewCompleted')
          .thenRestsOn('APL-62'),
    ],
    [
      'or lets the time pass',
      () =>
        given(...noticed)
          .when('completeLegalReview', review, { by: 'zhao', at: '2024-08-28T00:00:00+08:00' })
          .then('LegalReviewCompleted'),
    ],
  ],
});

byRule('APL-63', {
  fires: [
    [
      'the notice of a large fine tells of the hearing',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '200000', hearingRight: false })
          .thenRefused({ rule: 'APL-63', missing: ['听证权利告知'], weighty: true }),
    ],
    [
      'and that of a revoked permit whatever the fine',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '0', kinds: ['permitRevoked'], hearingRight: false })
          .thenRefused({ rule: 'APL-63' }),
    ],
  ],
  passes: [
    [
      'a small one need not',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '199999.99', hearingRight: false })
          .then('PenaltyNoticeServed')
          .thenRestsOn('APL-63'),
    ],
  ],
});

const citizen: readonly Fact[] = [...determinedCase(), penaltyOpened({ partyKind: 'naturalPerson' })];

byRule('MEP-89', {
  fires: [
    [
      'for a citizen five thousand yuan are a large fine',
      () =>
        given(...citizen)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '5000', hearingRight: false })
          .thenRefused({ rule: 'APL-63', missing: ['听证权利告知'] }),
    ],
    [
      'the notice rests on the measure that says so',
      () =>
        given(...citizen)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '5000' })
          .then('PenaltyNoticeServed')
          .thenRestsOn('MEP-89'),
    ],
  ],
  passes: [
    [
      'for a legal person they are not',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice, plannedFine: '5000', hearingRight: false })
          .then('PenaltyNoticeServed'),
    ],
    [
      'the former measure had another article',
      () =>
        given(...opened)
          .when('servePenaltyNotice', { ...it1, ...notice }, { at: '2023-06-30T09:00:00+08:00' })
          .thenDoesNotRestOn('MEP-89'),
    ],
  ],
});

byRule('APL-64', {
  fires: [
    [
      'a hearing is not asked for on the sixth working day',
      () =>
        given(...noticed)
          .when('requestHearing', { ...it1, requestedOn: '2024-08-28' })
          .thenRefused({ rule: 'APL-64', zh: '2024-08-27' }),
    ],
    [
      'its place and time are told seven working days before',
      () =>
        given(...noticed, hearingRequested)
          .when('scheduleHearing', { ...it1, heldOn: '2024-09-02', place: '会议室', toldOn: '2024-08-26' })
          .thenRefused({ rule: 'APL-64', zh: '七个工作日' }),
    ],
    [
      'no investigator is in the chair',
      () =>
        given(...noticed, hearingRequested)
          .when('holdHearing', { ...it1, heldOn: '2024-09-10', chair: LI, summary: '听取意见' })
          .thenRefused({ rule: 'APL-64', zh: '非本案调查人员', weighty: true }),
    ],
  ],
  passes: [
    [
      'the fifth working day is in time',
      () =>
        given(...noticed)
          .when('requestHearing', { ...it1, requestedOn: '2024-08-27' })
          .then('HearingRequested')
          .thenRestsOn('APL-64'),
    ],
    [
      'told in time it is held under another chair',
      () =>
        given(...noticed, hearingRequested)
          .when('scheduleHearing', { ...it1, heldOn: '2024-09-10', place: '会议室', toldOn: '2024-08-26' })
          .then('HearingScheduled'),
    ],
  ],
});

byRule('APL-67', {
  fires: [
    [
      'the fine is owed within fifteen days of service',
      () =>
        expect(dutiesAfter(served)['penaltyPayment']).toMatchObject({
          rule: 'APL-67',
          owedBy: 'dischargingEntity',
          status: 'open',
          due: { due: '2024-09-14' },
        }),
    ],
    [
      'nothing paid is no payment',
      () =>
        given(...served)
          .when('recordPayment', { ...it1, amount: '0.00', paidOn: '2024-09-05' })
          .thenRefused({ rule: 'APL-67', code: 'INVALID_INPUT', zh: '大于零' }),
    ],
  ],
  passes: [
    [
      'paid in full it is executed, and nothing is owed',
      () => {
        given(...served)
          .when('recordPayment', { ...it1, amount: '300000', paidOn: '2024-09-05' })
          .then('PenaltyPaid', 'PenaltyExecuted')
          .thenRestsOn('APL-67');
        expect(
          dutiesAfter([...served, { type: 'PenaltyExecuted', payload: { ...it1, total: '300000.00' } }])['penaltyPayment'],
        ).toMatchObject({ status: 'discharged' });
      },
    ],
  ],
});

byRule('APL-72', {
  fires: [
    [
      'three per cent run for each day after the last day of payment',
      () => {
        const { events } = given(...served)
          .when('assessSurcharge', { ...it1, until: '2024-09-24' })
          .thenRestsOn('APL-72');

        expect(events).toMatchObject([{ type: 'SurchargeAssessed', payload: { days: 10, amount: '90000.00' } }]);
      },
    ],
    [
      'never more than the fine',
      () =>
        expect(given(...served).when('assessSurcharge', { ...it1, until: '2024-12-31' }).events).toMatchObject([
          { payload: { amount: '300000.00' } },
        ]),
    ],
  ],
  passes: [
    [
      'on the last day there is none yet',
      () =>
        given(...served)
          .when('assessSurcharge', { ...it1, until: '2024-09-14' })
          .thenRefused({ rule: 'APL-72', zh: '2024-09-14' }),
    ],
  ],
});

const target = { kind: 'penalty', id: 'penalty-1' } as const;
const applied = (appliedOn = '2024-09-15'): Fact => ({
  type: 'ReconsiderationApplied',
  payload: { remedyId: 'remedy-1', target, applicant: '某某化工', organ: '济宁市人民政府', appliedOn },
});
const upheld: Fact = {
  type: 'ReconsiderationDecided',
  payload: { remedyId: 'remedy-1', docNo: null, outcome: 'upheld', changedFine: null, reasons: '维持', decidedOn: '2024-11-20' },
};

byRule('APL-73', {
  fires: [
    [
      'the days of a review are not counted into the surcharge',
      () =>
        expect(given(...served, applied('2024-09-20')).when('assessSurcharge', { ...it1, until: '2024-09-24' }).events).toMatchObject([
          { payload: { days: 5, amount: '45000.00' } },
        ]),
    ],
    [
      'the review does not stop the execution: the fine is taken all the same',
      () =>
        given(...served, applied())
          .when('recordPayment', { ...it1, amount: '300000', paidOn: '2024-10-08' })
          .then('PenaltyPaid', 'PenaltyExecuted'),
    ],
  ],
  passes: [
    [
      'without one every day counts',
      () =>
        expect(given(...served).when('assessSurcharge', { ...it1, until: '2024-09-24' }).events).toMatchObject([{ payload: { days: 10 } }]),
    ],
  ],
});

const reminded = (servedOn = '2025-03-03'): Fact => ({ type: 'PaymentReminderServed', payload: { ...it1, servedOn } });
const court = { ...it1, court: '任城区人民法院', appliedOn: '2025-03-20' };

byRule('ACL-53', {
  fires: [
    [
      'while a suit may still be filed the court is not asked',
      () =>
        given(...served, reminded('2024-10-08'))
          .when('applyCourtEnforcement', { ...court, appliedOn: '2025-02-28' })
          .thenRefused({ rule: 'ACL-53', zh: '2025-02-28', weighty: true }),
    ],
    [
      'nor while a review is pending',
      () =>
        given(...served, applied(), reminded())
          .when('applyCourtEnforcement', court)
          .thenRefused({ rule: 'ACL-53', missing: ['remedy-1 的生效决定或者裁判'], weighty: true }),
    ],
    [
      'after three months a good reason is asked for',
      () =>
        given(...served, reminded())
          .when('applyCourtEnforcement', { ...court, appliedOn: '2025-05-29' })
          .thenRefused({ rule: 'ACL-53', zh: '2025-05-28', missing: ['逾期申请的正当理由'] }),
    ],
    [
      'and the last day is watched',
      () => expect(dutiesAfter(served)['courtApplication']).toMatchObject({ rule: 'ACL-53', owedBy: 'enforcementAgency', status: 'open' }),
    ],
  ],
  passes: [
    [
      'after six months and within three more the court is asked',
      () =>
        given(...served, reminded())
          .when('applyCourtEnforcement', court)
          .thenRecorded({ type: 'CourtEnforcementApplied', payload: court })
          .thenRestsOn('ACL-53'),
    ],
    [
      'a review that upheld the fine puts its own end in the place of the six months',
      () =>
        given(...served, applied(), upheld, reminded('2024-12-02'))
          .when('applyCourtEnforcement', { ...court, appliedOn: '2024-12-20' })
          .then('CourtEnforcementApplied'),
    ],
    [
      'late with its reason it goes in',
      () =>
        given(...served, reminded())
          .when('applyCourtEnforcement', { ...court, appliedOn: '2025-06-30', lateReason: '当事人下落不明' })
          .then('CourtEnforcementApplied'),
    ],
    [
      'where it was never made known when it was served, nothing is held early or late',
      () =>
        given(...decided, { type: 'PenaltyServed', payload: { ...penaltyServed.payload, servedOn: 'unknown' } }, reminded())
          .when('applyCourtEnforcement', court)
          .then('CourtEnforcementApplied'),
    ],
  ],
});

byRule('ACL-54', {
  fires: [
    [
      'without a reminder the court is not asked',
      () =>
        given(...served)
          .when('applyCourtEnforcement', court)
          .thenRefused({ rule: 'ACL-54', missing: ['催告书'], weighty: true }),
    ],
    [
      'nor before its ten days are over',
      () =>
        given(...served, reminded('2025-03-11'))
          .when('applyCourtEnforcement', court)
          .thenRefused({ rule: 'ACL-54' }),
    ],
  ],
  passes: [
    [
      'ten days after it is',
      () =>
        given(...served, reminded('2025-03-10'))
          .when('applyCourtEnforcement', court)
          .then('CourtEnforcementApplied')
          .thenRestsOn('ACL-54'),
    ],
  ],
});

byRule('MEP-20', {
  fires: [
    [
      'a case that was filed without its conditions is withdrawn with the reason',
      () =>
        given(...noticed)
          .when('withdrawPenaltyCase', { ...it1, reason: '主体有误' })
          .then('PenaltyCaseWithdrawn')
          .thenRestsOn('MEP-20'),
    ],
  ],
  passes: [
    [
      'one that was decided is not',
      () =>
        given(...decided)
          .when('withdrawPenaltyCase', { ...it1, reason: '主体有误' })
          .thenOutOfTurn('W-02'),
    ],
    [
      'under the former measure it had no such article',
      () =>
        given(...noticed)
          .when('withdrawPenaltyCase', { ...it1, reason: '主体有误' }, { at: '2023-06-30T09:00:00+08:00' })
          .thenDoesNotRestOn('MEP-20'),
    ],
  ],
});

const suspended: Fact = {
  type: 'PenaltyInvestigationSuspended',
  payload: { ...it1, ground: 'judgmentAwaited', reason: '等待裁判', on: '2024-08-16' },
};

byRule('MEP-35', {
  fires: [
    [
      'what is suspended goes on only after it was resumed',
      () =>
        given(...opened, suspended)
          .when('servePenaltyNotice', { ...it1, ...notice })
          .thenRefused({ rule: 'MEP-35', missing: ['恢复办理'] }),
    ],
    [
      'and its ninety days stand still',
      () => expect(dutiesAfter([...opened, suspended])['penaltyDecision']).toMatchObject({ status: 'suspended' }),
    ],
  ],
  passes: [
    [
      'the head suspends it',
      () =>
        given(...opened)
          .when('suspendPenaltyCase', suspended.payload)
          .thenRecorded(suspended)
          .thenRestsOn('MEP-35'),
    ],
    [
      'resumed, it goes on',
      () =>
        given(...opened, suspended, { type: 'PenaltyInvestigationResumed', payload: { ...it1, on: '2024-08-19' } })
          .when('servePenaltyNotice', { ...it1, ...notice })
          .then('PenaltyNoticeServed'),
    ],
  ],
});

const termination = { ...it1, ground: 'bodyDissolved', reason: '企业注销且无承继人', on: '2024-08-20' };

byRule('MEP-36', {
  fires: [
    [
      'the head terminates it on a ground of the article, and no decision is owed any more',
      () => {
        given(...opened)
          .when('terminatePenaltyCase', termination)
          .then('PenaltyCaseTerminated')
          .thenRestsOn('MEP-36');
        expect(
          dutiesAfter([...opened, { type: 'PenaltyCaseTerminated', payload: { ...termination, ground: 'bodyDissolved' } }])[
            'penaltyDecision'
          ],
        ).toMatchObject({ status: 'discharged' });
      },
    ],
  ],
  passes: [
    [
      'nothing follows in it',
      () =>
        given(...opened, { type: 'PenaltyCaseTerminated', payload: { ...termination, ground: 'bodyDissolved' } })
          .when('servePenaltyNotice', { ...it1, ...notice })
          .thenOutOfTurn('W-02'),
    ],
    [
      'the former measure had no such article',
      () =>
        given(...opened)
          .when('terminatePenaltyCase', termination, { at: '2023-06-30T09:00:00+08:00' })
          .thenDoesNotRestOn('MEP-36'),
    ],
  ],
});

const extended = (by: 'head' | 'collective'): Fact => ({
  type: 'PenaltyTimeExtended',
  payload: { ...it1, by, days: 30, reason: '案情复杂' },
});

byRule('MEP-57', {
  fires: [
    [
      'the head extends once only',
      () =>
        given(...opened, extended('head'))
          .when('extendPenaltyTime', { ...it1, by: 'head', reason: '案情复杂' })
          .thenRefused({ rule: 'MEP-57', weighty: true }),
    ],
    [
      'collective discussion once more, and no third time',
      () =>
        given(...opened, extended('head'), extended('collective'))
          .when('extendPenaltyTime', { ...it1, by: 'collective', reason: '案情复杂' })
          .thenRefused({ rule: 'MEP-57' }),
    ],
  ],
  passes: [
    [
      'thirty days are added to the ninety',
      () => {
        given(...opened)
          .when('extendPenaltyTime', { ...it1, by: 'head', reason: '案情复杂' })
          .thenRecorded(extended('head'))
          .thenRestsOn('MEP-57');
        expect(dutiesAfter(opened)['penaltyDecision']).toMatchObject({ due: { due: '2024-11-13' } });
        expect(dutiesAfter([...opened, extended('head')])['penaltyDecision']).toMatchObject({ due: { due: '2024-12-13' } });
      },
    ],
  ],
});

const takeOver = { ...it1, ground: '下级应罚未罚' };

byRule('MEP-86', {
  fires: [
    [
      'the superior penalises directly',
      () =>
        given(...opened)
          .when('takeOverPenaltyCase', takeOver, { of: SHANDONG })
          .then('PenaltyTakenOver')
          .thenRestsOn('MEP-86'),
    ],
  ],
  passes: [
    [
      'the authority itself takes nothing over',
      () =>
        given(...opened)
          .when('takeOverPenaltyCase', takeOver, { of: JINING })
          .thenRefused({ rule: 'MEP-15', weighty: true }),
    ],
    [
      'before the measure of 2023 it does not rest on it',
      () =>
        given(...opened)
          .when('takeOverPenaltyCase', takeOver, { of: SHANDONG, at: '2023-06-30T09:00:00+08:00' })
          .thenDoesNotRestOn('MEP-86'),
    ],
  ],
});

byRule('CODE-1072', {
  fires: [
    [
      'under the code the superior decides what the lower one should have imposed',
      () =>
        given(...opened)
          .when('takeOverPenaltyCase', takeOver, { of: SHANDONG, at: UNDER_THE_CODE })
          .then('PenaltyTakenOver')
          .thenRestsOn('CODE-1072'),
    ],
  ],
  passes: [
    [
      'before it that article is no basis',
      () =>
        given(...opened)
          .when('takeOverPenaltyCase', takeOver, { of: SHANDONG })
          .thenDoesNotRestOn('CODE-1072'),
    ],
  ],
});

const crime: readonly Fact[] = [
  ...determinedCase({ finding: 'suspectedCrime' }),
  penaltyOpened(),
  noticeServed(),
  statementWaived,
  legalReviewCompleted,
];
const atPolice: readonly Fact[] = [...crime, transferProposed(), transferApproved, transferSent, transferReceived, transferAccepted];

byRule('SCT-11', {
  fires: [
    [
      'no fine takes the place of a transfer that is proposed',
      () =>
        given(...crime, transferProposed())
          .when('decidePenalty', decide)
          .thenRefused({ rule: 'SCT-11', zh: 'transfer-1', weighty: true }),
    ],
  ],
  passes: [
    [
      'after the police have declined it is decided',
      () =>
        given(...atPolice, filingDeclined)
          .when('decidePenalty', decide)
          .then('PenaltyDecided')
          .thenRestsOn('SCT-11'),
    ],
  ],
});

byRule('CJL-16', {
  fires: [
    [
      'before the regulation of 2020 the penalty waits for the criminal outcome by this article',
      () =>
        given(...atPolice)
          .when('decidePenalty', decide, { at: '2020-08-06T09:00:00+08:00' })
          .thenRefused({ rule: 'CJL-16', missing: ['不予立案或刑事处理结果'], weighty: true }),
    ],
    [
      'and its ninety days stand still',
      () =>
        expect(
          dutiesAfter([...opened, { type: 'PenaltyClockSuspended', payload: { ...it1, reason: '移送', on: '2024-08-29' } }])[
            'penaltyDecision'
          ],
        ).toMatchObject({ status: 'suspended' }),
    ],
  ],
  passes: [
    [
      'before the measure of 2017 it says nothing',
      () =>
        given(...atPolice)
          .when('decidePenalty', decide, { at: '2017-01-24T09:00:00+08:00' })
          .then('PenaltyDecided'),
    ],
  ],
});

byRule('W-02', {
  fires: [
    [
      'an act waits for those that the procedure puts before it',
      () =>
        given(...opened)
          .when('servePenalty', penaltyServed.payload)
          .thenOutOfTurn('W-02'),
    ],
  ],
  passes: [
    [
      'in its turn it is done',
      () =>
        given(...decided)
          .when('servePenalty', penaltyServed.payload)
          .then('PenaltyServed'),
    ],
  ],
});

byRule('W-06', {
  fires: [
    [
      'a party that is not registered is not penalised',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', open)
          .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'plant' }),
    ],
  ],
  passes: [
    [
      'a registered one is',
      () =>
        given(...determinedCase())
          .when('openPenaltyCase', open, { parties: { plant: [partyRegistered()] } })
          .then('PenaltyCaseOpened')
          .thenRestsOn('W-06'),
    ],
  ],
});

byRule('W-11', {
  fires: [
    [
      'a day that is known by its month is taken, and what is counted from it is marked',
      () => {
        given(...determinedCase())
          .when('openPenaltyCase', { ...open, filedOn: '2024-08' }, registers)
          .then('PenaltyCaseOpened');
        expect(dutiesAfter([...determinedCase(), penaltyOpened({ filedOn: '2024-08' })])['penaltyDecision']).toMatchObject({
          due: { imprecise: true },
        });
      },
    ],
  ],
  passes: [['a known day is not marked', () => expect(dutiesAfter(opened)['penaltyDecision']?.due?.imprecise ?? false).toBe(false)]],
});

byRule('W-03', {
  fires: [
    [
      'no case officer reviews the own case',
      () =>
        given(...heard)
          .when('completeLegalReview', review, { by: 'li' })
          .thenRefused({ rule: 'W-03', zh: '不得为本案办案人员', weighty: true }),
    ],
  ],
  passes: [
    [
      'another person does',
      () =>
        given(...heard)
          .when('completeLegalReview', review, { by: 'zhao' })
          .then('LegalReviewCompleted')
          .thenRestsOn('W-03'),
    ],
  ],
});
