import { OFFICERS, paper, PAPERS, Replay, type Step } from './testing/replay';

/**
 * Published cases, act by act with the dates that were published; what a publication does not say is said to be unknown.
 * Sources stand above each case.
 */

let replay: Replay;

afterEach(() => replay.close());

const found = (on: string, input: Readonly<Record<string, unknown>>, over: Partial<Step> = {}): Step => ({
  on,
  as: 'enforcementAgency',
  act: 'reportProblem',
  input,
  ...over,
});
const circumstance = (on: string, kind: string, body: string, detail: string): Step => ({
  on,
  as: 'enforcementAgency',
  act: 'recordCircumstance',
  input: { kind, body, detail, ...(on === 'unknown' ? {} : { on: on.slice(0, 10) }) },
});
const officer = (on: string, act: string, input: Readonly<Record<string, unknown>>, over: Partial<Step> = {}): Step => ({
  on,
  as: 'enforcementAgency',
  act,
  input,
  ...over,
});
const head = (on: string, act: string, input: Readonly<Record<string, unknown>>): Step => ({ on, as: 'authorityHead', act, input });
const police = (on: string, act: string, input: Readonly<Record<string, unknown>>): Step => ({ on, as: 'policeAuthority', act, input });
const finding = (problemId: string, over: Readonly<Record<string, unknown>> = {}) => ({
  problemId,
  finding: 'violation',
  violationClass: 'exceedance',
  tampering: false,
  malicious: false,
  reasons: '未公布',
  ...over,
});
const open = (on: string): Step => officer(on, 'openInvestigation', { investigators: OFFICERS });
const penalty = (partyId: string, problemIds: readonly string[], over: Readonly<Record<string, unknown>> = {}) => ({
  partyId,
  problemIds,
  officers: OFFICERS,
  filedOn: 'unknown',
  ...over,
});
const notice = (penaltyId: string, over: Readonly<Record<string, unknown>>) => ({
  penaltyId,
  facts: '未公布',
  legalBasis: '未公布',
  hearingRight: false,
  ...over,
});
const decision = (penaltyId: string, over: Readonly<Record<string, unknown>>) => ({
  penaltyId,
  facts: '未公布',
  legalBasis: '未公布',
  reasons: '未公布',
  ...over,
});

/** From the head's approval to the filing by the police; of most steps only that they were taken is known. */
const toTheFiling = (on: string, transferId: string, place: string): readonly Step[] => [
  head(on, 'approveCriminalTransfer', { transferId }),
  officer(on, 'sendCriminalTransfer', {
    transferId,
    policeOrganisation: '公安机关',
    policeJurisdiction: place,
    sentAt: on,
    papers: PAPERS,
  }),
  officer('unknown', 'copyToProcuratorate', { transferId, procuratorate: '检察机关', copiedAt: on }),
  police('unknown', 'signTransferReceipt', { transferId }),
  police('unknown', 'acceptTransfer', { transferId }),
  police('unknown', 'notifyFiling', { transferId, filedOn: 'unknown' }),
];

