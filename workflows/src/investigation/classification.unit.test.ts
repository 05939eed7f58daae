import fc from 'fast-check';
import { byRule } from '../testing/by-rule';
import {
  determinedCase,
  finding,
  investigatedCase,
  legalReviewCompleted,
  partyRegistered,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  rectificationOrdered,
  statementWaived,
  siteInspected,
} from '../testing/facts';
import { BEIJING, CHANGCHUN, foldOf, given, LANZHOU, type Circumstances, type Fact } from '../testing/given';
import { blockersOfProblem, type CaseFile, type EvidencePointer, type ProblemFinding } from '..';
import { madeOut } from './classification';
import { ELEMENTS, type Element } from './elements';

const ON_SITE: EvidencePointer = { kind: 'inspection', ref: 'inspection-1' };
const PAPER: EvidencePointer = { kind: 'document', ref: '询问笔录2024-1' };
const ALARM: EvidencePointer = { kind: 'suspicion', ref: 'plant.1-s1' };

const on = (evidence: EvidencePointer, ...elements: readonly Element[]) => elements.map((element) => ({ element, evidence: [evidence] }));

const inspected = (over: Parameters<typeof investigatedCase>[0] = {}) => [...investigatedCase(over), siteInspected] as const;

const plant = { plant: [partyRegistered()] };
const lab = { plant: [partyRegistered({ kind: 'thirdPartyLab', name: '某某检测' })] };

const report = (over: Partial<ProblemFinding>, circumstances: Circumstances = {}, history: readonly Fact[] = inspected()) =>
  given(...history).when('reportInvestigation', { reportNo: '调1号', findings: [finding(over)] }, { parties: plant, ...circumstances });

const CC = (over: Partial<ProblemFinding>, parties: NonNullable<Circumstances['parties']> = plant) =>
  report(over, { parties }, inspected({ jurisdiction: CHANGCHUN }));

const both = [...on(PAPER, 'comparisonFailed'), ...on(ON_SITE, 'operationNotToStandard')];

byRule('R-046', {
  fires: [
    [
      'neither the failed comparison nor the bad operation alone gives the class',
      () => {
        const alone = { violationClass: 'equipmentNotKeptNormal' } as const;
        report({ ...alone, elements: on(PAPER, 'comparisonFailed') }).thenRefused({
          rule: 'R-046',
          missing: ['problem-1 未按相关标准规范运维'],
          weighty: true,
        });
        report({ ...alone, elements: on(ON_SITE, 'operationNotToStandard') }).thenRefused({
          rule: 'R-046',
          missing: ['problem-1 自动监测设备比对不合格'],
        });
        report(alone).thenRefused({ rule: 'R-046', missing: ['problem-1 自动监测设备比对不合格、未按相关标准规范运维'] });
      },
    ],
    [
      'the operation is verified by the enforcement agency on an inspection record',
      () => {
        report({
          violationClass: 'equipmentNotKeptNormal',
          elements: on(PAPER, 'comparisonFailed', 'operationNotToStandard'),
        }).thenRefused({ rule: 'R-046', missing: ['problem-1 核实未按标准规范运维的现场检查记录'] });
      },
    ],
    [
      'both together are this class and no other',
      () => {
        report({ violationClass: 'other', elements: both }).thenRefused({ rule: 'R-046', zh: '未保证自动监测设备正常运行' });
      },
    ],
  ],
  passes: [
    [
      'both established',
      () => {
        report({ violationClass: 'equipmentNotKeptNormal', elements: both }).then('InvestigationReported').thenRestsOn('R-046');
      },
    ],
    [
      'equipment that was stopped is not kept normal either',
      () => {
        report({ violationClass: 'equipmentNotKeptNormal', elements: on(ON_SITE, 'equipmentStopped') }).then('InvestigationReported');
      },
    ],
    [
      'elsewhere the rule does not speak',
      () => {
        report({ violationClass: 'equipmentNotKeptNormal' }, {}, inspected({ jurisdiction: LANZHOU })).thenDoesNotRestOn('R-046');
      },
    ],
  ],
});

