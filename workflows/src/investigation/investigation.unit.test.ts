import { BEIJING, CHANGCHUN, given, LANZHOU } from '../testing/given';
import {
  acceptedCase,
  clueTransferred,
  determinedCase,
  evidenceSealed,
  finding,
  investigatedCase,
  investigationOpened,
  investigationReported,
  LAB,
  labCertified,
  labContracted,
  LI,
  PLANT,
  partyRegistered,
  problemFound,
  problemStruckOff,
  siteInspected,
  WANG,
  ZHAO,
} from '../testing/facts';

describe('opening the investigation', () => {
  const open = { investigators: [LI, WANG] };

  it('rests on an accepted clue and two certified officers', () => {
    given(...acceptedCase())
      .when('openInvestigation', open)
      .thenRecorded(investigationOpened)
      .thenRestsOn('R-002', 'APL-42');
  });

  it('waits for the accepted clue', () => {
    given(problemFound(), clueTransferred())
      .when('openInvestigation', open)
      .thenRefused({ rule: 'R-002', code: 'WRONG_STAGE', zh: '线索受理', missing: ['已受理的线索'] });
    given(problemFound({ jurisdiction: CHANGCHUN }), clueTransferred())
      .when('openInvestigation', open)
      .thenOutOfTurn('R-001');
    given(problemFound({ jurisdiction: LANZHOU }), clueTransferred())
      .when('openInvestigation', open)
      .thenOutOfTurn('W-02');
  });

  it('needs no clue to itself on what the agency found itself, and waits for one on what the monitoring side found', () => {
    given(problemFound({ source: 'enforcementInspection' }))
      .when('openInvestigation', open)
      .then('InvestigationOpened');
    given(problemFound({ source: 'automaticData' }))
      .when('openInvestigation', open)
      .thenOutOfTurn('R-002', '线索受理');
  });

  it('is done once', () => {
    given(...investigatedCase())
      .when('openInvestigation', open)
      .thenOutOfTurn('R-002', '只开展一次');
  });

  it.each([
    ['one officer', [LI], '尚缺持证执法人员1人'],
    ['one officer named twice', [LI, LI], '尚缺持证执法人员1人'],
    ['a second one without certificate', [LI, ZHAO], '尚缺持证执法人员1人'],
    ['nobody certified', [ZHAO], '尚缺持证执法人员2人'],
  ])('is refused with %s', (_what, investigators, missing) => {
    given(...acceptedCase())
      .when('openInvestigation', { investigators })
      .thenRefused({ rule: 'APL-42', zh: '不得少于两人', missing: [missing] });
  });

  it('is not held to the article of 2021 on a day before it', () => {
    given(...acceptedCase())
      .when('openInvestigation', { investigators: [LI] }, { at: '2021-07-14T09:00:00+08:00' })
      .then('InvestigationOpened');
  });
});

describe('inspecting the site', () => {
  const { inspectionId: _id, technicalSupport: _none, ...inspection } = siteInspected.payload;

  it('is recorded with officers, place and time', () => {
    given(...investigatedCase())
      .when('recordSiteInspection', inspection)
      .thenRecorded(siteInspected)
      .thenRestsOn('APL-55', 'R-062');
  });

  it('is refused where certificates were not shown or officers are lacking', () => {
    given(...investigatedCase())
      .when('recordSiteInspection', { ...inspection, identityShown: false })
      .thenRefused({ rule: 'APL-55', zh: '出示执法证件', missing: [] });
    given(...investigatedCase())
      .when('recordSiteInspection', { ...inspection, officers: [LI] })
      .thenRefused({ rule: 'APL-42' });
  });

  it('is out of turn before and after the investigation', () => {
    given(...acceptedCase())
      .when('recordSiteInspection', inspection)
      .thenOutOfTurn('R-002');
    given(...determinedCase())
      .when('recordSiteInspection', inspection)
      .thenOutOfTurn('R-002');
  });
});