// 唐山四家钢铁企业, press reports of 2021-03-30 (新华社) and 2022-01-29, after ministry and provincial announcements.
it('唐山钢铁 2021: four firms inspected by the ministry, detention and permits on one day, other firms convicted by four courts', async () => {
  replay = await Replay.open('130200');
  const firms = await Promise.all(['不锈钢', '金马', '春兴', '东华'].map((name) => replay.party(name)));
  const later = await Promise.all(['松汀', '鑫达', '中厚板'].map((name) => replay.party(name)));
  const operator = await replay.party('运维公司', 'omProvider');
  const problem = (partyId: string) => ({
    title: '应急响应期间未减排、记录造假',
    source: 'superiorInspection',
    partyId,
    facts: '未落实减排措施，记录造假',
    foundAt: '2021-03-11',
    origin: { level: 'state', organisation: '生态环境部', handedDownOn: '2021-03-11' },
  });
  const fraud = { violationClass: 'dataFraud', tampering: true, malicious: true };
  await replay.play(
    found('2021-03-11', problem(firms[0] ?? '')),
    ...firms.slice(1).map((id) => found('2021-03-11', problem(id), { act: 'addProblem' })),
    circumstance('2021-03-07', 'emergencyResponse', '唐山市政府', '启动Ⅱ级应急响应'),
    circumstance('2021-03-11', 'assistanceTeam', '生态环境部、省厅', '工作组协助查处'),
    open('2021-03-11'),
    officer('2021-03-11', 'recordSiteInspection', {
      officers: OFFICERS,
      inspectedAt: '2021-03-11',
      place: '四家企业',
      identityShown: true,
      unannounced: true,
      noTechnicalSupport: true,
      facts: '未减排，记录造假',
    }),
    officer('2021-03-13', 'reportInvestigation', { findings: firms.map((_, at) => finding(`problem-${at + 1}`, fraud)) }),
  );
  for (const [at, firm] of firms.entries()) {
    const id = `penalty-${at + 1}`;
    await replay.play(
      officer('2021-03-13', 'openPenaltyCase', penalty(firm, [`problem-${at + 1}`], { filedOn: '2021-03-13', violatedOn: '2021-03-11' })),
      officer('2021-03-13', 'servePenaltyNotice', notice(id, { servedOn: '2021-03-13' })),
      officer('2021-03-13', 'waiveStatement', { penaltyId: id, on: '2021-03-13' }),
      head('2021-03-13', 'decidePenalty', decision(id, { decidedOn: '2021-03-13' })),
      officer('2021-03-13', 'proposeDetentionTransfer', {
        problemIds: [`problem-${at + 1}`],
        penaltyId: id,
        ground: 'tampering',
        persons: [{ name: '企业负责人', role: 'manager' }],
      }),
      head('2021-03-13', 'approveDetentionTransfer', { detentionId: `detention-${at + 1}`, approvedOn: '2021-03-13' }),
      officer('2021-03-13', 'sendDetentionTransfer', {
        detentionId: `detention-${at + 1}`,
        policeOrganisation: '唐山市公安局',
        policeJurisdiction: '130200',
        sentOn: '2021-03-13',
        papers: Object.fromEntries(
          ['materialsList', 'transferLetter', 'investigationReport', 'evidence', 'articlesList', 'penaltyDecision'].map((item) => [
            item,
            paper(item),
          ]),
        ),
      }),
      police('2021-03-13', 'receiveDetentionTransfer', { detentionId: `detention-${at + 1}`, on: '2021-03-13' }),
      police('2021-03-13', 'decideDetention', { detentionId: `detention-${at + 1}`, decidedOn: '2021-03-13' }),
      head('2021-03-13', 'decidePermitMeasure', {
        kind: 'gradeLowered',
        partyId: firm,
        problemIds: [`problem-${at + 1}`],
        decidedOn: '2021-03-13',
        reasons: '绩效降为D级',
        citesMalice: false,
      }),
      head('2021-03-13', 'decidePermitMeasure', {
        kind: 'permitSuspended',
        partyId: firm,
        problemIds: [`problem-${at + 1}`],
        decidedOn: '2021-03-13',
        reasons: '暂停排污许可证',
        citesMalice: false,
      }),
    );
  }
  const crime = { finding: 'suspectedCrime', ...fraud };
  const added = [operator, ...later];
  await replay.play(
    ...added.map((id) => found('unknown', { ...problem(id), title: '监测数据造假' }, { act: 'addProblem' })),
    officer('2021-03-26', 'resumeInvestigation', { reason: '运维人员涉嫌犯罪' }),
    officer('2021-03-26', 'reportInvestigation', {
      findings: [
        ...firms.map((_, at) => finding(`problem-${at + 1}`, at === 1 ? crime : fraud)),
        ...added.map((_, at) => finding(`problem-${at + 5}`, crime)),
      ],
    }),
    // The staff of the operators, handed over by the provincial department.
    {
      ...officer('2021-03-26', 'proposeCriminalTransfer', {
        problemIds: ['problem-5'],
        suspectedCrime: '破坏计算机信息系统罪',
        legalBasis: '《刑法》',
        proposers: OFFICERS,
        responsiblePersons: ['运维人员'],
        report: '未公布',
      }),
      of: '130000',
    },
    ...toTheFiling('2021-03-26', 'transfer-1', '130200'),
    officer('2021-03-27', 'proposeCriminalTransfer', {
      problemIds: ['problem-2'],
      suspectedCrime: '破坏计算机信息系统罪',
      legalBasis: '《刑法》',
      proposers: OFFICERS,
      responsiblePersons: ['金马责任人'],
      report: '未公布',
    }),
    ...toTheFiling('2021-03-27', 'transfer-2', '130200'),
    police('2021-03-30', 'recordCoerciveMeasure', {
      transferId: 'transfer-1',
      measure: 'criminalDetention',
      on: '2021-03-30',
      detail: '含三家运维公司人员',
    }),
  );
  for (const [at, transferId] of ['transfer-3', 'transfer-4', 'transfer-5'].entries()) {
    await replay.play(
      officer('unknown', 'proposeCriminalTransfer', {
        problemIds: [`problem-${at + 6}`],
        suspectedCrime: '破坏计算机信息系统罪',
        legalBasis: '《刑法》',
        proposers: OFFICERS,
        responsiblePersons: ['责任人'],
        report: '未公布',
      }),
      ...toTheFiling('unknown', transferId, '130200'),
    );
  }
  for (const transferId of ['transfer-2', 'transfer-3', 'transfer-4', 'transfer-5']) {
    await replay.play(
      police('unknown', 'sendForProsecution', { transferId, procuratorate: '检察机关', on: 'unknown' }),
      { on: 'unknown', as: 'procuratorate', act: 'fileProsecution', input: { transferId, court: '人民法院', on: 'unknown' } },
      {
        on: '2022-01-27',
        as: 'court',
        act: 'recordJudgment',
        input: {
          transferId,
          court: '人民法院',
          outcome: 'convicted',
          judgedOn: '2022-01-27',
          detail: '四家法院共判处47人，两家公司罚金400万元、700万元',
        },
      },
    );
  }
  expect(
    await replay.file(
      'penalties { status decision { fine } } detentionTransfers { status } permitMeasures { kind } transfers { status judgments { judgedOn } } timeline { type occurredPrecision }',
    ),
  ).toMatchObject({
    penalties: [{}, {}, {}, {}].map(() => ({ status: 'decided', decision: { fine: null } })),
    detentionTransfers: [{}, {}, {}, {}].map(() => ({ status: 'detained' })),
    transfers: [{ status: 'filed' }, ...[1, 2, 3, 4].map(() => ({ status: 'judged', judgments: [{ judgedOn: '2022-01-27' }] }))],
  });
});