byRule('R-047', {
  fires: [
    [
      'a false flag without its effect is no evasive discharge',
      () => {
        report({ violationClass: 'evasiveDischarge', elements: on(PAPER, 'falseFlag') }).thenRefused({
          rule: 'R-047',
          missing: ['problem-1 传输的自动监测数据不能反映实际排放情况'],
          weighty: true,
        });
      },
    ],
    [
      'nor is the effect without the act',
      () => {
        report({ violationClass: 'evasiveDischarge', elements: on(PAPER, 'dataNotReal') }).thenRefused({
          rule: 'R-047',
          missing: ['problem-1 虚假标记、谎报等行为及其后果'],
        });
      },
    ],
    [
      'act and effect are this class',
      () => {
        report({ violationClass: 'exceedance', elements: on(PAPER, 'falseReport', 'dataNotReal') }).thenRefused({
          rule: 'R-047',
          zh: '以逃避监管方式排放污染物',
        });
      },
    ],
  ],
  passes: [
    [
      'act and effect established',
      () => {
        report({ violationClass: 'evasiveDischarge', elements: on(PAPER, 'falseFlag', 'dataNotReal') })
          .then('InvestigationReported')
          .thenRestsOn('R-047');
      },
    ],
    [
      'a hidden pipe is evasion by itself, and in Beijing the rule does not speak',
      () => {
        report({ violationClass: 'evasiveDischarge', elements: on(ON_SITE, 'secretOutlet') }).then('InvestigationReported');
        report({ violationClass: 'evasiveDischarge' }, {}, inspected({ jurisdiction: BEIJING })).thenDoesNotRestOn('R-047');
      },
    ],
  ],
});

byRule('R-048', {
  fires: [
    [
      'no violation is found on an alarm alone',
      () => {
        const alarmed = inspected({ source: 'automaticData', suspicionIds: ['plant.1-s1'] });
        report({ elements: on(ALARM, 'limitExceeded') }, {}, alarmed).thenRefused({
          rule: 'R-048',
          zh: '仅为初步涉嫌',
          missing: ['problem-1 报警以外的证据（现场检查记录、监测报告等）'],
          weighty: true,
        });
        report({}, {}, investigatedCase({ source: 'selfMonitoringCheck', suspicionIds: ['plant.1-s1'] })).thenRefused({ rule: 'R-048' });
      },
    ],
  ],
  passes: [
    [
      'an alarm with an inspection record is more than an alarm, and no violation needs nothing',
      () => {
        const alarmed = inspected({ source: 'automaticData', suspicionIds: ['plant.1-s1'] });
        report({ elements: on(ON_SITE, 'limitExceeded') }, {}, alarmed)
          .then('InvestigationReported')
          .thenRestsOn('R-048');
        report({ finding: 'noViolation', elements: on(ALARM, 'limitExceeded') }, {}, alarmed).then('InvestigationReported');
      },
    ],
  ],
});

const ofCase = (...facts: readonly Fact[]): CaseFile => foldOf('case', facts).state as CaseFile;
const blockersIn = (file: CaseFile) =>
  blockersOfProblem({ state: file, jurisdiction: file.jurisdiction, occurredAt: '2024-09-30T09:00:00+08:00' }, 'problem-1').map(
    (blocker) => blocker.id,
  );
const ofThree = { violationClass: 'automaticMonitoringBreach', elements: on(PAPER, 'deferredWithoutManual') } as const;

