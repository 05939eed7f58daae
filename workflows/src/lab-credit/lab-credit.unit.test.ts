import { byRule } from '../testing/by-rule';
import {
  determinedCase,
  LAB,
  legalReviewCompleted,
  noticeServed,
  partyRegistered,
  penaltyDecided,
  penaltyOpened,
  statementWaived,
} from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING } from '../testing/given';
import { owedAfter, tied } from '../testing/traces';
import type { ProblemFinding } from '..';

const fraud: Partial<ProblemFinding> = { tampering: true, violationClass: 'dataFraud', methods: ['F06'], partyKind: 'thirdPartyLab' };
const reviewed = (finding: Partial<ProblemFinding>, jurisdiction: string) =>
  [...determinedCase(finding, { jurisdiction }), penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted] as const;

const serviceBody = { partyId: 'plant', name: '某某化工', kind: 'thirdPartyLab' } as const;
const decided = (jurisdiction: string) => [...reviewed(fraud, jurisdiction), penaltyDecided({ serviceBody })] as const;

const { collectiveDiscussion: _discussion, penaltyId, docNo, ...decision } = penaltyDecided().payload;
const decide = (finding: Partial<ProblemFinding>, more: object = {}, jurisdiction = CHANGCHUN) =>
  given(...reviewed(finding, jurisdiction)).when('decidePenalty', {
    penaltyId,
    docNo,
    ...decision,
    collectiveDiscussion: '集体讨论',
    ...more,
  });

const evaluation = { penaltyId: 'penalty-1', measure: '山东省企业环境信用评价办法', grade: '红牌', evaluatedOn: '2024-09-20' };
const evaluated = {
  type: 'LabCreditEvaluated',
  payload: { ...evaluation, evaluationId: 'evaluation-1', partyId: 'plant', partyName: '某某化工', evaluatedBy: '济宁市生态环境局' },
} as const;

byRule('R-119', {
  fires: [
    [
      'operating staff that tampered are penalised more heavily, or it is said why not',
      () => {
        decide({ ...fraud, partyKind: 'omProvider', heavierPenalty: true }).thenWarned('R-119');
      },
    ],
    [
      'the mark comes with the finding, from who did it and what was done',
      () => {
        const om = { parties: { plant: [partyRegistered({ kind: 'omProvider', jurisdiction: CHANGCHUN })] } };
        const report = (finding: object) =>
          given(...determinedCase({}, { jurisdiction: CHANGCHUN }), { type: 'InvestigationResumed', payload: { reason: '补充调查' } }).when(
            'reportInvestigation',
            { findings: [{ problemId: 'problem-1', finding: 'violation', malicious: false, reasons: '查实', ...finding }] },
            om,
          );
        const marked = (finding: object): unknown =>
          (report(finding).events[0]?.payload as { readonly findings: readonly ProblemFinding[] }).findings[0]?.heavierPenalty;

        expect(marked({ violationClass: 'dataFraud', tampering: true, methods: ['T08'] })).toBe(true);
        expect(
          marked({
            violationClass: 'other',
            tampering: false,
            elements: [{ element: 'facilityDisturbed', evidence: [{ kind: 'document', ref: '笔录' }] }],
          }),
        ).toBe(true);
        expect(marked({ violationClass: 'other', tampering: false })).toBeUndefined();
      },
    ],
  ],
  passes: [
    [
      'heavier, or another weight with its circumstances',
      () => {
        const marked = { ...fraud, partyKind: 'omProvider', heavierPenalty: true } as const;
        decide(marked, { weight: { mark: 'heavier', circumstances: '运维人员篡改数据' } })
          .thenWarned()
          .thenRestsOn('R-119');
        decide(marked, { weight: { mark: 'ordinary', circumstances: '主动供述、消除后果' } }).thenWarned();
      },
    ],
    [
      'without the mark, or in Jining, nothing is asked',
      () => {
        decide({}).thenWarned();
        decide({ ...fraud, heavierPenalty: true }, {}, JINING).thenWarned();
      },
    ],
  ],
});

byRule('R-125', {
  fires: [
    [
      'a lab penalised for fraud is tied to the decision with its legal basis',
      () => {
        decide(fraud, {}, JINING).thenRecorded(penaltyDecidedAs(serviceBody));
        expect(tied(penaltyDecided({ serviceBody }), 'case-1', JINING)).toEqual(['penalisedServiceBody thirdPartyLab 某某化工']);
      },
    ],
  ],
  passes: [
    [
      'a discharging entity is not, nor anyone where the rule is not in force',
      () => {
        expect(tied(penaltyDecided(), 'case-1', JINING)).toEqual([]);
        expect(tied(penaltyDecided({ serviceBody }), 'case-1', BEIJING)).toEqual([]);
      },
    ],
  ],
});

function penaltyDecidedAs(body: typeof serviceBody) {
  return penaltyDecided({
    collectiveDiscussion: '集体讨论',
    kinds: ['fine'],
    confiscated: null,
    weight: null,
    groundOfLaw: null,
    serviceBody: body,
    fraud: true,
  });
}

byRule('R-126', {
  fires: [
    [
      'the evaluation is owed from the penalty on',
      () => {
        expect(owedAfter('case-1', [penaltyDecided({ serviceBody })], JINING)).toContain('labCreditEvaluation penalty-1');
      },
    ],
    [
      'it is made by the department that penalised, on a penalty of a lab for fraud only',
      () => {
        given(...decided(JINING))
          .when('evaluateLabCredit', evaluation, { parties: { plant: [partyRegistered()] } })
          .thenRefused({ rule: 'R-126', missing: ['对监测机构弄虚作假的处罚'] });
        given(...determinedCase(fraud))
          .when('evaluateLabCredit', evaluation, { parties: { plant: LAB } })
          .thenOutOfTurn('R-126', '只作通报');
      },
    ],
  ],
  passes: [
    [
      'made once, it is no longer owed, and stands in the trace of the lab',
      () => {
        given(...decided(JINING))
          .when('evaluateLabCredit', evaluation, { parties: { plant: LAB } })
          .thenRecorded(evaluated)
          .thenRestsOn('R-126');
        given(...decided(JINING), evaluated)
          .when('evaluateLabCredit', evaluation, { parties: { plant: LAB } })
          .thenOutOfTurn('R-126');
        expect(owedAfter('case-1', [penaltyDecided({ serviceBody }), evaluated], JINING)).not.toContain('labCreditEvaluation penalty-1');
        expect(tied(evaluated, 'case-1', JINING)).toEqual(['labCredit evaluatedLab 某某化工']);
      },
    ],
    [
      'on a penalty of another department a notice is recorded and nothing evaluated',
      () => {
        const notice = { partyId: 'plant', penalisedBy: '济宁市市场监督管理局', noticedOn: '2024-09-01', content: '撤销资质' };
        given(...decided(JINING))
          .when('noticeLabPenalty', notice)
          .thenRecorded({ type: 'LabPenaltyNoticed', payload: { ...notice, noticeId: 'notice-1', docNo: null } });
      },
    ],
  ],
});
