import {
  streamOf,
  type Actor,
  type CaseEvent,
  type DisciplineEvent,
  type Document,
  type Projection,
  type RecordedEvent,
  type StreamKind,
} from '@liuhen/workflows';
import { handoffs, type HandoffDocument } from './handoffs/handoffs';
import { issues, type IssueDocument } from './issues/issues';
import { ties, type TieDocument } from './ties/ties';
import { transferredCases } from './transferred-cases/transferred-cases';

const CHANGCHUN = '220100';

const OFFICER: Actor = {
  person: 'p-1',
  name: '张三',
  organisation: '长春市生态环境局',
  office: '执法支队',
  function: 'enforcementAgency',
  jurisdiction: CHANGCHUN,
};

type Fact = (CaseEvent | DisciplineEvent) & { readonly at?: string; readonly in?: string; readonly kind?: StreamKind };

const recorded = ({ at, in: caseId = 'c', kind = 'case', ...event }: Fact, index: number): RecordedEvent => ({
  ...event,
  id: `e-${index}`,
  stream: streamOf(kind, caseId),
  revision: index,
  position: index + 1,
  schemaVersion: 1,
  occurredAt: `${at ?? '2024-08-01'}T09:00:00+08:00`,
  recordedAt: `${at ?? '2024-08-01'}T09:00:00+08:00`,
  actor: OFFICER,
  actId: `a-${index}`,
  correlationId: caseId,
  causationId: null,
  basis: [],
  evidence: [],
});

/** The documents that a history leaves, by key. */
const folded = <D extends Document>(projection: Projection<D>, facts: readonly Fact[]): Readonly<Record<string, D>> => {
  const documents = new Map<string, D>();
  for (const event of facts.map(recorded).filter(({ type }) => projection.eventTypes.includes(type))) {
    for (const key of projection.keysOf(event)) {
      const after = projection.evolve(documents.get(key), event, key);
      if (after !== undefined) documents.set(key, after);
    }
  }

  return Object.fromEntries(documents);
};

const found = (problemId: string, at = '2024-08-01'): Fact => ({
  type: 'ProblemFound',
  at,
  payload: {
    problemId,
    title: '总排口超标',
    source: 'enforcementMonitoring',
    partyId: 'party-1',
    partyName: '某某化工',
    outletId: null,
    jurisdiction: CHANGCHUN,
    facts: '超标',
    foundAt: `${at}T08:00:00+08:00`,
    suspicionIds: [],
    reporterAwaitsAnswer: false,
  },
});

const unit = (fn: Actor['function'], jurisdiction = CHANGCHUN) => ({ organisation: fn, function: fn, jurisdiction });

const transferred: Fact = {
  type: 'ClueTransferred',
  payload: {
    clueId: 'clue-1',
    problemIds: ['problem-1'],
    from: unit('monitoringUnit'),
    to: unit('enforcementAgency', '220122'),
    materials: ['报告'],
    verified: false,
    fraud: false,
    note: null,
  },
};
const received: Fact = { type: 'ClueReceived', at: '2024-08-02', payload: { clueId: 'clue-1' } };
const accepted: Fact = { type: 'ClueAccepted', at: '2024-08-03', payload: { clueId: 'clue-1', note: null } };
const feedback = (to: Actor['function']): Fact => ({
  type: 'FeedbackGiven',
  at: '2024-08-09',
  payload: { clueId: 'clue-1', to, content: '已办' },
});