// 武汉高新热电, press report of 武汉's first daily-penalty case under the new law, 2015.
it('武汉高新热电 2015: the fine runs for twenty-one days while the first one is unpaid, output restricted beside it', async () => {
  replay = await Replay.open('420100');
  const plant = await replay.party('武汉高新热电有限责任公司');
  await replay.play(
    found(
      '2015',
      { title: '废气超标排放', source: 'enforcementMonitoring', partyId: plant, facts: '一季度监督性监测超标', foundAt: '2015' },
      { as: 'monitoringUnit' },
    ),
    circumstance('2014', 'earlierPenalty', '东湖新技术开发区分局', '废气超标，罚款80000元'),
    circumstance('2014', 'treatmentDeadline', '东湖新技术开发区管委会', '限期治理，2014年12月31日前达标'),
    circumstance('2014-12-31', 'partyConduct', '武汉高新热电', '逾期未完成治理'),
    {
      on: '2015',
      as: 'monitoringUnit',
      act: 'transferClue',
      input: {
        problemIds: ['problem-1'],
        to: { organisation: '武汉市环保局', function: 'enforcementAgency', jurisdiction: '420100' },
        materials: ['监测报告'],
        fraud: false,
        verified: true,
      },
    },
    officer('2015', 'receiveClue', { clueId: 'clue-1' }),
    officer('2015', 'acceptClue', { clueId: 'clue-1' }),
    open('2015'),
    officer('2015', 'reportInvestigation', { findings: [finding('problem-1')] }),
    officer('2015', 'openPenaltyCase', penalty(plant, ['problem-1'], { filedOn: '2015', violatedOn: '2015' })),
    officer('2015', 'servePenaltyNotice', notice('penalty-1', { plannedFine: '100000', servedOn: 'unknown' })),
    head('2015', 'decidePenalty', decision('penalty-1', { decidedOn: '2015', fine: '100000' })),
    officer('2015', 'servePenalty', { penaltyId: 'penalty-1', servedOn: 'unknown', method: '未公布' }),
    officer('2015', 'serveStopOrder', { penaltyId: 'penalty-1', partyId: plant, servedOn: 'unknown' }),
    officer('2015', 'recordReinspection', {
      dailyPenaltyId: 'dailyPenalty-1',
      inspectedOn: '2015',
      unannounced: true,
      result: 'continuing',
      facts: '仍超标',
    }),
    officer('2015', 'serveDailyPenaltyNotice', { dailyPenaltyId: 'dailyPenalty-1', servedOn: 'unknown' }),
    head('2015', 'decideDailyPenalty', { dailyPenaltyId: 'dailyPenalty-1', decidedOn: 'unknown', days: 21, amount: '2100000' }),
    officer('2015-04-24', 'serveDailyPenalty', { dailyPenaltyId: 'dailyPenalty-1', servedOn: '2015-04-24' }),
    officer('2015', 'serveRestrictionNotice', {
      kind: 'restriction',
      partyId: plant,
      problemIds: ['problem-1'],
      ground: '废气超标',
      servedOn: 'unknown',
    }),
    head('2015', 'decideRestriction', { restrictionId: 'restriction-1', decidedOn: 'unknown', until: 'unknown', citesMalice: false }),
  );
  // The sum is the law's, not the officer's.
  expect(
    await replay.try(
      head('2015', 'decideDailyPenalty', { dailyPenaltyId: 'dailyPenalty-1', decidedOn: '2015', days: 22, amount: '2100000' }),
    ),
  ).toMatchObject({ __typename: 'Refusal' });
  expect(
    await replay.file(
      'penalties { status paid } dailyPenalties { status days dailyAmount amount } restrictions { status } timeline { occurredAt occurredPrecision type }',
    ),
  ).toMatchObject({
    penalties: [{ status: 'served', paid: '0.00' }],
    dailyPenalties: [{ status: 'served', days: 21, dailyAmount: '100000', amount: '2100000' }],
    restrictions: [{ status: 'decided' }],
    timeline: expect.arrayContaining([
      expect.objectContaining({ type: 'DailyPenaltyServed', occurredPrecision: 'day' }),
      expect.objectContaining({ type: 'PenaltyDecided', occurredPrecision: 'year' }),
    ]),
  });
});

