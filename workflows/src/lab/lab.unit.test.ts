import { byRule } from '../testing/by-rule';
import { CHANGCHUN, given, JINING } from '../testing/given';
import { investigatedCase, LAB, labCertified, labContracted, partyRegistered } from '../testing/facts';
import { owedAfter, tied } from '../testing/traces';
import { QUALITY_STAGES, type LabEvent, type QualityStage } from './events';

const registered = partyRegistered({ name: '某某检测', kind: 'thirdPartyLab', jurisdiction: CHANGCHUN });
const headNamed = { type: 'LabHeadNamed', payload: { head: { person: 'zhou', name: '周负责' }, from: '2020-01-01' } } as const;
const lab = [registered, labCertified({ validFrom: '2023-01-01', validTo: '2024-12-31' }), headNamed] as const;

const LI = { person: 'li', name: '李一' };
const WANG = { person: 'wang', name: '王二' };
const CHEN = { person: 'chen', name: '陈七' };
const SUN = { person: 'sun', name: '孙八' };

const work = {
  equipment: ['YQ-12 分光光度计'],
  samples: ['240810-1'],
  referenceMaterial: ['GSB 07-3161'],
  method: '重铬酸盐法',
  conditions: '23℃，满负荷',
};

const signed = { sampler: LI, analyst: WANG, reviewer: CHEN, signatory: SUN };

const report = (over: object = {}) => ({
  taskOrderNo: '任1号',
  records: { sampling: '采1', handOver: '交1', analysis: '析1' },
  reportNo: 'JC-1',
  issuedBy: '某某检测',
  issuedOn: '2024-08-20',
  standard: 'HJ 828-2017',
  sampledAt: '2024-08-10T09:30:00+08:00',
  labId: 'lab',
  ...signed,
  work,
  values: [{ pollutant: 'w01018', value: '80.5', unit: 'mg/L', limit: '50' }],
  ...over,
});

const reported = {
  type: 'MonitoringReportRecorded',
  payload: {
    reportId: 'report-1',
    taskId: null,
    taskOrderNo: '任1号',
    records: { sampling: '采1', handOver: '交1', analysis: '析1' },
    reportNo: 'JC-1',
    issuedBy: '某某检测',
    issuedOn: '2024-08-20',
    standard: 'HJ 828-2017',
    sampledAt: '2024-08-10T09:30:00+08:00',
    ...signed,
    work,
    values: [{ pollutant: 'w01018', value: '80.5', unit: 'mg/L', limit: '50' }],
    lab: { id: 'lab', name: '某某检测', head: headNamed.payload.head },
  },
} as const;

const record = (over: object = {}, in_ = CHANGCHUN, labFile: readonly (typeof lab)[number][] = lab) =>
  given(...investigatedCase({ jurisdiction: in_ })).when('recordMonitoringReport', report(over), { parties: { lab: labFile } });

const commission = {
  taskOrderNo: '任1号',
  labId: 'lab',
  entityId: 'plant',
  need: '核实超标',
  capacityReason: '无此项目资质',
  grounds: '资质在卷',
};

byRule('R-109', {
  fires: [
    [
      'a lab without a valid certificate on the day of sampling or of issue: its result is refused',
      () => {
        record({ sampledAt: '2022-12-31T09:30:00+08:00' }).thenWarned('R-109');
        record({ issuedOn: '2025-01-02' }).thenWarned('R-109');
        record({ sampledAt: '2022-12', issuedOn: '2023-01-10' }).thenWarned('R-109');
      },
    ],
    [
      'nor is it given the work',
      () => {
        given(...investigatedCase({ jurisdiction: CHANGCHUN }))
          .when('commissionMonitoring', commission, { parties: { lab: [registered, labCertified({ validTo: '2024-08-29' })], plant: LAB } })
          .thenRefused({ rule: 'R-076', zh: '无有效' });
      },
    ],
  ],
  passes: [
    [
      'certified on the days of the work',
      () => {
        record().thenRecorded(reported).thenRestsOn('R-109');
      },
    ],
    [
      'a report of the station itself names no lab, and in Jining the draft does not speak',
      () => {
        record({ labId: undefined, sampledAt: '2022-12-31T09:30:00+08:00' }).thenWarned();
        record({ sampledAt: '2022-12-31T09:30:00+08:00' }, JINING).thenWarned();
      },
    ],
  ],
});

byRule('R-111', {
  fires: [
    [
      'a record of the activity that leaves a part out',
      () => {
        record({ work: undefined }).thenWarned('R-111');
        record({ work: { ...work, samples: [] } }).thenWarned('R-111');
        record({ work: { ...work, referenceMaterial: undefined } }).thenWarned('R-111');
      },
    ],
  ],
  passes: [
    [
      'people, equipment, samples and reference material, method and conditions are all there',
      () => {
        record().thenRestsOn('R-111');
        record({ work: undefined }, JINING).thenWarned();
      },
    ],
  ],
});