describe('the ledger of problems (P-11)', () => {
  const history: readonly Fact[] = [
    found('problem-1'),
    found('problem-2', '2024-08-05'),
    {
      type: 'InvestigationReported',
      payload: {
        reportNo: '调1号',
        findings: [
          {
            problemId: 'problem-1',
            finding: 'violation',
            violationClass: 'exceedance',
            tampering: false,
            malicious: false,
            reasons: '属实',
          },
        ],
      },
    },
    {
      type: 'RectificationOrdered',
      payload: {
        rectificationId: 'rectification-1',
        problemIds: ['problem-1', 'problem-2'],
        partyId: 'party-1',
        mode: 'byDate',
        orderNo: null,
        demand: '整改',
        dueOn: '2024-09-01',
        reasonNotAtOnce: '需施工',
        plan: '方案',
      },
    },
    {
      type: 'PenaltyCaseOpened',
      payload: {
        penaltyId: 'penalty-1',
        partyId: 'party-1',
        partyName: '某某化工',
        problemIds: ['problem-1'],
        officers: [],
        filedOn: '2024-08-10',
      },
    },
    { type: 'ProblemStruckOff', at: '2024-10-01', payload: { problemId: 'problem-1', result: '已处理' } },
  ];

  it('has a line for each problem with what was found, done and decided', () => {
    const rows = folded<IssueDocument>(issues, history);

    expect(rows['c/problem-1']).toMatchObject({
      status: 'struckOff',
      finding: 'violation',
      violationClass: 'exceedance',
      measures: ['timeLimitedRectification', 'penalty'],
      result: '已处理',
      struckOffAt: '2024-10-01T09:00:00+08:00',
    });
    expect(rows['c/problem-2']).toMatchObject({
      status: 'found',
      finding: null,
      measures: ['timeLimitedRectification'],
      struckOffAt: null,
    });
  });

  it.each<[string, Fact]>([
    ['that says which', { type: 'CaseReopened', payload: { reason: '新证据', problemIds: ['problem-1', 'problem-2'] } }],
    ['of the first release, which does not say', { type: 'CaseReopened', payload: { reason: '新证据' } }],
  ])('takes a problem that was struck off up again with a reopening %s', (_which, reopened) => {
    const rows = folded<IssueDocument>(issues, [...history, reopened]);

    expect(rows['c/problem-1']).toMatchObject({ status: 'determined', result: null, struckOffAt: null });
    expect(rows['c/problem-2']).toMatchObject({ status: 'found' });
    expect(Object.keys(rows)).toHaveLength(2);
  });
});