// 偃师某公司, 行政处罚决定书 洛环罚决字〔2023〕1030号.
it('偃师大强 2023: equipment not kept running, order and notice on one day, amount and day of the decision never published', async () => {
  replay = await Replay.open('410307');
  const plant = await replay.party('偃师某公司');
  await replay.play(
    found('2023-07-29', {
      title: '自动监测数据为零',
      source: 'enforcementInspection',
      partyId: plant,
      facts: '2023-07-29 11:00至07-30 15:00数据为零',
      foundAt: '2023-07-29T11:00:00+08:00',
    }),
    open('unknown'),
    officer('2023-10-13', 'recordSiteInspection', {
      officers: OFFICERS,
      inspectedAt: '2023-10-13',
      place: '偃师',
      identityShown: true,
      unannounced: true,
      noTechnicalSupport: true,
      facts: '自动设备未正常运行',
    }),
    officer('unknown', 'reportInvestigation', { findings: [finding('problem-1', { violationClass: 'other' })] }),
    officer('2023-10-17', 'orderRectification', {
      problemIds: ['problem-1'],
      partyId: plant,
      mode: 'atOnce',
      orderNo: '洛环责改字〔2023〕1010号',
      demand: '改正',
      dueOn: 'unknown',
    }),
    officer('unknown', 'openPenaltyCase', penalty(plant, ['problem-1'], { violatedOn: '2023-07-30' })),
    officer('2023-10-17', 'servePenaltyNotice', notice('penalty-1', { docNo: '洛环罚告字〔2023〕1017号', servedOn: '2023-10-17' })),
    officer('2023-10-23', 'recordStatement', {
      penaltyId: 'penalty-1',
      content: '陈述申辩',
      receivedOn: '2023-10-23',
      assessment: '未公布',
    }),
    head('unknown', 'decidePenalty', decision('penalty-1', { docNo: '洛环罚决字〔2023〕1030号', decidedOn: 'unknown' })),
  );
  expect(
    await replay.file('penalties { status statement decision { docNo decidedOn fine } } timeline { type occurredPrecision }'),
  ).toMatchObject({
    penalties: [
      { status: 'decided', statement: 'recorded', decision: { docNo: '洛环罚决字〔2023〕1030号', decidedOn: 'unknown', fine: null } },
    ],
    timeline: expect.arrayContaining([expect.objectContaining({ type: 'PenaltyDecided', occurredPrecision: 'unknown' })]),
  });
});

