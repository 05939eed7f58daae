import { byRule } from '../testing/by-rule';
import { dutiesIn, isOwed } from '../testing/duties';
import {
  acceptedCase,
  caseClosed,
  clueTransferred,
  determinedCase,
  ENFORCEMENT,
  feedbackGiven,
  finding,
  LI,
  WANG,
  investigatedCase,
  PLANT,
  problemFound,
  problemStruckOff,
  published,
  rectificationConfirmed,
  rectificationOrdered,
  rectificationReported,
} from '../testing/facts';
import { BEIJING, CHANGCHUN, foldOf, given, JINING, LANZHOU, type Fact } from '../testing/given';
import { openProblemsOn } from './age';

const JILIN = '220200';
const parties = { plant: PLANT };
const found = {
  title: '废水超标',
  source: 'superiorTransfer',
  partyId: 'plant',
  facts: '督察交办',
  foundAt: '2024-08-01T09:00:00+08:00',
};
const origin = { level: 'province', organisation: '吉林省生态环境厅', handedDownOn: '2024-07-30' };
const second = problemFound({ problemId: 'problem-2' });
const bothFound = { reportNo: '调1号', findings: [finding(), finding({ problemId: 'problem-2' })] };

byRule('R-001', {
  fires: [
    [
      'an investigation waits for the clue',
      () => {
        given(problemFound({ jurisdiction: JILIN }))
          .when('openInvestigation', { investigators: [LI, WANG] })
          .thenOutOfTurn('R-001');
      },
    ],
    [
      'a problem that was added later is not determined before its own clue was handed over',
      () => {
        given(...investigatedCase({ jurisdiction: JILIN }), second)
          .when('reportInvestigation', bothFound)
          .thenRefused({ rule: 'R-001', missing: ['problem-2 的线索移交和受理'] });
      },
    ],
    [
      'nothing is published before it is determined',
      () => {
        given(...determinedCase({}, { jurisdiction: JILIN }), second)
          .when('publishDisclosure', {
            subject: 'result',
            problemIds: ['problem-2'],
            channel: '网站',
            title: '结果',
            text: '已处理',
            publishedAt: '2024-08-30T08:00:00+08:00',
          })
          .thenRefused({ rule: 'R-001' });
      },
    ],
  ],
  passes: [
    [
      'step by step it goes',
      () => {
        given(...investigatedCase({ jurisdiction: JILIN }))
          .when('reportInvestigation', { findings: [finding()] })
          .then('InvestigationReported')
          .thenRestsOn('R-001');
      },
    ],
    [
      'a problem from another source in Jilin, or in another place, is not bound by it',
      () => {
        given(...investigatedCase({ jurisdiction: JILIN }), problemFound({ problemId: 'problem-2', source: 'publicReport' }))
          .when('reportInvestigation', bothFound)
          .then('InvestigationReported');
        given(...investigatedCase({ jurisdiction: BEIJING }), second)
          .when('reportInvestigation', bothFound)
          .then('InvestigationReported')
          .thenDoesNotRestOn('R-001');
      },
    ],
  ],
});

byRule('R-002', {
  fires: [
    [
      'in Jining the loop begins with self-monitoring',
      () => {
        given(...investigatedCase(), problemFound({ problemId: 'problem-2', source: 'selfMonitoringCheck' }))
          .when('reportInvestigation', bothFound)
          .thenRefused({ rule: 'R-002', missing: ['problem-2 的线索移交和受理'] });
      },
    ],
  ],
  passes: [
    [
      'a problem from enforcement monitoring is not bound there',
      () => {
        given(...investigatedCase(), second)
          .when('reportInvestigation', bothFound)
          .then('InvestigationReported')
          .thenRestsOn('R-002');
      },
    ],
    [
      'nor is one of the eve of the text',
      () => {
        given(...investigatedCase(), problemFound({ problemId: 'problem-2', source: 'selfMonitoringCheck' }))
          .when('reportInvestigation', bothFound, { at: '2023-05-25T09:00:00+08:00' })
          .then('InvestigationReported');
      },
    ],
  ],
});

const permitCase = (jurisdiction: string) => determinedCase({ finding: 'violation' }, { source: 'permitSupervision', jurisdiction });
const strike = { problemId: 'problem-1', result: '已处理' };
const urging = { problemIds: ['problem-1'], content: '请按证整改', urgedOn: '2024-08-20' };
const urged = { type: 'RectificationUrged', payload: urging } as const;
const NOT_URGED = expect.objectContaining({ zh: expect.stringContaining('督促整改') }) as unknown;

const missingOf = (history: readonly Fact[]): readonly unknown[] => {
  const { verdict } = given(...history).when('strikeOffProblem', strike);

  return verdict.kind === 'refusal' ? verdict.missing : [];
};

