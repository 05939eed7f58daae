import fc from 'fast-check';
import { byRule } from '../testing/by-rule';
import { LAB, labCertified, partyRegistered } from '../testing/facts';
import { CHANGCHUN, given } from '../testing/given';
import { owedAfter } from '../testing/traces';
import { drawn, DRAW_METHOD } from './draw';
import type { LabInspectionEvent } from './events';

const ENV = { person: 'li', name: '李一', department: 'environment' } as const;
const QUA = { person: 'wang', name: '王二', department: 'quality' } as const;

const draw = {
  title: '2024年监测机构联合双随机检查',
  jurisdiction: CHANGCHUN,
  labPool: ['lab-a', 'lab-b', 'lab-c'],
  inspectorPool: [ENV, QUA],
  seed: '2024-08-29 福彩3D 417',
  labs: 1,
  inspectors: 1,
  heldAt: '2024-08-30T09:00:00+08:00',
};
const parties = { 'lab-a': LAB, 'lab-b': LAB, 'lab-c': LAB };
const [lab = ''] = drawn(draw.labPool, draw.seed, 1);

const held: LabInspectionEvent = {
  type: 'LabInspectionDrawn',
  payload: {
    title: draw.title,
    jurisdiction: CHANGCHUN,
    labPool: draw.labPool,
    inspectorPool: draw.inspectorPool,
    seed: draw.seed,
    method: DRAW_METHOD,
    labs: [lab],
    inspectors: [ENV, QUA],
    heldAt: draw.heldAt,
  },
};
const inspected = (over: Partial<Extract<LabInspectionEvent, { type: 'LabInspected' }>['payload']> = {}) =>
  ({
    type: 'LabInspected',
    payload: {
      labId: lab,
      department: 'environment',
      inspectedOn: '2024-09-02',
      conforms: false,
      fraud: true,
      facts: '无原始记录出具报告',
      handling: '立案调查',
      ...over,
    },
  }) as const;
const result = { labId: lab, inspectedOn: '2024-09-02', conforms: true, fraud: false, facts: '符合' };
const conclusion = { publishedAt: '2024-09-20T09:00:00+08:00', channel: '门户网站', summary: '见附表' };

const dutiesAfter = (...facts: readonly LabInspectionEvent[]): readonly string[] =>
  owedAfter('labInspection-1', facts).map((duty) => duty.split(' ')[0] ?? '');

byRule('R-115', {
  fires: [
    [
      'a draw without inspectors of quality supervision is not joint',
      () => {
        given()
          .when('drawLabInspection', { ...draw, inspectorPool: [ENV, { ...ENV, person: 'zhao' }] }, { parties, in: CHANGCHUN })
          .thenWarned('R-115');
      },
    ],
    [
      'both departments owe the inspection of a lab that was drawn',
      () => {
        expect(dutiesAfter(held)).toEqual(['drawnLabByEnvironment', 'drawnLabByQuality']);
        expect(dutiesAfter(held, inspected({ fraud: false }))).toEqual(['drawnLabByQuality']);
      },
    ],
  ],
  passes: [
    [
      'pool, seed and result are one event, so that anyone can draw again',
      () => {
        given().when('drawLabInspection', draw, { parties, in: CHANGCHUN }).thenRecorded(held).thenRestsOn('R-115');
      },
    ],
    [
      'experts may be called in',
      () => {
        const experts = { experts: [{ person: 'wu', name: '吴教授' }], reason: '谱图比对' };
        given(held).when('callInExperts', experts).thenRecorded({ type: 'LabExpertsCalledIn', payload: experts }).thenRestsOn('R-115');
      },
    ],
  ],
});

byRule('R-116', {
  fires: [
    [
      'what does not conform is handled, and the handling is on file',
      () => {
        given(held)
          .when('recordLabInspection', { ...result, conforms: false })
          .thenWarned('R-116');
      },
    ],
    [
      'a lab that failed has the results of both departments before the inspection ends',
      () => {
        given(held, inspected()).when('concludeLabInspection', conclusion).thenWarned('R-116');
      },
    ],
  ],
  passes: [
    [
      'each department records its own result once',
      () => {
        given(held, inspected())
          .when('recordLabInspection', result, { as: 'marketRegulator' })
          .thenRecorded({ type: 'LabInspected', payload: { ...result, department: 'quality', handling: null } });
        given(held, inspected())
          .when('recordLabInspection', { ...result, conforms: true })
          .thenRefused({ rule: 'W-02', zh: '已登记' });
      },
    ],
    [
      'both on file, the inspection is concluded and published',
      () => {
        given(held, inspected(), inspected({ department: 'quality', handling: '撤销证书' }))
          .when('concludeLabInspection', conclusion)
          .thenRecorded({ type: 'LabInspectionConcluded', payload: conclusion })
          .thenRestsOn('R-116');
      },
    ],
  ],
});

byRule('R-117', {
  fires: [
    [
      'fraud that was found is owed to the superior of quality supervision',
      () => {
        expect(dutiesAfter(held, inspected())).toContain('labFraudUpward');
      },
    ],
  ],
  passes: [
    [
      'reported it is no longer owed, and it is reported once',
      () => {
        const report = { labId: lab, superior: '吉林省市场监督管理厅', reportedOn: '2024-09-10' };
        const reported = { type: 'LabFraudReportedUpward', payload: { ...report, reportNo: null } } as const;
        given(held, inspected()).when('reportLabFraudUpward', report).thenRecorded(reported).thenRestsOn('R-117');
        expect(dutiesAfter(held, inspected(), reported)).not.toContain('labFraudUpward');
        given(held, inspected(), reported).when('reportLabFraudUpward', report).thenOutOfTurn('W-02');
      },
    ],
    [
      'without fraud nothing is owed',
      () => {
        expect(dutiesAfter(held, inspected({ fraud: false }))).not.toContain('labFraudUpward');
      },
    ],
  ],
});

describe('a draw', () => {
  it('takes labs of the register only', () => {
    given()
      .when('drawLabInspection', draw, { parties: { ...parties, 'lab-b': [partyRegistered(), labCertified()] }, in: CHANGCHUN })
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'lab-b' });
  });

  it('is the same for the same pool and seed, in whatever order the pool is written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), fc.string(), fc.nat(50), (pool, seed, count) => {
        const first = drawn(pool, seed, count);

        expect(drawn([...pool].reverse(), seed, count)).toEqual(first);
        expect(first).toHaveLength(Math.min(count, pool.length));
        expect(new Set(first).size).toBe(first.length);
        expect(first.every((each) => pool.includes(each))).toBe(true);
      }),
    );
  });

  it('favours nobody: of a thousand seeds each of ten is drawn about a hundred times', () => {
    const pool = Array.from({ length: 10 }, (_, at) => `lab-${at}`);
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      for (const each of drawn(pool, `seed ${seed}`, 1)) counts.set(each, (counts.get(each) ?? 0) + 1);
    }

    expect([...counts.values()].every((count) => count > 60 && count < 140)).toBe(true);
    expect(counts.size).toBe(10);
  });

  it('was drawn once', () => {
    given(held).when('drawLabInspection', draw).thenOutOfTurn('W-02', '已抽取');
    given().when('recordLabInspection', result).thenOutOfTurn('W-02');
  });
});