byRule('R-049', {
  fires: [
    [
      'each of the three is a violation to be penalised, not a general problem',
      () => {
        for (const element of ['inventedReasons', 'deferredWithoutManual', 'notAtMainOutlet'] as const) {
          report({ finding: 'generalProblem', elements: on(PAPER, element) }).thenRefused({
            rule: 'R-049',
            missing: ['problem-1 违法认定（应予处罚并限期整改）'],
          });
        }
        report({ violationClass: 'other', elements: on(PAPER, 'notAtMainOutlet') }).thenRefused({ rule: 'R-049', zh: '限期整改' });
      },
    ],
    [
      'penalty without a time-limited rectification, and the reverse, stay on the ledger',
      () => {
        expect(blockersIn(ofCase(...determinedCase(ofThree)))).toContain('B-4');
        expect(blockersIn(ofCase(...determinedCase(ofThree), rectificationOrdered({ mode: 'byDate' })))).toContain('B-4');
      },
    ],
  ],
  passes: [
    [
      'a violation of its class',
      () => {
        report(ofThree).then('InvestigationReported').thenRestsOn('R-049');
      },
    ],
    [
      'penalised and put under a time limit it may leave the ledger',
      () => {
        const penalised = [penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted, penaltyDecided()];
        const both = [...determinedCase(ofThree), rectificationOrdered({ mode: 'byDate' }), ...penalised];
        expect(blockersIn(ofCase(...both))).not.toContain('B-4');
      },
    ],
    [
      'in Changchun the rule does not speak',
      () => {
        expect(blockersIn(ofCase(...determinedCase(ofThree, { jurisdiction: CHANGCHUN })))).not.toContain('B-4');
      },
    ],
  ],
});

byRule('R-050', {
  fires: [
    [
      'malice needs purpose and act',
      () => {
        const jilin = inspected({ jurisdiction: '220200' });
        report({ malicious: true }, {}, jilin).thenRefused({
          rule: 'R-050',
          missing: ['problem-1 以逃避监管为目的', 'problem-1 偷排偷放、数据弄虚作假或者故意不正常运行污染防治设施'],
          weighty: true,
        });
        report({ malicious: true, elements: on(PAPER, 'evasivePurpose') }, {}, jilin).thenRefused({ rule: 'R-050' });
      },
    ],
  ],
  passes: [
    [
      'purpose and act established, or no malice said',
      () => {
        const jilin = inspected({ jurisdiction: '220200' });
        report({ malicious: true, violationClass: 'covertDischarge', elements: on(ON_SITE, 'evasivePurpose', 'secretOutlet') }, {}, jilin)
          .then('InvestigationReported')
          .thenRestsOn('R-050');
        report({ malicious: false }, {}, jilin).then('InvestigationReported');
        report({ malicious: true }).thenDoesNotRestOn('R-050');
      },
    ],
  ],
});

const forged = {
  tampering: true,
  methods: ['T08'] as const,
  elements: on(PAPER, 'dataTampered', 'unlawfulDischarge'),
  crimeReasons: '数额未达',
};

byRule('R-051', {
  fires: [
    [
      'unlawful discharge by tampering is evasive discharge',
      () => {
        CC({ ...forged, violationClass: 'dataFraud' }).thenWarned('R-051');
      },
    ],
  ],
  passes: [
    [
      'classed so it opens the daily penalty without a word',
      () => {
        CC({ ...forged, violationClass: 'evasiveDischarge' }).thenWarned();
        report({ ...forged, violationClass: 'dataFraud' }).thenDoesNotRestOn('R-051');
      },
    ],
  ],
});

byRule('R-052', {
  fires: [
    [
      'tampering that is verified is not left as a general problem',
      () => {
        CC({ tampering: true, methods: ['T08'], finding: 'generalProblem' }).thenWarned('R-052');
      },
    ],
  ],
  passes: [
    [
      'it is no crime yet, or a suspected crime',
      () => {
        CC({ tampering: true, methods: ['T08'], violationClass: 'dataFraud' })
          .thenWarned()
          .thenRestsOn('R-052');
        CC({ tampering: true, methods: ['T08'], violationClass: 'dataFraud', finding: 'suspectedCrime' }).thenWarned();
        CC({ finding: 'generalProblem' }).thenWarned();
      },
    ],
  ],
});

const permitProblem = { jurisdiction: '220200', source: 'permitSupervision' } as const;
const grading = { problemId: 'problem-1', grade: 'serious', category: 'againstPermit' } as const;

byRule('R-053', {
  fires: [
    [
      'a permit problem without grade and category is not determined',
      () => {
        report({}, {}, inspected(permitProblem)).thenRefused({ rule: 'R-053', missing: ['problem-1 问题等级、类别'] });
      },
    ],
  ],
  passes: [
    [
      'with both it is, and each is on the ledger',
      () => {
        given(...inspected(permitProblem))
          .when('gradeProblem', grading)
          .thenRecorded({ type: 'ProblemGraded', payload: { ...grading, reason: null } })
          .thenRestsOn('R-053');
        report({}, {}, [...inspected(permitProblem), { type: 'ProblemGraded', payload: { ...grading, reason: null } }])
          .then('InvestigationReported')
          .thenRestsOn('R-053');
        report({}, {}, inspected({ source: 'permitSupervision' })).thenDoesNotRestOn('R-053');
      },
    ],
  ],
});