describe('sealed evidence', () => {
  const { itemId: _id, ...sealing } = evidenceSealed.payload;

  it('is numbered and changes hands with both persons named, after the report too', () => {
    given(...investigatedCase())
      .when('sealEvidence', sealing)
      .thenRecorded(evidenceSealed);
    const handed = { type: 'EvidenceHandedOver', payload: { itemId: 'item-1', to: WANG, reason: '送检', from: LI } } as const;
    given(...investigatedCase(), evidenceSealed)
      .when('handOverEvidence', { itemId: 'item-1', to: WANG, reason: '送检' })
      .thenRecorded(handed);
    given(...investigatedCase(), evidenceSealed, investigationReported(finding()), handed)
      .when('handOverEvidence', { itemId: 'item-1', to: ZHAO, reason: '移交公安' })
      .thenRecorded({ type: 'EvidenceHandedOver', payload: { itemId: 'item-1', to: ZHAO, reason: '移交公安', from: WANG } });
  });

  it('is not handed over where no such item was sealed', () => {
    given(...investigatedCase())
      .when('handOverEvidence', { itemId: 'item-1', to: WANG, reason: '送检' })
      .thenOutOfTurn('W-02');
  });

  it('is not sealed outside an investigation', () => {
    given(...acceptedCase())
      .when('sealEvidence', sealing)
      .thenOutOfTurn('R-002');
  });
});

