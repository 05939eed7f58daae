import { byRule } from '../testing/by-rule';
import {
  determinedCase,
  feedbackGiven,
  finding,
  investigatedCase,
  investigationReported,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  published,
  statementWaived,
  transferApproved,
  transferCopied,
  transferProposed,
  transferReceived,
  transferSent,
  filingNotified,
  transferAccepted,
} from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING, LANZHOU, type Fact } from '../testing/given';
import type { CasePayload } from '../testing/facts';

const JILIN = '220200';
const IN_2018 = '2018-08-01T09:00:00+08:00';

type Result = Parameters<typeof determinedCase>[0];

const found = (jurisdiction: string, result: Result, over: Partial<CasePayload<'ProblemFound'>> = {}): readonly Fact[] => [
  ...determinedCase(result, { jurisdiction, ...over }),
  feedbackGiven,
];

const strikeOff = (history: readonly Fact[], at?: string) =>
  given(...history).when('strikeOffProblem', { problemId: 'problem-1', result: '已办' }, at === undefined ? {} : { at });

const fraud = { violationClass: 'dataFraud', tampering: true, malicious: true } as const;
const penalised: readonly Fact[] = [penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted, penaltyDecided(), published()];
const { transferId: _id, ...proposal } = transferProposed().payload;
const { closureId: _closure, ...application } = {
  closureId: 'closure-1',
  partyId: 'plant',
  problemIds: ['problem-1'],
  seriousness: '多次被罚仍不改正',
  government: '某市人民政府',
  appliedOn: '2024-09-01',
};
const transferred: readonly Fact[] = [
  transferProposed(),
  transferApproved,
  transferSent,
  transferCopied,
  transferReceived,
  transferAccepted,
  filingNotified,
];

const suspension = { restrictionId: 'restriction-1', decidedOn: '2024-09-10', citesMalice: true };
const noticed: Fact = {
  type: 'RestrictionNoticeServed',
  payload: {
    restrictionId: 'restriction-1',
    kind: 'suspension',
    partyId: 'plant',
    problemIds: ['problem-1'],
    ground: '逃避监管',
    servedOn: '2024-09-01',
  },
};
const permit = {
  kind: 'permitSuspended',
  partyId: 'plant',
  problemIds: ['problem-1'],
  decidedOn: '2024-09-10',
  reasons: '恶意违法',
  citesMalice: true,
};

byRule('R-130', {
  fires: [
    [
      'a suspension that cites malice needs a violation classed malicious',
      () =>
        given(...found(JILIN, {}), noticed)
          .when('decideRestriction', suspension)
          .thenRefused({ rule: 'R-130', zh: '未认定恶意违法', missing: ['恶意违法认定'], weighty: true }),
    ],
    [
      'so does a measure on the permit',
      () =>
        given(...found(JILIN, {}))
          .when('decidePermitMeasure', permit)
          .thenRefused({ rule: 'R-130' }),
    ],
  ],
  passes: [
    [
      'a malicious one may be suspended',
      () =>
        given(...found(JILIN, fraud), noticed)
          .when('decideRestriction', suspension)
          .then('RestrictionDecided')
          .thenRestsOn('R-130'),
    ],
    [
      'the measures may be taken together',
      () =>
        given(...found(JILIN, fraud), noticed, {
          type: 'RestrictionDecided',
          payload: {
            restrictionId: 'restriction-1',
            docNo: null,
            decidedOn: '2024-09-10',
            until: null,
            citesMalice: true,
            collectiveDiscussion: null,
          },
        })
          .when('decidePermitMeasure', permit)
          .then('PermitMeasureDecided'),
    ],
    [
      'a suspension that rests on other grounds needs no malice',
      () =>
        given(...found(JILIN, {}), noticed)
          .when('decideRestriction', { ...suspension, citesMalice: false })
          .then('RestrictionDecided'),
    ],
  ],
});

const applied: Fact = { type: 'ClosureApplied', payload: { closureId: 'closure-1', ...application } };
const approved: Fact = { type: 'ClosureApproved', payload: { closureId: 'closure-1', docNo: '某政批1号', approvedOn: '2024-09-05' } };

byRule('R-131', {
  fires: [
    [
      'a closure is not ordered while the approval of the government is out',
      () =>
        given(...found(JILIN, fraud), applied)
          .when('orderClosure', { closureId: 'closure-1', orderedOn: '2024-09-06' })
          .thenRefused({ rule: 'R-131', code: 'WRONG_STAGE', missing: ['人民政府书面批准'], weighty: true, cites: '吉环执法字' }),
    ],
    [
      'nor after the government has refused',
      () =>
        given(...found(JILIN, fraud), applied, {
          type: 'ClosureNotApproved',
          payload: { closureId: 'closure-1', on: '2024-09-05', reasons: '可限期整改' },
        })
          .when('orderClosure', { closureId: 'closure-1', orderedOn: '2024-09-06' })
          .thenRefused({ rule: 'R-131', code: 'WRONG_STAGE' }),
    ],
    [
      'the case is marked serious in the application',
      () =>
        given(...found(JILIN, fraud))
          .when('applyClosure', { ...application, seriousness: '' })
          .thenInvalid('seriousness'),
    ],
    [
      'an approval that is pending keeps the problem on the ledger',
      () =>
        strikeOff([...found(JILIN, fraud), ...penalised, applied]).thenRefused({
          rule: 'R-004',
          code: 'CLOSE_OUT_BLOCKED',
          missing: ['B-6 problem-1：停业、关闭的政府批准未决，或者尚未执行'],
        }),
    ],
  ],
  passes: [
    [
      'with the approval on file it is ordered',
      () =>
        given(...found(JILIN, fraud), applied, approved)
          .when('orderClosure', { closureId: 'closure-1', orderedOn: '2024-09-06' })
          .then('ClosureOrdered')
          .thenRestsOn('R-131'),
    ],
  ],
});

