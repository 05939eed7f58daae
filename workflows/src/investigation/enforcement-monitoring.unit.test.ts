import { tracesOf } from '..';
import { byRule } from '../testing/by-rule';
import { happened } from '../testing/duties';
import { investigatedCase, LAB, labContracted, LI, partyRegistered, PLANT, siteInspected, WANG, ZHAO } from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING, LANZHOU, type Circumstances } from '../testing/given';

const JILIN = '220200';
const parties = { lab: LAB, plant: PLANT };
const order = {
  taskOrderNo: '任〔2024〕1号',
  labId: 'lab',
  entityId: 'plant',
  need: '核实超标',
  capacityReason: '无挥发性有机物监测能力',
  grounds: '资质、能力、信用证明在卷',
};
const report = {
  taskOrderNo: '任〔2024〕1号',
  reportNo: 'JC-1',
  issuedBy: '某某检测',
  issuedOn: '2024-08-20',
  standard: 'HJ 828-2017',
  sampledAt: '2024-08-18T09:00:00+08:00',
  sampler: LI,
  analyst: WANG,
  reviewer: ZHAO,
  signatory: ZHAO,
  values: [{ pollutant: 'w01018', value: '80.50', unit: 'mg/L', limit: '50' }],
  records: { sampling: 'CY-1', handOver: 'JJ-1', analysis: 'FX-1' },
};
const commission = (jurisdiction: string, over: object = {}, circumstances: Circumstances = { parties }) =>
  given(...investigatedCase({ jurisdiction })).when('commissionMonitoring', { ...order, ...over }, circumstances);
const reported = (jurisdiction: string, over: object = {}) =>
  given(...investigatedCase({ jurisdiction })).when('recordMonitoringReport', { ...report, ...over });

const { inspectionId: _id, technicalSupport: _support, ...inspection } = siteInspected.payload;

byRule('R-010', {
  fires: [
    [
      'an inspection of self-monitoring names who supported it, or says that nobody did',
      () => {
        given(...investigatedCase({ source: 'selfMonitoringCheck' }))
          .when('recordSiteInspection', inspection)
          .thenRefused({ rule: 'R-010', missing: ['提供技术支持的监测机构'] });
        given(...investigatedCase({ source: 'selfMonitoringCheck', jurisdiction: JILIN }))
          .when('recordSiteInspection', { ...inspection, technicalSupport: '监测中心', noTechnicalSupport: true })
          .thenRefused({ rule: 'R-010' });
      },
    ],
  ],
  passes: [
    [
      'either way it is recorded',
      () => {
        const named = given(...investigatedCase({ source: 'selfMonitoringCheck' }))
          .when('recordSiteInspection', { ...inspection, technicalSupport: '监测中心' })
          .thenRestsOn('R-010');
        expect(named.events[0]?.payload).toMatchObject({ technicalSupport: '监测中心' });
        const none = given(...investigatedCase({ source: 'selfMonitoringCheck' })).when('recordSiteInspection', {
          ...inspection,
          noTechnicalSupport: true,
        });
        expect(none.events[0]?.payload).toMatchObject({ technicalSupport: null });
      },
    ],
    [
      'another inspection, and another place, may leave it open',
      () => {
        given(...investigatedCase())
          .when('recordSiteInspection', inspection)
          .then('SiteInspectionRecorded');
        given(...investigatedCase({ source: 'selfMonitoringCheck', jurisdiction: BEIJING }))
          .when('recordSiteInspection', inspection)
          .then('SiteInspectionRecorded');
      },
    ],
  ],
});