// 温州永嘉某公司, 排污单位自动监控弄虚作假查处典型案例.
it('永嘉 2021: two anomalies, inspected and transferred on one day, before any penalty', async () => {
  replay = await Replay.open('330324');
  const plant = await replay.party('永嘉某公司');
  await replay.play(
    found('2021-10-27', {
      title: 'COD恒值',
      source: 'enforcementInspection',
      partyId: plant,
      facts: 'COD恒定超过20小时',
      foundAt: '2021-10-27',
    }),
    found(
      '2021-11-08',
      { title: 'COD再次恒值', source: 'enforcementInspection', partyId: plant, facts: 'COD再次恒定', foundAt: '2021-11-08' },
      { act: 'addProblem' },
    ),
    circumstance('2021-11-13', 'other', '执法机构', '平台数据与视频远程分析'),
    open('2021-11-13'),
    officer('2021-11-13', 'recordSiteInspection', {
      officers: OFFICERS,
      inspectedAt: '2021-11-13',
      place: '厂区',
      identityShown: true,
      unannounced: true,
      noTechnicalSupport: true,
      facts: '突击检查',
    }),
    officer('2021-11-13', 'reportInvestigation', {
      findings: ['problem-1', 'problem-2'].map((id) =>
        finding(id, { finding: 'suspectedCrime', violationClass: 'dataFraud', tampering: true, malicious: true }),
      ),
    }),
    officer('2021-11-13', 'proposeCriminalTransfer', {
      problemIds: ['problem-1', 'problem-2'],
      suspectedCrime: '污染环境罪',
      legalBasis: '《刑法》第三百三十八条',
      proposers: OFFICERS,
      responsiblePersons: ['六人'],
      report: '未公布',
    }),
    ...toTheFiling('2021-11-13', 'transfer-1', '330324'),
    police('unknown', 'recordCoerciveMeasure', { transferId: 'transfer-1', measure: 'criminalDetention', persons: 6, on: 'unknown' }),
    police('2022-02', 'sendForProsecution', { transferId: 'transfer-1', procuratorate: '永嘉县检察院', on: '2022-02' }),
    police('2022-02', 'recordCoerciveMeasure', { transferId: 'transfer-1', measure: 'bail', on: '2022-02' }),
  );
  const file = await replay.file<{ readonly timeline: readonly { readonly type: string; readonly occurredPrecision: string | null }[] }>(
    'transfers { status problemIds copiedToProcuratorate } penalties { id } timeline { type occurredPrecision }',
  );
  expect(file).toMatchObject({
    transfers: [{ status: 'forProsecution', problemIds: ['problem-1', 'problem-2'], copiedToProcuratorate: true }],
    penalties: [],
  });
  expect(file.timeline.find(({ type }) => type === 'SentForProsecution')).toMatchObject({ occurredPrecision: 'month' });
  const { deadlines } = await replay.file<{ readonly deadlines: readonly object[] }>('deadlines { kind owedBy status due { due } }');
  // The filing was notified on a day never made known: three days from when it was recorded, which is all that is known.
  expect(deadlines).toEqual([{ kind: 'itemsHandOver', owedBy: 'enforcementAgency', status: 'open', due: { due: '2021-11-16' } }]);
});