byRule('MON-33', {
  fires: [
    [
      'since 2026 everywhere, as a warning',
      () => {
        given(...investigatedCase())
          .when('recordMonitoringReport', report({ work: undefined }), { parties: { lab }, at: '2026-03-02T09:00:00+08:00' })
          .thenWarned('MON-33');
      },
    ],
  ],
  passes: [
    [
      'with the whole record',
      () => {
        given(...investigatedCase())
          .when('recordMonitoringReport', report(), { parties: { lab }, at: '2026-03-02T09:00:00+08:00' })
          .thenWarned()
          .thenRestsOn('MON-33');
      },
    ],
  ],
});

byRule('R-112', {
  fires: [
    [
      'lab and head of lab are tied to the data',
      () => {
        expect(tied(reported)).toEqual(expect.arrayContaining(['labAndHead lab 某某检测', 'labAndHead labHead 周负责']));
        given(registered).when('nameLabHead', headNamed.payload).thenRecorded(headNamed).thenRestsOn('R-112');
      },
    ],
  ],
  passes: [
    [
      'a report without a lab ties none, nor does one in Beijing before the code',
      () => {
        const { lab: _lab, ...own } = reported.payload;
        expect(tied({ type: 'MonitoringReportRecorded', payload: own }).filter((tie) => tie.includes('labAndHead'))).toEqual([]);
        expect(tied(reported, 'case-1', '110000')).toEqual([]);
      },
    ],
  ],
});

byRule('CODE-78', {
  fires: [
    [
      'under the code the lab and its head answer everywhere',
      () => {
        expect(tied({ ...reported, at: '2026-09-01T09:00:00+08:00' }, 'case-1', '110000')).toEqual([
          'labAndHead lab 某某检测',
          'labAndHead labHead 周负责',
        ]);
      },
    ],
  ],
  passes: [
    [
      'before it they do not',
      () => {
        expect(tied({ ...reported, at: '2026-08-14T09:00:00+08:00' }, 'case-1', '110000')).toEqual([]);
      },
    ],
  ],
});

byRule('R-113', {
  fires: [
    [
      'sampler and analyst to each number, reviewer and signatory to the report, whatever became of employer and lab',
      () => {
        expect(tied(reported)).toEqual(
          expect.arrayContaining([
            'rawData sampler 李一',
            'rawData analyst 王二',
            'monitoringReport reviewer 陈七',
            'monitoringReport authorizedSignatory 孙八',
          ]),
        );
      },
    ],
  ],
  passes: [
    [
      'another fact ties nobody to a number',
      () => {
        expect(tied({ type: 'EmploymentEnded', payload: { employmentId: 'employment-1', to: '2024-01-01', reason: '机构注销' } })).toEqual(
          [],
        );
      },
    ],
  ],
});

byRule('R-114', {
  fires: [
    [
      'each datum names who issued it, each signature who signed',
      () => {
        record().thenRestsOn('R-114');
        record({ signatory: undefined }).thenInvalid('signatory');
      },
    ],
  ],
  passes: [
    [
      'elsewhere the report rests on its own rules',
      () => {
        record({}, JINING).thenDoesNotRestOn('R-114');
      },
    ],
  ],
});

const stages = Object.keys(QUALITY_STAGES) as readonly QualityStage[];

byRule('R-110', {
  fires: [
    [
      'a quality system that leaves a stage out',
      () => {
        given(registered)
          .when('recordQualitySystem', { covers: stages.slice(1), from: '2024-01-01' })
          .thenWarned('R-110');
      },
    ],
  ],
  passes: [
    [
      'from siting to the report',
      () => {
        given(registered)
          .when('recordQualitySystem', { covers: stages, from: '2024-01-01', documentNo: 'ZL-1' })
          .thenRecorded({ type: 'QualitySystemRecorded', payload: { covers: stages, from: '2024-01-01', documentNo: 'ZL-1' } })
          .thenRestsOn('R-110');
      },
    ],
  ],
});

const instrument = { equipmentNo: 'YQ-12', name: '分光光度计', kind: 'instrument' } as const;

byRule('R-124', {
  fires: [
    [
      'equipment that is traceable to nothing',
      () => {
        given(registered).when('recordLabEquipment', instrument).thenWarned('R-124');
      },
    ],
  ],
  passes: [
    [
      'traceable to the national standard',
      () => {
        const traceable = { ...instrument, traceableTo: '国家基准', calibrationNo: 'JZ-1', validTo: '2025-01-01' };
        given(registered)
          .when('recordLabEquipment', traceable)
          .thenRecorded({ type: 'LabEquipmentRecorded', payload: traceable })
          .thenRestsOn('R-124');
      },
    ],
  ],
});

const tested = (round: number): LabEvent => ({
  type: 'ProficiencyTested',
  payload: {
    roundId: `round-${round}`,
    previous: `round-${round - 1}`,
    kind: 'proficiencyComparison',
    organiser: '省站',
    testedOn: '2024-08-01',
    passed: true,
    result: '满意',
  },
});