byRule('R-003', {
  fires: [
    [
      'a permit case of Jilin is not struck off before the rectification was urged',
      () => {
        expect(missingOf([...permitCase(JILIN)])).toContainEqual(NOT_URGED);
      },
    ],
  ],
  passes: [
    [
      'the urging, or the order itself, is on record',
      () => {
        given(...permitCase(JILIN))
          .when('urgeRectification', urging)
          .thenRecorded(urged)
          .thenRestsOn('R-003');
        expect(missingOf([...permitCase(JILIN), urged])).not.toContainEqual(NOT_URGED);
        expect(missingOf([...permitCase(JILIN), rectificationOrdered()])).not.toContainEqual(NOT_URGED);
      },
    ],
    [
      'it is not asked of another source or another place',
      () => {
        expect(missingOf([...determinedCase({}, { jurisdiction: JILIN })])).not.toContainEqual(NOT_URGED);
        expect(missingOf([...permitCase(JINING)])).not.toContainEqual(NOT_URGED);
      },
    ],
  ],
});

const settled = [
  ...determinedCase({ finding: 'generalProblem', violationClass: null }),
  feedbackGiven,
  rectificationOrdered(),
  rectificationReported(),
  rectificationConfirmed,
  published(),
] as const;

byRule('R-004', {
  fires: [
    [
      'a case with a problem left on the ledger is not closed',
      () => {
        given(...settled)
          .when('closeCase', { summary: '结案' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED', zh: '1项', weighty: true });
        given(...settled, problemStruckOff, second)
          .when('closeCase', { summary: '结案' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' });
      },
    ],
  ],
  passes: [
    [
      'each one struck off, the case closes',
      () => {
        given(...settled)
          .when('strikeOffProblem', strike)
          .then('ProblemStruckOff')
          .thenRestsOn('R-004');
        given(...settled, problemStruckOff)
          .when('closeCase', { summary: '结案' })
          .thenRecorded(caseClosed);
      },
    ],
  ],
});

const byMonitoring = { as: 'monitoringUnit' } as const;
const byPermit = { as: 'permitDepartment' } as const;
const forwarded = (to: string) => ({ type: 'FindingForwarded', payload: { problemIds: ['problem-1'], to, content: '情况' } }) as never;

byRule('R-011', {
  fires: [
    [
      'what the monitoring unit found is owed to permit department and enforcement agency both',
      () => {
        const history = [{ ...problemFound(), ...byMonitoring }, clueTransferred()] as const;
        expect(isOwed('problemToPermitDepartment/problem-1', 'case', ...history)).toBe(true);
        expect(isOwed('problemToEnforcement/problem-1', 'case', history[0])).toBe(true);
        expect(isOwed('problemToEnforcement/problem-1', 'case', ...history)).toBe(false);
      },
    ],
    [
      'it is told without a clue of its own',
      () => {
        given(problemFound())
          .when('forwardFinding', { problemIds: ['problem-1'], to: 'permitDepartment', content: '情况' })
          .then('FindingForwarded')
          .thenRestsOn('R-011');
      },
    ],
  ],
  passes: [
    [
      'told, it is done',
      () => {
        expect(
          isOwed('problemToPermitDepartment/problem-1', 'case', { ...problemFound(), ...byMonitoring }, forwarded('permitDepartment')),
        ).toBe(false);
      },
    ],
    [
      'what the enforcement agency found itself opens no such duty',
      () => {
        expect(isOwed('problemToPermitDepartment/problem-1', 'case', problemFound())).toBe(false);
      },
    ],
  ],
});

byRule('R-066', {
  fires: [
    [
      'a clue of self-monitoring not done is owed to the enforcement agency',
      () => {
        const history = { ...problemFound({ source: 'selfMonitoringCheck', jurisdiction: JILIN }), ...byMonitoring, of: JILIN } as const;
        expect(isOwed('selfMonitoringClue/problem-1', 'case', history)).toBe(true);
        expect(
          isOwed('selfMonitoringClue/problem-1', 'case', history, clueTransferred({ to: { ...ENFORCEMENT, jurisdiction: JILIN } })),
        ).toBe(false);
      },
    ],
  ],
  passes: [
    [
      'no other problem opens it',
      () => {
        expect(
          isOwed('selfMonitoringClue/problem-1', 'case', { ...problemFound({ jurisdiction: JILIN }), ...byMonitoring, of: JILIN }),
        ).toBe(false);
      },
    ],
  ],
});

byRule('R-199', {
  fires: [
    [
      'a clue from permit management is owed to enforcement and monitoring',
      () => {
        const history = { ...problemFound({ source: 'permitSupervision', jurisdiction: JILIN }), ...byPermit, of: JILIN } as const;
        expect(isOwed('permitClueToEnforcement/problem-1', 'case', history)).toBe(true);
        expect(isOwed('permitClueToMonitoring/problem-1', 'case', history)).toBe(true);
        expect(isOwed('permitClueToMonitoring/problem-1', 'case', history, forwarded('monitoringUnit'))).toBe(false);
      },
    ],
  ],
  passes: [
    [
      'a problem that others found opens neither',
      () => {
        expect(isOwed('permitClueToMonitoring/problem-1', 'case', { ...problemFound({ jurisdiction: JILIN }), of: JILIN })).toBe(false);
      },
    ],
  ],
});

const in2018 = { at: '2018-06-01T09:00:00+08:00', of: LANZHOU } as const;
const found2018 = { ...problemFound({ jurisdiction: LANZHOU, source: 'jointOperation' }), ...in2018 } as const;

byRule('R-067', {
  fires: [
    [
      'a problem that nothing was done about stays open, with its age',
      () => {
        expect(dutiesIn('case', found2018).get('problemHandled/problem-1')).toMatchObject({
          status: 'open',
          openedAt: in2018.at,
          due: null,
        });
        const { state } = foldOf('case', [
          { ...problemFound({ jurisdiction: LANZHOU }), at: in2018.at },
          { ...second, at: '2018-06-20T09:00:00+08:00' },
        ]);
        expect('problems' in state ? openProblemsOn(state as never, '2018-07-01') : []).toEqual([
          { problemId: 'problem-1', ageDays: 30, handled: false },
          { problemId: 'problem-2', ageDays: 11, handled: false },
        ]);
      },
    ],
  ],
  passes: [
    [
      'an order to put it right handles it',
      () => {
        expect(isOwed('problemHandled/problem-1', 'case', found2018, { ...rectificationOrdered(), ...in2018 })).toBe(false);
      },
    ],
  ],
});

byRule('R-068', {
  fires: [
    [
      'in Changchun a clue that was handed down without its origin is warned about',
      () => {
        given().when('reportProblem', found, { in: CHANGCHUN, parties }).then('ProblemFound').thenWarned('R-068');
      },
    ],
    [
      'its origin goes with the clue, and it is owed to be acted on',
      () => {
        const handedDown = problemFound({
          source: 'superiorTransfer',
          jurisdiction: CHANGCHUN,
          origin: { ...origin, level: 'province', docNo: null },
        });
        const outcome = given(handedDown).when('transferClue', {
          problemIds: ['problem-1'],
          to: ENFORCEMENT,
          materials: ['交办单'],
          fraud: false,
          verified: false,
        });
        expect(outcome.events[0]?.payload).toMatchObject({ origin: { organisation: '吉林省生态环境厅' } });
        expect(isOwed('handedDownClue/problem-1', 'case', { ...handedDown, of: CHANGCHUN })).toBe(true);
        expect(isOwed('handedDownClue/problem-1', 'case', { ...handedDown, of: CHANGCHUN }, clueTransferred())).toBe(false);
      },
    ],
  ],
  passes: [
    [
      'with its origin it is simply recorded',
      () => {
        given()
          .when('reportProblem', { ...found, origin }, { in: CHANGCHUN, parties })
          .then('ProblemFound')
          .thenWarned()
          .thenRestsOn('R-068');
      },
    ],
    [
      'elsewhere no origin is asked for',
      () => {
        given().when('reportProblem', found, { in: JINING, parties }).then('ProblemFound').thenWarned();
      },
    ],
  ],
});

const units = {
  '220000': [
    { type: 'UnitRegistered', payload: { jurisdiction: '220000', name: '吉林省生态环境厅' } },
    { type: 'LinkageRulesAdopted', payload: { version: '2023.1', title: '联动办法', docNo: null, adoptedOn: '2023-08-01' } },
  ],
  [JILIN]: [
    { type: 'UnitRegistered', payload: { jurisdiction: JILIN, name: '吉林市生态环境局' } },
    { type: 'LinkageRulesAdopted', payload: { version: '1', title: '联动细则', docNo: null, adoptedOn: '2024-01-01' } },
    { type: 'LinkageRulesAdopted', payload: { version: '2', title: '联动细则', docNo: null, adoptedOn: '2024-09-01' } },
  ],
} as const;

byRule('R-016', {
  fires: [
    [
      'a case keeps the version of the linkage rules that it ran under, the innermost that ran on its day',
      () => {
        const plain = { ...found, source: 'enforcementMonitoring' };
        const kept = (place: string, at: string) =>
          given().when('reportProblem', plain, { in: place, parties, units, at }).events[0]?.payload;
        expect(kept('220211', '2024-08-30T09:00:00+08:00')).toMatchObject({ configuration: `${JILIN}@1` });
        expect(kept(JILIN, '2024-09-02T09:00:00+08:00')).toMatchObject({ configuration: `${JILIN}@2` });
        expect(kept('220300', '2024-09-02T09:00:00+08:00')).toMatchObject({ configuration: '220000@2023.1' });
        given().when('reportProblem', plain, { in: JILIN, parties, units }).thenRestsOn('R-016');
      },
    ],
    [
      'and later versions do not touch it',
      () => {
        const { state } = foldOf('case', [problemFound({ jurisdiction: JILIN, configuration: `${JILIN}@1` }), second]);
        expect(state).toMatchObject({ configuration: `${JILIN}@1` });
      },
    ],
  ],
  passes: [
    [
      'where no rules were registered the case has none',
      () => {
        expect(
          given().when('reportProblem', { ...found, source: 'enforcementMonitoring' }, { in: JINING, parties, units }).events[0]?.payload,
        ).not.toHaveProperty('configuration');
        expect(foldOf('case', [...acceptedCase()]).state).toMatchObject({ configuration: null });
      },
    ],
  ],
});