// 岳阳某水务公司, a law firm's note on the administrative case.
it('岳阳水务 2019: laboratory report, hearing, reconsideration upheld, suit dismissed, appeal pending; execution goes on', async () => {
  replay = await Replay.open('430681');
  const plant = await replay.party('岳阳某水务公司');
  const person = (name: string) => ({ person: name, name: '未公布' });
  await replay.play(
    found(
      '2019-04-01',
      { title: 'COD超标', source: 'enforcementMonitoring', partyId: plant, facts: 'COD 103 mg/L，限值60', foundAt: '2019-03-25' },
      { as: 'monitoringUnit' },
    ),
    {
      on: '2019-04-01',
      as: 'monitoringUnit',
      act: 'transferClue',
      input: {
        problemIds: ['problem-1'],
        to: { organisation: '汨罗分局', function: 'enforcementAgency', jurisdiction: '430681' },
        materials: ['监测报告'],
        fraud: false,
        verified: true,
      },
    },
    officer('unknown', 'receiveClue', { clueId: 'clue-1' }),
    officer('unknown', 'acceptClue', { clueId: 'clue-1' }),
    open('unknown'),
    {
      on: '2019-04-01',
      as: 'monitoringUnit',
      act: 'recordMonitoringReport',
      input: {
        reportNo: '汨环监咨字2019-002',
        issuedBy: '监测站',
        issuedOn: '2019-04-01',
        sampledAt: '2019-03-25',
        sampler: person('s'),
        analyst: person('a'),
        reviewer: person('r'),
        signatory: person('g'),
        values: [{ pollutant: 'w01018', value: '103', unit: 'mg/L', limit: '60' }],
      },
    },
    officer('2019-04-18', 'recordSiteInspection', {
      officers: OFFICERS,
      inspectedAt: '2019-04-18',
      place: '汨罗',
      identityShown: true,
      unannounced: false,
      noTechnicalSupport: true,
      facts: '现场检查',
    }),
    officer('unknown', 'reportInvestigation', { findings: [finding('problem-1')] }),
    officer('unknown', 'openPenaltyCase', penalty(plant, ['problem-1'], { violatedOn: '2019-03-25' })),
    officer(
      '2019-07-03',
      'servePenaltyNotice',
      notice('penalty-1', { docNo: '岳环罚告字(2019)11号', plannedFine: '300000', hearingRight: true, servedOn: '2019-07-03' }),
    ),
    officer('2019-07-05', 'requestHearing', { penaltyId: 'penalty-1', requestedOn: '2019-07-05' }),
    {
      on: '2019-07-19',
      as: 'legalReviewer',
      act: 'holdHearing',
      input: { penaltyId: 'penalty-1', heldOn: '2019-07-19', chair: person('chair'), summary: '听证笔录' },
    },
    head('2019-08-13', 'decidePenalty', decision('penalty-1', { decidedOn: '2019-08-13', fine: '300000' })),
    officer('unknown', 'servePenalty', { penaltyId: 'penalty-1', servedOn: 'unknown', method: '未公布' }),
    officer('2019-10-12', 'applyReconsideration', {
      target: { kind: 'penalty', id: 'penalty-1' },
      applicant: '岳阳某水务公司',
      organ: '岳阳市人民政府',
      appliedOn: '2019-10-12',
    }),
    officer('2019-12-09', 'decideReconsideration', {
      remedyId: 'remedy-1',
      docNo: '岳政复决字(2019)72号',
      decidedOn: '2019-12-09',
      outcome: 'upheld',
      reasons: '维持',
    }),
    officer('unknown', 'fileSuit', {
      target: { kind: 'penalty', id: 'penalty-1' },
      plaintiff: '岳阳某水务公司',
      court: '人民法院',
      filedOn: 'unknown',
      after: 'remedy-1',
    }),
    officer('unknown', 'recordFirstInstance', { remedyId: 'remedy-2', decidedOn: 'unknown', outcome: 'upheld', reasons: '驳回诉讼请求' }),
    officer('2020-10-27', 'lodgeAppeal', { remedyId: 'remedy-2', court: '中级人民法院', appellant: '岳阳某水务公司', on: '2020-10-27' }),
  );
  // Neither review nor suit stays the execution: a payment is taken while the appeal is pending.
  await replay.play(officer('unknown', 'recordPayment', { penaltyId: 'penalty-1', amount: '1000', paidOn: 'unknown' }));
  expect(await replay.file('penalties { status hearing paid decision { fine } } remedies { status outcome }')).toMatchObject({
    penalties: [{ status: 'served', hearing: 'held', paid: '1000.00', decision: { fine: '300000' } }],
    remedies: [
      { status: 'decided', outcome: 'upheld' },
      { status: 'appealed', outcome: 'upheld' },
    ],
  });
});