describe('the list of hand-offs (P-12)', () => {
  const handoff = (...facts: readonly Fact[]): HandoffDocument | undefined => folded<HandoffDocument>(handoffs, facts)['c/clue-1'];

  it.each<[string, readonly Fact[], string, string, boolean]>([
    ['offered', [transferred], 'offered', '2024-08-01', true],
    ['received', [transferred, received], 'received', '2024-08-02', true],
    ['accepted', [transferred, received, accepted], 'accepted', '2024-08-03', true],
    ['told to another than its sender', [transferred, received, accepted, feedback('permitDepartment')], 'accepted', '2024-08-03', true],
    ['answered', [transferred, received, accepted, feedback('monitoringUnit')], 'answered', '2024-08-09', false],
    [
      'returned',
      [transferred, received, { type: 'ClueReturned', at: '2024-08-04', payload: { clueId: 'clue-1', reason: '不属本机关' } }],
      'returned',
      '2024-08-04',
      false,
    ],
  ])('shows a clue that was %s', (_what, facts, ...[status, since, outstanding]) => {
    expect(handoff(...facts)).toMatchObject({ kind: 'clue', status, outstanding, since: `${since}T09:00:00+08:00` });
  });

  it('is seen from both sides and from above them', () => {
    expect(handoff(transferred)).toMatchObject({
      areas: ['000000', '220000', '220100', '220122'],
      sides: [
        ...['000000', '220000', '220100'].map((area) => `monitoringUnit ${area}`),
        ...['000000', '220000', '220100', '220122'].map((area) => `enforcementAgency ${area}`),
      ],
    });
  });

  it('follows a clue that is merged, taken back, disputed and designated', () => {
    const merged: Fact = { type: 'ClueMerged', payload: { clueId: 'clue-1', into: 'clue-0', reason: '同一事项' } };
    const withdrawn: Fact = { type: 'ClueWithdrawn', payload: { clueId: 'clue-1', reason: '有误' } };
    const disputed: Fact = {
      type: 'CompetenceDisputed',
      payload: {
        clueId: 'clue-1',
        kind: 'wrongOrgan',
        grounds: '不属本机关管辖',
        negotiation: null,
        superior: '吉林省生态环境厅',
        jurisdiction: '220000',
      },
    };
    const designated: Fact = {
      type: 'CompetenceDesignated',
      payload: { clueId: 'clue-1', to: unit('enforcementAgency', '220200'), docNo: null, reasons: '指定' },
    };
    expect(handoff(transferred, received, merged)).toMatchObject({ status: 'accepted', outstanding: true });
    expect(handoff(transferred, withdrawn)).toMatchObject({ status: 'withdrawn', outstanding: false });
    expect(handoff(transferred, received, disputed)).toMatchObject({ status: 'disputed', outstanding: true });
    expect(handoff(transferred, received, disputed, designated)).toMatchObject({
      status: 'offered',
      to: { jurisdiction: '220200' },
      outstanding: true,
    });
  });

  it('tells of a clue on officials only its two sides, and nobody named in it', () => {
    const boss = { person: 'boss', name: '某甲', organisation: '长春市生态环境局', post: '科长' };
    const clue: Fact = {
      type: 'DisciplineClueTransferred',
      kind: 'discipline',
      in: 'd',
      payload: {
        caseId: null,
        interferenceId: null,
        jurisdiction: CHANGCHUN,
        trigger: 'shielding',
        responsibleManager: boss,
        others: [],
        facts: '包庇',
        serious: false,
        dutyCrimeSuspected: false,
        interview: null,
        from: unit('enforcementAgency'),
        to: unit('disciplineInspection'),
      },
    };
    const decided: Fact = {
      type: 'DisciplineOutcomeDecided',
      kind: 'discipline',
      in: 'd',
      payload: { sanctions: [], decidedBy: '市纪委监委', docNo: null, decidedOn: '2024-08-20', afterInterview: false },
    };
    const offer = folded<HandoffDocument>(handoffs, [clue])['d/clue'];

    expect(offer).toMatchObject({ kind: 'disciplineClue', caseId: null, status: 'offered', outstanding: true, confidential: true });
    expect(offer?.confidential).toBe(true);
    // Each side in its own area: the same function elsewhere is none of them.
    expect(offer?.sides.filter((side) => side.endsWith(CHANGCHUN))).toEqual([
      `enforcementAgency ${CHANGCHUN}`,
      `disciplineInspection ${CHANGCHUN}`,
    ]);
    expect(folded<HandoffDocument>(handoffs, [clue, decided])['d/clue']).toMatchObject({ status: 'answered', outstanding: false });
    expect(handoff(transferred)).toMatchObject({ confidential: false });
  });

  const paper = { digest: `sha256:${'a'.repeat(64)}`, name: '材料.pdf', mediaType: 'application/pdf', bytes: 10 };
  const sent: Fact = {
    type: 'CaseTransferredToPolice',
    payload: {
      transferId: 'transfer-1',
      letterNo: '移1号',
      policeOrganisation: '长春市公安局',
      policeJurisdiction: CHANGCHUN,
      sentAt: '2024-08-01T09:00:00+08:00',
      partyNames: ['某某化工'],
      suspectedCrime: '污染环境罪',
      papers: {
        criminalTransferLetter: paper,
        investigationReport: paper,
        sceneInspectionRecord: paper,
        involvedItemsList: paper,
        others: [],
      },
    },
  };
  const signed: Fact = { type: 'TransferReceiptSigned', at: '2024-08-02', payload: { transferId: 'transfer-1', receiptNo: '收1号' } };
  const taken: Fact = { type: 'TransferAcceptedByPolice', at: '2024-08-05', payload: { transferId: 'transfer-1' } };

  it('knows by when the police owe their answer, and that nothing is owed once it is there', () => {
    const before = folded<HandoffDocument>(handoffs, [sent, signed, taken])['c/transfer-1'];
    const filed: Fact = {
      type: 'CaseFilingNotified',
      at: '2024-08-07',
      payload: { transferId: 'transfer-1', noticeNo: '立1号', filedOn: '2024-08-07' },
    };
    const after = folded<HandoffDocument>(handoffs, [sent, signed, taken, filed])['c/transfer-1'];

    expect(before).toMatchObject({ kind: 'criminalTransfer', status: 'accepted', outstanding: true });
    // Six days end on a Sunday.
    expect(before?.dueOn).toBe('2024-08-12');
    expect(after).toMatchObject({ status: 'answered', outstanding: false });
  });

  it('turns to the police that a transfer was passed on to', () => {
    const on: Fact = {
      type: 'TransferPassedOn',
      at: '2024-08-06',
      payload: { transferId: 'transfer-1', policeOrganisation: '吉林市公安局', policeJurisdiction: '220200', on: '2024-08-06' },
    };

    expect(folded<HandoffDocument>(handoffs, [sent, signed, taken, on])['c/transfer-1']).toMatchObject({
      status: 'offered',
      to: { organisation: '吉林市公安局', jurisdiction: '220200' },
      areas: ['000000', '220000', '220100', '220200'],
    });
  });

  it('leaves every step of the track on the transferred case, to its judgment (P-13)', () => {
    const judged: Fact = {
      type: 'JudgmentRecorded',
      at: '2025-01-10',
      payload: {
        transferId: 'transfer-1',
        court: '长春市中级人民法院',
        outcome: 'convicted',
        judgedOn: '2025-01-10',
        persons: 2,
        unitFine: '100000',
        detail: '污染环境罪成立',
      },
    };
    const [document] = Object.values(folded(transferredCases, [sent, signed, taken, judged]));

    expect(document?.steps.map(({ type }) => type)).toEqual([sent.type, signed.type, taken.type, judged.type]);
    expect(document).toMatchObject({ outcome: '长春市中级人民法院：污染环境罪成立', outcomeAt: '2025-01-10T09:00:00+08:00' });
  });
});