describe('commissioning enforcement monitoring', () => {
  const order = {
    taskOrderNo: '任〔2024〕1号',
    labId: 'lab',
    entityId: 'plant',
    need: '核实超标',
    capacityReason: '无挥发性有机物监测能力',
    grounds: '资质、能力、信用证明在卷',
  };
  const registers = { parties: { lab: LAB, plant: PLANT } };
  const bound = { parties: { lab: [...LAB, labContracted()], plant: PLANT } };

  it('records the task with the name of the lab', () => {
    given(...investigatedCase())
      .when('commissionMonitoring', order, registers)
      .thenRecorded({
        type: 'EnforcementMonitoringCommissioned',
        payload: { taskId: 'task-1', labName: '某某检测', outletId: null, ...order },
      })
      .thenRestsOn('R-075', 'R-076', 'R-077', 'R-078');
  });

  it.each([
    ['Jining', '370800', '济环字〔2023〕16号'],
    ['a county of Jining', '370829', '济环字〔2023〕16号'],
    ['Jilin', '220000', '吉环监测字〔2023〕17号'],
    ['a county of Changchun', '220122', '吉环监测字〔2023〕17号'],
  ])('is refused in %s to a lab that does the self-monitoring of the same entity', (_where, jurisdiction, cites) => {
    given(...investigatedCase({ jurisdiction }))
      .when('commissionMonitoring', order, bound)
      .thenRefused({
        rule: 'R-077',
        zh: '合同HT-7',
        missing: ['与该单位无自行监测合同的监测机构'],
        weighty: true,
        cites,
      });
  });

  it.each([
    ['Jinan', '370100', '2024-08-30T09:00:00+08:00'],
    ['Shandong as a whole', '370000', '2024-08-30T09:00:00+08:00'],
    ['Lanzhou', '620100', '2024-08-30T09:00:00+08:00'],
    ['Jining on the eve of the text', '370800', '2023-05-25T09:00:00+08:00'],
    ['Jilin on the eve of the text', '220100', '2023-07-18T09:00:00+08:00'],
  ])('is not held to that rule in %s', (_where, jurisdiction, at) => {
    const contract = labContracted({ from: '2020-01-01', to: null });
    given(...investigatedCase({ jurisdiction }))
      .when('commissionMonitoring', order, { parties: { lab: [...LAB, contract], plant: PLANT }, at })
      .then('EnforcementMonitoringCommissioned')
      .thenDoesNotRestOn('R-077');
  });

  it.each([
    ['ended the day before', labContracted({ to: '2024-08-29' })],
    ['begins the day after', labContracted({ from: '2024-08-31' })],
    ['is with another entity', labContracted({ entityId: 'mill' })],
    ['is about comparison tests', labContracted({ kind: 'comparisonTest' })],
  ])('passes where the contract %s', (_why, contract) => {
    given(...investigatedCase())
      .when('commissionMonitoring', order, { parties: { lab: [...LAB, contract], plant: PLANT } })
      .then('EnforcementMonitoringCommissioned')
      .thenRestsOn('R-077');
  });

  it.each([
    ['on its last day', labContracted({ to: '2024-08-30' })],
    ['on its first day', labContracted({ from: '2024-08-30' })],
    ['without an end', labContracted({ to: null })],
  ])('is refused under a contract %s', (_when, contract) => {
    given(...investigatedCase())
      .when('commissionMonitoring', order, { parties: { lab: [...LAB, contract], plant: PLANT } })
      .thenRefused({ rule: 'R-077' });
  });

  it('counts the day of the contract in China, whatever offset the moment is written in', () => {
    const contract = labContracted({ to: '2024-08-29' });
    const parties = { lab: [...LAB, contract], plant: PLANT };
    given(...investigatedCase())
      .when('commissionMonitoring', order, { parties, at: '2024-08-29T15:59:59Z' })
      .thenRefused({ rule: 'R-077' });
    given(...investigatedCase())
      .when('commissionMonitoring', order, { parties, at: '2024-08-29T16:00:00Z' })
      .then('EnforcementMonitoringCommissioned');
  });

  it('is refused to a lab without a certificate valid on the day', () => {
    const lab = [partyRegistered({ name: '某某检测', kind: 'thirdPartyLab' }), labCertified({ validTo: '2024-08-29' })];
    given(...investigatedCase())
      .when('commissionMonitoring', order, { parties: { lab, plant: PLANT } })
      .thenRefused({ rule: 'R-076', zh: '当日无有效', missing: ['有效的资质认定证书'], weighty: true });
  });

  it('is only warned about for that reason in Changchun before the provincial text, where the draft alone asks for it', () => {
    const lab = [partyRegistered({ name: '某某检测', kind: 'thirdPartyLab' })];
    given(...investigatedCase({ jurisdiction: CHANGCHUN }))
      .when('commissionMonitoring', order, { parties: { lab, plant: PLANT }, at: '2022-08-30T09:00:00+08:00' })
      .then('EnforcementMonitoringCommissioned')
      .thenWarned('R-109');
  });

  it('is refused without the reason of lacking capacity and without the grounds of the choice', () => {
    const { capacityReason: _reason, ...unreasoned } = order;
    const { grounds: _grounds, ...groundless } = order;
    given(...investigatedCase())
      .when('commissionMonitoring', unreasoned, registers)
      .thenRefused({ rule: 'R-075', zh: '能力不足', missing: ['监测能力不足的理由'] });
    given(...investigatedCase())
      .when('commissionMonitoring', groundless, registers)
      .thenRefused({ rule: 'R-076', missing: ['资质、能力、信用依据'] });
    given(...investigatedCase({ jurisdiction: BEIJING }))
      .when('commissionMonitoring', groundless, registers)
      .then('EnforcementMonitoringCommissioned');
  });

  it('names a lab and an entity of the register everywhere, so that no contract is missed for a slip of the pen', () => {
    given(...investigatedCase())
      .when('commissionMonitoring', { ...order, entityId: 'plnat' }, bound)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'plnat' });
    given(...investigatedCase({ jurisdiction: BEIJING }))
      .when('commissionMonitoring', { ...order, labId: 'nobody' }, registers)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'nobody' });
  });

  it('is out of turn without a running investigation', () => {
    given(...acceptedCase())
      .when('commissionMonitoring', order, registers)
      .thenOutOfTurn('R-002');
  });
});