// 福建某味食品有限公司, 排污单位自动监控弄虚作假查处典型案例（二）, 生态环境部, 2022-04-24.
it('漳州食品 2021: tampering goes to the police while the exceedance is fined, restoration agreed, published as a typical case', async () => {
  replay = await Replay.open('350602');
  const plant = await replay.party('福建某味食品有限公司');
  const person = (name: string) => ({ person: name, name: '未公布' });
  await replay.play(
    found('2021-08-30', {
      title: '采样管插入瓶中',
      source: 'gridPatrol',
      partyId: plant,
      facts: '网格员线索，在线COD平稳在120 mg/L左右',
      foundAt: '2021-08-30',
    }),
    circumstance('2021-08-30', 'superiorInspection', '省执法总队', '核查在线数据，COD约120 mg/L平直'),
    open('2021-08-31'),
    officer('2021-08-31', 'recordSiteInspection', {
      officers: OFFICERS,
      inspectedAt: '2021-08-31',
      place: '总排口',
      identityShown: true,
      unannounced: true,
      technicalSupport: '漳州市环境监测站',
      facts: '自动监测设备采样管插在瓶中',
    }),
    found(
      '2021-08-31',
      { title: 'COD超标1.54倍', source: 'enforcementMonitoring', partyId: plant, facts: '实际排放COD 1270 mg/L', foundAt: '2021-08-31' },
      { act: 'addProblem', as: 'monitoringUnit' },
    ),
    {
      on: '2021-08-31',
      as: 'monitoringUnit',
      act: 'recordMonitoringReport',
      input: {
        issuedBy: '监测站',
        issuedOn: '2021-08-31',
        sampledAt: '2021-08-31',
        sampler: person('s'),
        analyst: person('a'),
        reviewer: person('r'),
        signatory: person('g'),
        values: [
          { pollutant: 'w01018', value: '105.8', unit: 'mg/L' },
          { pollutant: 'w01018', value: '132', unit: 'mg/L' },
          { pollutant: 'w01018', value: '1270', unit: 'mg/L', limit: '500' },
        ],
      },
    },
    officer('unknown', 'reportInvestigation', {
      findings: [
        finding('problem-1', { finding: 'suspectedCrime', violationClass: 'dataFraud', tampering: true, malicious: true }),
        finding('problem-2'),
      ],
    }),
    officer('unknown', 'orderRectification', {
      problemIds: ['problem-2'],
      partyId: plant,
      mode: 'atOnce',
      demand: '改正',
      dueOn: 'unknown',
    }),
    officer('unknown', 'proposeCriminalTransfer', {
      problemIds: ['problem-1'],
      suspectedCrime: '污染环境罪',
      legalBasis: '《刑法》第三百三十八条',
      proposers: OFFICERS,
      responsiblePersons: ['未公布'],
      report: '未公布',
    }),
    ...toTheFiling('unknown', 'transfer-1', '350602'),
    officer('unknown', 'openPenaltyCase', penalty(plant, ['problem-2'], { violatedOn: '2021-08-31' })),
    officer('unknown', 'servePenaltyNotice', notice('penalty-1', { plannedFine: '163643', servedOn: 'unknown' })),
    officer('unknown', 'waiveStatement', { penaltyId: 'penalty-1', on: 'unknown' }),
    head('unknown', 'decidePenalty', decision('penalty-1', { decidedOn: 'unknown', fine: '163643' })),
    police('2022-04-24', 'sendForProsecution', { transferId: 'transfer-1', procuratorate: '检察机关', on: 'unknown' }),
    officer('2022-04-24', 'publishDisclosure', {
      subject: 'typicalCase',
      problemIds: ['problem-1'],
      channel: '生态环境部',
      title: '典型案例（二）',
      text: '采样管插入瓶中',
      publishedAt: '2022-04-24',
    }),
  );
  // The fine for the tampering itself would wait for the police.
  await replay.play(
    officer('unknown', 'openPenaltyCase', penalty(plant, ['problem-1'])),
    officer('unknown', 'servePenaltyNotice', notice('penalty-2', { plannedFine: '100', servedOn: 'unknown' })),
    officer('unknown', 'waiveStatement', { penaltyId: 'penalty-2', on: 'unknown' }),
  );
  expect(await replay.try(head('unknown', 'decidePenalty', decision('penalty-2', { decidedOn: 'unknown', fine: '100' })))).toMatchObject({
    __typename: 'Refusal',
    rule: 'SCT-11',
  });
  expect(
    await replay.file('penalties { status decision { fine } } transfers { status } disclosures { subject } rectifications { dueOn }'),
  ).toMatchObject({
    penalties: [{ status: 'decided', decision: { fine: '163643' } }, { status: 'noticed' }],
    transfers: [{ status: 'forProsecution' }],
    disclosures: [{ subject: 'typicalCase' }],
    rectifications: [{ dueOn: 'unknown' }],
  });
});