const discharged = {
  tampering: true,
  methods: ['T08'] as const,
  elements: on(PAPER, 'dataTampered', 'unlawfulDischarge'),
  violationClass: 'evasiveDischarge',
} as const;
const grey = { plant: [partyRegistered({ keyEntity: true, keyPermitManagement: false })] };

byRule('JIA-01', {
  fires: [
    [
      'a key unit that tampered and discharged: the decision on a crime is owed with its reasons',
      () => {
        report(discharged).thenRefused({ rule: 'JIA-01', missing: ['problem-1 是否涉嫌犯罪的理由'], weighty: true });
        report(discharged, { parties: grey }).thenRefused({ rule: 'JIA-01' });
      },
    ],
    [
      'of an act known by month only the stricter reading asks',
      () => {
        report(
          { ...discharged, actedOn: '2026-03', forms: ['recordsFalsified'] },
          { parties: grey, at: '2026-05-06T09:00:00+08:00' },
        ).thenRefused({
          rule: 'JIA-01',
        });
      },
    ],
  ],
  passes: [
    [
      'with reasons, as a suspected crime, of another unit, or without a discharge',
      () => {
        report({ ...discharged, crimeReasons: '自动监测数据未受影响' })
          .then('InvestigationReported')
          .thenRestsOn('JIA-01');
        report({ ...discharged, finding: 'suspectedCrime' }).then('InvestigationReported');
        report(discharged, { parties: { plant: [partyRegistered({ keyEntity: false, keyPermitManagement: false })] } }).then(
          'InvestigationReported',
        );
        report({ ...discharged, violationClass: 'dataFraud', elements: on(PAPER, 'dataTampered') }).then('InvestigationReported');
      },
    ],
    [
      'since 2026-03-30 it speaks of key permit management only',
      () => {
        report(
          { ...discharged, actedOn: '2026-03-30', forms: ['recordsFalsified'] },
          { parties: grey, at: '2026-05-06T09:00:00+08:00' },
        ).then('InvestigationReported');
      },
    ],
  ],
});

byRule('FRD-04', {
  fires: [
    [
      'fraud without its method draws a warning',
      () => {
        report({ tampering: true, violationClass: 'dataFraud' }).thenWarned('FRD-04');
      },
    ],
  ],
  passes: [
    [
      'with the method it does not, nor does what is no fraud',
      () => {
        report({ tampering: true, violationClass: 'dataFraud', methods: ['F06', 'I04'] }).thenWarned();
        report({}).thenWarned();
      },
    ],
  ],
});

byRule('MON-25', {
  fires: [
    [
      'since 2026 the form of article 25 is named too',
      () => {
        report({ tampering: true, violationClass: 'dataFraud', methods: ['F06'] }, { at: '2026-02-03T09:00:00+08:00' }).thenWarned(
          'MON-25',
        );
      },
    ],
  ],
  passes: [
    [
      'named, or before the regulation was in force',
      () => {
        const named = { tampering: true, violationClass: 'dataFraud', methods: ['F06'], forms: ['reportWithoutMonitoring'] } as const;
        report(named, { at: '2026-02-03T09:00:00+08:00' }).thenWarned();
        report({ ...named, forms: [] }).thenWarned();
      },
    ],
  ],
});

const reported = (value: string) =>
  ({
    type: 'MonitoringReportRecorded',
    payload: {
      reportId: 'report-1',
      taskId: null,
      taskOrderNo: '任1号',
      reportNo: 'JC-1',
      issuedBy: '济宁市生态环境监测中心',
      issuedOn: '2024-08-12',
      standard: 'HJ 828-2017',
      sampledAt: '2024-08-10T09:30:00+08:00',
      sampler: { person: 'li', name: '李一' },
      analyst: { person: 'li', name: '李一' },
      reviewer: { person: 'li', name: '李一' },
      signatory: { person: 'li', name: '李一' },
      values: [{ pollutant: 'w01018', value, unit: 'mg/L', limit: '50' }],
    },
  }) as const;