describe('recording a monitoring report', () => {
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
  const { taskOrderNo: _order, ...orderless } = report;
  const { standard: _standard, ...standardless } = report;

  it('keeps each value exactly as it was reported', () => {
    given(...investigatedCase())
      .when('recordMonitoringReport', report)
      .thenRecorded({
        type: 'MonitoringReportRecorded',
        payload: {
          ...report,
          reportId: 'report-1',
          taskId: null,
          values: [{ pollutant: 'w01018', value: '80.50', unit: 'mg/L', limit: '50' }],
        },
      });
  });

  it('is refused in Jilin without a task order, and not in Jining, which has no such rule', () => {
    given(...investigatedCase({ jurisdiction: '220200' }))
      .when('recordMonitoringReport', orderless)
      .thenRefused({ rule: 'R-069', zh: '任务书', missing: ['执法监测任务书文号'] });
    given(...investigatedCase())
      .when('recordMonitoringReport', orderless)
      .then('MonitoringReportRecorded')
      .thenDoesNotRestOn('R-069');
  });

  it('is warned about in Changchun without the standard it was made under', () => {
    given(...investigatedCase({ jurisdiction: CHANGCHUN }))
      .when('recordMonitoringReport', standardless)
      .then('MonitoringReportRecorded')
      .thenWarned('R-037');
    given(...investigatedCase({ jurisdiction: '220200' }))
      .when('recordMonitoringReport', standardless)
      .thenWarned();
  });

  it('answers only a task of this case', () => {
    given(...investigatedCase())
      .when('recordMonitoringReport', { ...report, taskId: 'task-1' })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', zh: 'task-1' });
  });

  it('takes no value that is not a decimal', () => {
    given(...investigatedCase())
      .when('recordMonitoringReport', { ...report, values: [{ pollutant: 'w01018', value: '1e3', unit: 'mg/L' }] })
      .thenInvalid('values.0.value');
  });
});

describe('reporting the investigation', () => {
  const report = { reportNo: '济环调〔2024〕1号', findings: [finding()] };

  it('gives the problem its finding', () => {
    given(...investigatedCase())
      .when('reportInvestigation', report)
      .thenRecorded(investigationReported(finding()))
      .thenRestsOn('W-09');
  });

  it('is refused in Jining on a suspicion from automatic data that nobody looked at on site', () => {
    const pushed = { source: 'automaticData' } as const;
    given(...investigatedCase(pushed))
      .when('reportInvestigation', report)
      .thenRefused({ rule: 'R-062', zh: '现场调查', missing: ['现场检查（勘察）记录'], weighty: true });
    given(...investigatedCase(pushed), siteInspected)
      .when('reportInvestigation', report)
      .then('InvestigationReported')
      .thenRestsOn('R-062');
    given(...investigatedCase({ ...pushed, jurisdiction: CHANGCHUN }))
      .when('reportInvestigation', report)
      .thenDoesNotRestOn('R-062');
  });

  it.each([
    ['leaves one out', [finding()], ['problem-2 的认定']],
    ['names one twice', [finding(), finding(), finding({ problemId: 'problem-2' })], ['problem-1 重复或不存在']],
    [
      'names one of another case',
      [finding(), finding({ problemId: 'problem-2' }), finding({ problemId: 'problem-3' })],
      ['problem-3 重复或不存在'],
    ],
  ])('is refused when it %s', (_what, findings, missing) => {
    given(...investigatedCase(), problemFound({ problemId: 'problem-2' }))
      .when('reportInvestigation', { ...report, findings })
      .thenRefused({ rule: 'W-09', zh: '每个问题', missing });
  });

  it('is refused when a violation has no class', () => {
    const { violationClass: _class, ...unclassed } = finding();
    given(...investigatedCase())
      .when('reportInvestigation', { ...report, findings: [unclassed] })
      .thenRefused({ rule: 'W-09', missing: ['problem-1 的违法类别'] });
    given(...investigatedCase())
      .when('reportInvestigation', { ...report, findings: [{ ...unclassed, finding: 'noViolation' }] })
      .then('InvestigationReported');
  });

  it('leaves out what is struck off already', () => {
    given(...determinedCase({ finding: 'noViolation' }), problemStruckOff, problemFound({ problemId: 'problem-2' }), {
      type: 'InvestigationResumed',
      payload: { reason: '发现新问题' },
    })
      .when('reportInvestigation', { ...report, findings: [finding({ problemId: 'problem-2' })] })
      .then('InvestigationReported');
  });

  it('comes once, until the investigation is resumed', () => {
    given(...determinedCase())
      .when('reportInvestigation', report)
      .thenOutOfTurn('R-002');
    given(...determinedCase())
      .when('resumeInvestigation', { reason: '新证据' })
      .thenRecorded({ type: 'InvestigationResumed', payload: { reason: '新证据' } });
    given(...investigatedCase())
      .when('resumeInvestigation', { reason: '新证据' })
      .thenOutOfTurn('R-002');
  });
});