byRule('R-123', {
  fires: [
    [
      'a lab owes the next round from the day it is registered, and again after each',
      () => {
        expect(owedAfter('party-lab', [registered])).toContain('proficiencyRound round-0');
        expect(owedAfter('party-lab', [registered, tested(1)])).toEqual(['proficiencyRound round-1']);
      },
    ],
  ],
  passes: [
    [
      'each round that was taken part in is on file, and a discharging entity owes none',
      () => {
        const {
          roundId: _round,
          previous: _previous,
          ...round
        } = tested(1).payload as Extract<LabEvent, { type: 'ProficiencyTested' }>['payload'];
        given(registered).when('recordProficiencyTest', round).thenRecorded(tested(1)).thenRestsOn('R-123');
        expect(owedAfter('party-plant', [partyRegistered({ jurisdiction: CHANGCHUN })])).toEqual([]);
      },
    ],
  ],
});

const ENV = { organisation: '长春市生态环境局', person: 'e', name: '郑监管' };
const QUA = { organisation: '长春市市场监督管理局', person: 'q', name: '冯监管' };
const supervised = { type: 'LabSupervisorsNamed', payload: { environment: ENV, quality: QUA, from: '2024-01-01' } } as const;

byRule('R-157', {
  fires: [
    [
      'a lab without a named supervisor of quality',
      () => {
        given(registered).when('nameLabSupervisors', { environment: ENV, from: '2024-01-01' }).thenWarned('R-157');
      },
    ],
    [
      'both are tied to the supervision of the lab',
      () => {
        expect(tied(supervised, 'party-lab')).toEqual([
          'labSupervisors environmentSupervisor 郑监管',
          'labSupervisors environmentSupervisor 长春市生态环境局',
          'labSupervisors qualitySupervisor 冯监管',
          'labSupervisors qualitySupervisor 长春市市场监督管理局',
        ]);
        expect(tied({ ...supervised, payload: { ...supervised.payload, quality: null } }, 'party-lab')).toHaveLength(2);
      },
    ],
  ],
  passes: [
    [
      'both named',
      () => {
        given(registered).when('nameLabSupervisors', supervised.payload).thenRecorded(supervised).thenRestsOn('R-157');
      },
    ],
    [
      'in Jining nobody is tied by it',
      () => {
        expect(tied(supervised, 'party-lab', JINING)).toEqual([]);
      },
    ],
  ],
});

const lineNamed = { type: 'LineDepartmentNamed', payload: { department: '长春市水务局', from: '2024-01-01' } } as const;

byRule('R-158', {
  fires: [
    [
      'the line department is tied to the data of its own body',
      () => {
        given(registered).when('nameLineDepartment', lineNamed.payload).thenRecorded(lineNamed).thenRestsOn('R-158');
        expect(tied(lineNamed, 'party-lab')).toEqual(['lineDepartment lineDepartment 长春市水务局']);
      },
    ],
  ],
  passes: [
    [
      'outside Changchun it is not',
      () => {
        expect(tied(lineNamed, 'party-lab', JINING)).toEqual([]);
      },
    ],
  ],
});

byRule('W-61', {
  fires: [
    [
      'a party that is also the lab is no commission',
      () => {
        given(...investigatedCase({ jurisdiction: '110000' }))
          .when('commissionMonitoring', { ...commission, entityId: 'lab' }, { parties: { lab } })
          .thenRefused({ rule: 'W-61', code: 'INVALID_INPUT', zh: '既是被监测单位又是监测机构' });
        given(...investigatedCase())
          .when('commissionMonitoring', { ...commission, entityId: 'lab' }, { parties: { lab } })
          .thenRefused({ rule: 'R-077', code: 'INVALID_INPUT' });
        given(registered)
          .when('recordLabContract', { ...labContracted().payload, entityId: 'lab' }, { subject: 'lab' })
          .thenRefused({ rule: 'W-61', code: 'INVALID_INPUT' });
      },
    ],
  ],
  passes: [
    [
      'another lab is',
      () => {
        given(...investigatedCase({ jurisdiction: '110000' }))
          .when('commissionMonitoring', commission, { parties: { lab, plant: [partyRegistered()] } })
          .then('EnforcementMonitoringCommissioned');
      },
    ],
  ],
});

it('later words on a lab replace earlier ones where there can be one only', () => {
  const again = { ...instrument, traceableTo: '国家基准' };
  given(
    registered,
    { type: 'LabEquipmentRecorded', payload: { ...again, calibrationNo: null, validTo: null } },
    { type: 'LabEquipmentRecorded', payload: { ...again, calibrationNo: 'JZ-2', validTo: null } },
    { type: 'QualitySystemRecorded', payload: { covers: ['siting'], documentNo: null, from: '2024-01-01' } },
    supervised,
    lineNamed,
    headNamed,
    tested(1),
  )
    .when('recordProficiencyTest', {
      kind: 'qualityAssessment',
      organiser: '省站',
      testedOn: '2024-08-02',
      passed: false,
      result: '不合格',
    })
    .thenRecorded({
      type: 'ProficiencyTested',
      payload: {
        roundId: 'round-2',
        previous: 'round-1',
        kind: 'qualityAssessment',
        organiser: '省站',
        testedOn: '2024-08-02',
        passed: false,
        result: '不合格',
      },
    });
});