byRule('R-062', {
  fires: [
    [
      'a case that a pushed suspicion opened is not determined without a visit',
      () => {
        given(...investigatedCase({ source: 'automaticData' }))
          .when('reportInvestigation', {
            findings: [{ problemId: 'problem-1', finding: 'noViolation', tampering: false, malicious: false, reasons: '数据正常' }],
          })
          .thenRefused({ rule: 'R-062', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'after the visit it is',
      () => {
        given(...investigatedCase({ source: 'automaticData' }), siteInspected)
          .when('reportInvestigation', {
            findings: [{ problemId: 'problem-1', finding: 'noViolation', tampering: false, malicious: false, reasons: '数据正常' }],
          })
          .then('InvestigationReported');
      },
    ],
  ],
});

byRule('R-069', {
  fires: [
    [
      'a result without task order is refused as evidence in Jilin',
      () => {
        reported(JILIN, { taskOrderNo: undefined }).thenRefused({ rule: 'R-069', missing: ['执法监测任务书文号'] });
      },
    ],
    [
      'and so is one whose chain of records has a gap',
      () => {
        reported(JILIN, { records: { sampling: 'CY-1' } }).thenRefused({ rule: 'R-069', missing: ['样品交接记录', '分析原始记录'] });
        reported(CHANGCHUN, { records: undefined }).thenRefused({ rule: 'R-069' });
      },
    ],
    [
      'staff are named, or there is no such form',
      () => {
        reported(JILIN, { sampler: undefined }).thenInvalid('sampler');
      },
    ],
  ],
  passes: [
    [
      'whole, it is evidence, and the chain is kept with it',
      () => {
        const outcome = reported(JILIN).then('MonitoringReportRecorded').thenRestsOn('R-069');
        expect(outcome.events[0]?.payload).toMatchObject({ records: report.records });
      },
    ],
    [
      'Jining has no such rule',
      () => {
        reported(JINING, { taskOrderNo: undefined, records: undefined }).then('MonitoringReportRecorded').thenDoesNotRestOn('R-069');
      },
    ],
  ],
});

const own = {
  kind: 'regular',
  taskOrderNo: '任〔2024〕2号',
  unit: '吉林市生态环境监测中心',
  entityId: 'plant',
  need: '核实投诉',
  staff: [LI, WANG],
};
const ordered = (over: object = {}, circumstances: Circumstances = {}) =>
  given(...investigatedCase({ jurisdiction: JILIN })).when('orderMonitoring', { ...own, ...over }, { parties, ...circumstances });

byRule('R-070', {
  fires: [
    [
      'each task states the need that it serves',
      () => {
        ordered()
          .thenRecorded({ type: 'EnforcementMonitoringOrdered', payload: { taskId: 'task-1', ...own, kind: 'regular', outletId: null } })
          .thenRestsOn('R-070');
        ordered({ need: '' }).thenInvalid('need');
        commission(JINING, { need: undefined }).thenInvalid('need');
      },
    ],
  ],
  passes: [
    [
      'in Beijing it is stated without that rule',
      () => {
        commission(BEIJING).then('EnforcementMonitoringCommissioned').thenDoesNotRestOn('R-070');
      },
    ],
  ],
});

byRule('R-073', {
  fires: [
    [
      'special enforcement monitoring is ordered by the province',
      () => {
        ordered({ kind: 'provincialSpecial' }).thenRefused({ rule: 'R-073', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'which then has a task of that type',
      () => {
        const outcome = ordered({ kind: 'provincialSpecial' }, { of: '220000' }).then('EnforcementMonitoringOrdered').thenRestsOn('R-073');
        expect(outcome.events[0]?.payload).toMatchObject({ kind: 'provincialSpecial' });
      },
    ],
    [
      'ordinary tasks are anybody’s',
      () => {
        ordered().then('EnforcementMonitoringOrdered');
      },
    ],
  ],
});

byRule('R-075', {
  fires: [
    [
      'monitoring is given out only where own capacity is lacking',
      () => {
        commission(JINING, { capacityReason: undefined }).thenRefused({ rule: 'R-075', missing: ['监测能力不足的理由'] });
        commission(JILIN, { capacityReason: undefined }).thenRefused({ rule: 'R-075' });
      },
    ],
  ],
  passes: [
    [
      'the reason stated, it goes',
      () => {
        commission(JINING).then('EnforcementMonitoringCommissioned').thenRestsOn('R-075');
      },
    ],
    [
      'no rule of Gansu',
      () => {
        commission(LANZHOU, { capacityReason: undefined }).then('EnforcementMonitoringCommissioned');
      },
    ],
  ],
});

byRule('R-076', {
  fires: [
    [
      'the grounds of the choice are on file',
      () => {
        commission(JINING, { grounds: undefined }).thenRefused({ rule: 'R-076', missing: ['资质、能力、信用依据'] });
      },
    ],
    [
      'full certification is more than a name',
      () => {
        commission(JILIN, {}, { parties: { lab: [partyRegistered({ kind: 'thirdPartyLab' })], plant: PLANT } }).thenRefused({
          rule: 'R-076',
          missing: ['有效的资质认定证书'],
          weighty: true,
        });
      },
    ],
  ],
  passes: [
    [
      'certified, able, of good credit',
      () => {
        commission(JINING).then('EnforcementMonitoringCommissioned').thenRestsOn('R-076');
      },
    ],
    [
      'no rule of Beijing',
      () => {
        commission(BEIJING, { grounds: undefined }).then('EnforcementMonitoringCommissioned');
      },
    ],
  ],
});

const commissioned = {
  type: 'EnforcementMonitoringCommissioned',
  payload: { taskId: 'task-1', ...order, labName: '某某检测', outletId: null },
  at: '2024-08-10T09:00:00+08:00',
} as const;
const bound = (over: Parameters<typeof labContracted>[0] = {}) => ({ lab: [...LAB, labContracted(over)], plant: PLANT });

byRule('R-077', {
  fires: [
    [
      'who does its self-monitoring does not monitor it for enforcement',
      () => {
        commission(JINING, {}, { parties: bound() }).thenRefused({ rule: 'R-077', zh: 'HT-7', weighty: true });
        commission(CHANGCHUN, {}, { parties: bound() }).thenRefused({ rule: 'R-077', weighty: true });
      },
    ],
    [
      'nor does who took it on between the order and the report',
      () => {
        given(...investigatedCase(), commissioned)
          .when('recordMonitoringReport', { ...report, taskId: 'task-1' }, { parties: bound({ from: '2024-08-15', to: '2024-08-20' }) })
          .thenRefused({ rule: 'R-077', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'a contract that ended before the order, or one with somebody else, is no bar',
      () => {
        commission(JINING, {}, { parties: bound({ to: '2024-08-29' }) })
          .then('EnforcementMonitoringCommissioned')
          .thenRestsOn('R-077');
        given(...investigatedCase(), commissioned)
          .when('recordMonitoringReport', { ...report, taskId: 'task-1' }, { parties: bound({ to: '2024-08-09' }) })
          .then('MonitoringReportRecorded');
      },
    ],
    [
      'Gansu works with labs without such a bar',
      () => {
        commission(LANZHOU, {}, { parties: bound() }).then('EnforcementMonitoringCommissioned').thenDoesNotRestOn('R-077');
      },
    ],
    [
      'a task of the own monitoring unit has no lab to be bound',
      () => {
        const task = {
          type: 'EnforcementMonitoringOrdered',
          payload: { taskId: 'task-1', ...own, kind: 'regular', outletId: null },
        } as const;
        given(...investigatedCase(), task)
          .when('recordMonitoringReport', { ...report, taskId: 'task-1' })
          .then('MonitoringReportRecorded');
      },
    ],
  ],
});

const affiliated = { type: 'AffiliationRecorded', payload: { otherId: 'plant', nature: '同一实际控制人' } } as const;

byRule('W-44', {
  fires: [
    [
      'an operation contract or an affiliate is pointed out, and does not bar',
      () => {
        commission(JINING, {}, { parties: bound({ kind: 'operation' }) })
          .then('EnforcementMonitoringCommissioned')
          .thenWarned('W-44');
        commission(LANZHOU, {}, { parties: { lab: [...LAB, affiliated], plant: PLANT } })
          .then('EnforcementMonitoringCommissioned')
          .thenWarned('W-44');
        commission(
          JINING,
          {},
          { parties: { lab: LAB, plant: [...PLANT, { ...affiliated, payload: { ...affiliated.payload, otherId: 'lab' } }] } },
        ).thenWarned('W-44');
      },
    ],
  ],
  passes: [
    [
      'a lab without ties is not spoken of',
      () => {
        commission(JINING).then('EnforcementMonitoringCommissioned').thenWarned();
      },
    ],
  ],
});

const spot = { dimensions: ['concentration', 'quantity'], period: 'stoppedProduction' } as const;
const recorded = (of: string, over: object = {}) =>
  happened({ type: 'MonitoringReportRecorded', payload: { reportId: 'report-1', taskId: null, ...report, ...over }, of });

byRule('R-072', {
  fires: [
    [
      'spot measurements are counted by concentration, by quantity and by special period',
      () => {
        reported(JINING, { spot }).then('MonitoringReportRecorded').thenRestsOn('R-072');
        const traces = tracesOf(recorded(JINING, { spot })).filter((each) => each.trace === 'spotMeasurement');
        expect(traces.map((each) => each.tags)).toEqual([
          { spotMeasurement: 'concentration', period: 'stoppedProduction', special: 'yes' },
          { spotMeasurement: 'quantity', period: 'stoppedProduction', special: 'yes' },
        ]);
      },
    ],
  ],
  passes: [
    [
      'what was no spot measurement is not counted, nor what was one elsewhere',
      () => {
        expect(tracesOf(recorded(JINING)).map((each) => each.trace)).not.toContain('spotMeasurement');
        expect(tracesOf(recorded(BEIJING, { spot })).map((each) => each.trace)).not.toContain('spotMeasurement');
      },
    ],
  ],
});

byRule('R-078', {
  fires: [
    [
      'the agency that gives monitoring out is tied to evidence and use of the data',
      () => {
        commission(JINING).thenRestsOn('R-078');
        expect(tracesOf(happened(commissioned)).filter(({ trace }) => trace === 'commissioningAgency')).toMatchObject([
          { trace: 'commissioningAgency', whom: { kind: 'unit', id: '济宁市生态环境局' }, basis: [{ rule: 'R-078' }] },
        ]);
      },
    ],
  ],
  passes: [
    [
      'not where no text says so',
      () => {
        expect(tracesOf(happened({ ...commissioned, of: LANZHOU }))).toEqual([]);
      },
    ],
  ],
});

byRule('R-079', {
  fires: [
    [
      'the monitoring body, a lab included, is tied to the report',
      () => {
        const body = tracesOf(recorded(JINING)).find((each) => each.trace === 'monitoringBody');
        expect(body).toMatchObject({ whom: { kind: 'unit', name: '某某检测' }, what: '监测报告 JC-1', basis: [{ rule: 'R-079' }] });
      },
    ],
  ],
  passes: [
    [
      'not where no text says so',
      () => {
        expect(tracesOf(recorded(BEIJING)).map((each) => each.trace)).not.toContain('monitoringBody');
      },
    ],
  ],
});
