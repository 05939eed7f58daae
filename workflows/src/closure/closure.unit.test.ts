import { byRule } from '../testing/by-rule';
import { determinedCase, feedbackGiven } from '../testing/facts';
import { given, type Fact } from '../testing/given';

const UNDER_THE_CODE = { at: '2026-09-10T09:00:00+08:00' };
const application = {
  partyId: 'plant',
  problemIds: ['problem-1'],
  seriousness: '多次被罚仍不改正',
  government: '济宁市人民政府',
  appliedOn: '2026-09-01',
};
const serious: readonly Fact[] = [...determinedCase({ violationClass: 'dataFraud', tampering: true, malicious: true }), feedbackGiven];
const applied: Fact = { type: 'ClosureApplied', payload: { closureId: 'closure-1', ...application } };
const approved: Fact = { type: 'ClosureApproved', payload: { closureId: 'closure-1', docNo: null, approvedOn: '2026-09-05' } };
const order = { closureId: 'closure-1', orderedOn: '2026-09-06' };

byRule('CODE-1102', {
  fires: [
    [
      "no closure is ordered without the approval of the people's government",
      () =>
        given(...serious, applied)
          .when('orderClosure', order, UNDER_THE_CODE)
          .thenRefused({ rule: 'CODE-1102', code: 'WRONG_STAGE', missing: ['人民政府书面批准'], weighty: true }),
    ],
  ],
  passes: [
    [
      'with it the order rests on the code',
      () =>
        given(...serious, applied, approved)
          .when('orderClosure', order, UNDER_THE_CODE)
          .then('ClosureOrdered')
          .thenRestsOn('CODE-1102'),
    ],
    [
      'before the code the act of 2014 said so',
      () =>
        given(...serious, applied)
          .when('orderClosure', order)
          .thenRefused({ rule: 'EPL-60', code: 'WRONG_STAGE', weighty: true }),
    ],
  ],
});

byRule('CODE-1108', {
  fires: [
    [
      'a serious evasion of supervision is put before the government for closure',
      () =>
        given(...serious)
          .when('applyClosure', application, UNDER_THE_CODE)
          .thenRecorded(applied)
          .thenRestsOn('CODE-1108'),
    ],
    [
      'and is not closed while the approval is out',
      () =>
        given(...serious, applied)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已办' }, UNDER_THE_CODE)
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
  ],
  passes: [
    [
      'before the code it does not rest on it',
      () =>
        given(...serious)
          .when('applyClosure', { ...application, appliedOn: '2024-09-01' })
          .thenDoesNotRestOn('CODE-1108'),
    ],
  ],
});