byRule('R-132', {
  fires: [
    [
      'a malicious violation that is a crime is not closed with a penalty alone',
      () =>
        strikeOff([...found(JILIN, { ...fraud, finding: 'suspectedCrime' }), ...penalised]).thenRefused({
          rule: 'R-004',
          code: 'CLOSE_OUT_BLOCKED',
          missing: ['B-7 problem-1：涉嫌犯罪移送未完成：缺移送、抄送检察机关或公安机关书面通知'],
        }),
    ],
  ],
  passes: [
    [
      'transferred and filed by the police it may be',
      () => strikeOff([...found(JILIN, { ...fraud, finding: 'suspectedCrime' }), ...penalised, ...transferred]).then('ProblemStruckOff'),
    ],
  ],
});

byRule('R-133', {
  fires: [
    [
      'in Gansu in 2018 the file of a suspected enterprise is not closed without handling',
      () => strikeOff(found(LANZHOU, fraud), IN_2018).thenRefused({ rule: 'W-07', code: 'CLOSE_OUT_BLOCKED' }),
    ],
    [
      'nor a criminal matter without its transfer',
      () =>
        strikeOff([...found(LANZHOU, { finding: 'suspectedCrime' }), ...penalised], IN_2018).thenRefused({
          rule: 'W-07',
          code: 'CLOSE_OUT_BLOCKED',
        }),
    ],
  ],
  passes: [['investigated and handled it is', () => strikeOff([...found(LANZHOU, {}), ...penalised], IN_2018).then('ProblemStruckOff')]],
});

byRule('R-134', {
  fires: [
    [
      'in Changchun a fraud that is not penalised draws the warning of the draft',
      () =>
        strikeOff([...found(CHANGCHUN, { ...fraud, finding: 'suspectedCrime' }), ...transferred, published()]).thenWarned('R-134', 'R-138'),
    ],
    [
      'a transfer for fraud without the names of the responsible persons does so too',
      () =>
        given(...found(CHANGCHUN, { ...fraud, finding: 'suspectedCrime' }))
          .when('proposeCriminalTransfer', { ...proposal, responsiblePersons: [] })
          .thenWarned('R-134'),
    ],
  ],
  passes: [
    [
      'named, nothing is said',
      () =>
        given(...found(CHANGCHUN, { ...fraud, finding: 'suspectedCrime' }))
          .when('proposeCriminalTransfer', proposal)
          .thenWarned(),
    ],
    [
      'it is a rule of Changchun',
      () =>
        strikeOff([...found(BEIJING, { ...fraud, finding: 'suspectedCrime' }), ...transferred, published()])
          .then('ProblemStruckOff')
          .thenWarned(),
    ],
  ],
});

byRule('R-136', {
  fires: [
    [
      'in Jining a fraud left as a general problem is not closed without a penalty or a transfer',
      () =>
        strikeOff([
          ...found(JINING, { ...fraud, finding: 'generalProblem' }),
          {
            type: 'RectificationOrdered',
            payload: {
              rectificationId: 'rectification-1',
              problemIds: ['problem-1'],
              partyId: 'plant',
              mode: 'atOnce',
              orderNo: null,
              demand: '改正',
              dueOn: '2024-09-02',
              reasonNotAtOnce: null,
              plan: null,
            },
          },
          { type: 'RectificationReported', payload: { rectificationId: 'rectification-1', measures: '已改' }, by: 'officer-2' },
          {
            type: 'RectificationConfirmed',
            payload: { rectificationId: 'rectification-1', reinspectedAt: '2024-09-03T09:00:00+08:00', result: '到位' },
          },
        ]).thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED', missing: ['B-3 problem-1：偷排偷放、弄虚作假未处罚也未移送'] }),
    ],
    [
      'nor a covert discharge',
      () =>
        strikeOff([...found(JINING, { violationClass: 'covertDischarge' }), published()]).thenRefused({
          rule: 'R-004',
          code: 'CLOSE_OUT_BLOCKED',
        }),
    ],
  ],
  passes: [
    ['a penalty will do', () => strikeOff([...found(JINING, fraud), ...penalised]).then('ProblemStruckOff')],
    [
      'a transfer will do',
      () => strikeOff([...found(JINING, { ...fraud, finding: 'suspectedCrime' }), ...transferred, published()]).then('ProblemStruckOff'),
    ],
  ],
});

byRule('R-137', {
  fires: [
    [
      'fraud found in a self-monitoring inspection is no general problem',
      () =>
        given(...investigatedCase({ source: 'selfMonitoringCheck' }))
          .when('reportInvestigation', { reportNo: '调1号', findings: [finding({ ...fraud, finding: 'generalProblem' })] })
          .thenRefused({ rule: 'R-137', weighty: true, missing: ['problem-1 的违法认定'], cites: '济环字' }),
    ],
  ],
  passes: [
    [
      'found a violation it goes its way',
      () =>
        given(...investigatedCase({ source: 'selfMonitoringCheck' }))
          .when('reportInvestigation', { reportNo: '济环调〔2024〕1号', findings: [finding({ ...fraud, methods: ['T08'] })] })
          .thenRecorded(investigationReported(finding({ ...fraud, methods: ['T08'] })))
          .thenRestsOn('R-137'),
    ],
    [
      'elsewhere it is for the investigation to say',
      () =>
        given(...investigatedCase({ source: 'selfMonitoringCheck', jurisdiction: BEIJING }))
          .when('reportInvestigation', { reportNo: '调1号', findings: [finding({ ...fraud, finding: 'generalProblem' })] })
          .then('InvestigationReported'),
    ],
  ],
});