describe('the ties for life (P-18)', () => {
  const report = (caseId: string, issuedBy: string, at: string): Fact => ({
    type: 'MonitoringReportRecorded',
    in: caseId,
    at,
    payload: {
      reportId: 'report-1',
      taskId: null,
      taskOrderNo: '任1号',
      reportNo: `JC-${caseId}`,
      issuedBy,
      issuedOn: at,
      standard: 'HJ 828-2017',
      sampledAt: `${at}T08:00:00+08:00`,
      sampler: { person: 'li', name: '李一' },
      analyst: { person: 'wang', name: '王二' },
      reviewer: { person: 'zhao', name: '赵三' },
      signatory: { person: 'qian', name: '钱四' },
      values: [{ pollutant: 'w01018', value: '80.5', unit: 'mg/L', limit: '50' }],
    },
  });

  it('hold a person to each number and report, whoever employed the person then', () => {
    const rows = Object.values(
      folded<TieDocument>(ties, [report('c1', '甲检测公司', '2023-09-01'), report('c2', '乙检测公司', '2024-09-01')]),
    );
    const li = rows.filter(({ who, role }) => who === 'li' && role === 'sampler');

    expect(li.map(({ caseId, documentNo, what }) => [caseId, documentNo, what])).toEqual([
      ['c1', 'JC-c1', 'w01018 80.5 mg/L'],
      ['c2', 'JC-c2', 'w01018 80.5 mg/L'],
    ]);
    const persons = rows.filter(({ kind }) => kind === 'person');
    expect(new Set(persons.map(({ role }) => role))).toEqual(new Set(['sampler', 'analyst', 'reviewer', 'authorizedSignatory']));
    expect(persons.every(({ basis }) => basis.some(({ rule }) => rule === 'R-113'))).toBe(true);
  });
});