byRule('MEP-30', {
  fires: [
    [
      'where the sample taken on site is within the limit, differing automatic data make no exceedance',
      () => {
        const measured = [...inspected({ suspicionIds: ['plant.1-s1'], jurisdiction: BEIJING }), reported('49.9')];
        report({ elements: on(ALARM, 'limitExceeded') }, {}, measured).thenRefused({ rule: 'MEP-30', zh: '以现场监测数据为准' });
      },
    ],
  ],
  passes: [
    [
      'where it is above the limit too, they agree',
      () => {
        const measured = [...inspected({ suspicionIds: ['plant.1-s1'], jurisdiction: BEIJING }), reported('50.1')];
        report({ elements: on(ALARM, 'limitExceeded') }, {}, measured)
          .then('InvestigationReported')
          .thenRestsOn('MEP-30');
      },
    ],
  ],
});

byRule('R-118', {
  fires: [
    [
      'fraud by a lab without a responsible person named',
      () => {
        CC({ tampering: true, methods: ['F06'], violationClass: 'dataFraud' }, lab).thenWarned('R-118');
      },
    ],
  ],
  passes: [
    [
      'each responsible person is named with the office held',
      () => {
        const responsible = [{ person: 'chen', name: '陈七', role: 'analyst' }] as const;
        CC({ tampering: true, methods: ['F06'], violationClass: 'dataFraud', responsible }, lab)
          .thenWarned()
          .thenRecorded({
            type: 'InvestigationReported',
            payload: {
              reportNo: '调1号',
              findings: [
                { ...finding({ tampering: true, methods: ['F06'], violationClass: 'dataFraud', responsible }), partyKind: 'thirdPartyLab' },
              ],
            },
          });
        CC({ tampering: true, methods: ['T08'], violationClass: 'dataFraud' }).thenWarned();
      },
    ],
  ],
});

it('an element stands on evidence of this very case', () => {
  report({ elements: on({ kind: 'inspection', ref: 'inspection-9' }, 'limitExceeded') }).thenRefused({
    rule: 'W-05',
    missing: ['problem-1 所称证据 inspection-9'],
  });
  for (const kind of ['monitoringReport', 'sealedItem', 'suspicion'] as const) {
    report({ elements: on({ kind, ref: 'none' }, 'limitExceeded') }).thenRefused({ rule: 'W-05' });
  }
});

describe('whatever is established', () => {
  const anyElements = fc.subarray(Object.keys(ELEMENTS) as Element[]);
  const class_ = fc.constantFrom('equipmentNotKeptNormal' as const, 'evasiveDischarge' as const);

  it('a class is taken only where one of its routes is whole, and an alarm is on none', () => {
    fc.assert(
      fc.property(anyElements, class_, (elements, violationClass) => {
        const found = { violationClass, elements: on(ON_SITE, ...elements), crimeReasons: '不构成' };
        const { verdict } = report(found);

        if (verdict.kind === 'accepted') expect(madeOut(found, violationClass)).toBe(true);
        expect(
          report({ ...found, elements: on(ALARM, ...elements) }, {}, investigatedCase({ suspicionIds: ['plant.1-s1'] })).verdict.kind,
        ).toBe('refusal');
      }),
    );
  });

  it('taking an element away never makes a class out', () => {
    fc.assert(
      fc.property(anyElements, class_, fc.nat(), (elements, violationClass, at) => {
        const less = elements.filter((_, each) => each !== at % Math.max(elements.length, 1));

        expect(
          !madeOut({ elements: on(PAPER, ...less) }, violationClass) || madeOut({ elements: on(PAPER, ...elements) }, violationClass),
        ).toBe(true);
      }),
    );
  });
});

it('a finding of before elements were kept still folds', () => {
  const [problem] = ofCase(...determinedCase()).problems;

  expect(problem?.finding).toMatchObject({ elements: [], methods: [], heavierPenalty: false, partyKind: null });
});
