import type { CaseEvent, InterferenceEvent, MonitoringEvent, OutletLimit, PartyEvent, ProblemFinding } from '..';
import { JINING } from './given';

type Payload<E extends { readonly type: string }, T extends E['type']> =
  Extract<E, { readonly type: T }> extends { readonly payload: infer P } ? P : never;
export type CasePayload<T extends CaseEvent['type']> = Payload<CaseEvent, T>;
type PartyPayload<T extends PartyEvent['type']> = Payload<PartyEvent, T>;

export const LI = { person: 'li', name: '李一', certificateNo: '鲁H-1' };
export const WANG = { person: 'wang', name: '王二', certificateNo: '鲁H-2' };
export const ZHAO = { person: 'zhao', name: '赵三' };

export const ENFORCEMENT = { organisation: '济宁市生态环境局执法支队', function: 'enforcementAgency', jurisdiction: JINING } as const;
export const MONITORING = { organisation: '济宁市生态环境监测中心', function: 'monitoringUnit', jurisdiction: JINING } as const;

export const paper = (name: string) => ({ digest: `sha256:${'a'.repeat(64)}`, name, mediaType: 'application/pdf', bytes: 1 });

export const problemFound = (over: Partial<CasePayload<'ProblemFound'>> = {}) =>
  ({
    type: 'ProblemFound',
    payload: {
      problemId: 'problem-1',
      title: '废水超标',
      source: 'enforcementMonitoring',
      partyId: 'plant',
      partyName: '某某化工',
      outletId: null,
      jurisdiction: JINING,
      facts: '总排口化学需氧量超标',
      foundAt: '2024-08-01T09:00:00+08:00',
      suspicionIds: [],
      reporterAwaitsAnswer: false,
      ...over,
    },
  }) as const;

export const clueTransferred = (over: Partial<CasePayload<'ClueTransferred'>> = {}) =>
  ({
    type: 'ClueTransferred',
    payload: {
      clueId: 'clue-1',
      problemIds: ['problem-1'],
      from: MONITORING,
      to: ENFORCEMENT,
      materials: ['监测报告'],
      verified: false,
      fraud: false,
      note: null,
      ...over,
    },
  }) as const;

export const clueReceived = { type: 'ClueReceived', payload: { clueId: 'clue-1' } } as const;
export const clueAccepted = { type: 'ClueAccepted', payload: { clueId: 'clue-1', note: null } } as const;
export const feedbackGiven = {
  type: 'FeedbackGiven',
  payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '已立案处罚' },
} as const;

export const investigationOpened = { type: 'InvestigationOpened', payload: { investigators: [LI, WANG] } } as const;
export const siteInspected = {
  type: 'SiteInspectionRecorded',
  payload: {
    inspectionId: 'inspection-1',
    officers: [LI, WANG],
    inspectedAt: '2024-08-10T09:00:00+08:00',
    place: '厂区总排口',
    identityShown: true,
    unannounced: true,
    technicalSupport: null,
    facts: '设施未运行',
  },
} as const;
export const evidenceSealed = {
  type: 'EvidenceSealed',
  payload: {
    itemId: 'item-1',
    description: '工控机',
    sealNo: 'F-1',
    digest: 'sha256:0',
    keeper: LI,
    sealedAt: '2024-08-10T10:00:00+08:00',
  },
} as const;

export const finding = (over: Partial<ProblemFinding> = {}): ProblemFinding => ({
  problemId: 'problem-1',
  finding: 'violation',
  violationClass: 'exceedance',
  tampering: false,
  malicious: false,
  reasons: '监测报告、现场检查记录相互印证',
  ...over,
});

export const investigationReported = (...findings: readonly ProblemFinding[]) =>
  ({ type: 'InvestigationReported', payload: { reportNo: '济环调〔2024〕1号', findings } }) as const;

/** A case in hand: found, handed over, accepted. */
export const acceptedCase = (over: Partial<CasePayload<'ProblemFound'>> = {}) =>
  [problemFound(over), clueTransferred(), clueReceived, clueAccepted] as const;

/** A case with its investigation under way. */
export const investigatedCase = (over: Partial<CasePayload<'ProblemFound'>> = {}) => [...acceptedCase(over), investigationOpened] as const;

/** A case whose one problem has its finding. */
export const determinedCase = (result: Partial<ProblemFinding> = {}, over: Partial<CasePayload<'ProblemFound'>> = {}) =>
  [...investigatedCase(over), investigationReported(finding(result))] as const;

export const rectificationOrdered = (over: Partial<CasePayload<'RectificationOrdered'>> = {}) =>
  ({
    type: 'RectificationOrdered',
    payload: {
      rectificationId: 'rectification-1',
      problemIds: ['problem-1'],
      partyId: 'plant',
      mode: 'atOnce',
      orderNo: null,
      demand: '恢复设施运行',
      dueOn: '2024-09-02',
      reasonNotAtOnce: null,
      plan: null,
      ...over,
    },
  }) as const;
export const rectificationReported = (by = 'officer-1') =>
  ({ type: 'RectificationReported', payload: { rectificationId: 'rectification-1', measures: '设施已恢复' }, by }) as const;
export const rectificationConfirmed = {
  type: 'RectificationConfirmed',
  payload: { rectificationId: 'rectification-1', reinspectedAt: '2024-09-03T09:00:00+08:00', result: '已整改到位' },
} as const;

export const penaltyOpened = (over: Partial<CasePayload<'PenaltyCaseOpened'>> = {}) =>
  ({
    type: 'PenaltyCaseOpened',
    payload: {
      penaltyId: 'penalty-1',
      partyId: 'plant',
      partyName: '某某化工',
      problemIds: ['problem-1'],
      officers: [LI, WANG],
      filedOn: '2024-08-15',
      ...over,
    },
  }) as const;
export const noticeServed = (over: Partial<CasePayload<'PenaltyNoticeServed'>> = {}) =>
  ({
    type: 'PenaltyNoticeServed',
    payload: {
      penaltyId: 'penalty-1',
      docNo: '济环罚告〔2024〕1号',
      plannedFine: '300000',
      facts: '超标排放',
      legalBasis: '水污染防治法第八十三条',
      hearingRight: true,
      servedOn: '2024-08-20',
      ...over,
    },
  }) as const;
export const statementWaived = { type: 'StatementWaived', payload: { penaltyId: 'penalty-1', on: '2024-08-21' } } as const;
export const hearingRequested = { type: 'HearingRequested', payload: { penaltyId: 'penalty-1', requestedOn: '2024-08-22' } } as const;
export const legalReviewCompleted = { type: 'LegalReviewCompleted', payload: { penaltyId: 'penalty-1', opinion: '同意' } } as const;
export const penaltyDecided = (over: Partial<CasePayload<'PenaltyDecided'>> = {}) =>
  ({
    type: 'PenaltyDecided',
    payload: {
      penaltyId: 'penalty-1',
      docNo: '济环罚〔2024〕1号',
      decidedOn: '2024-08-29',
      fine: '300000',
      facts: '超标排放',
      legalBasis: '水污染防治法第八十三条',
      reasons: '事实清楚、证据确凿',
      collectiveDiscussion: null,
      ...over,
    },
  }) as const;
export const penaltyServed = {
  type: 'PenaltyServed',
  payload: { penaltyId: 'penalty-1', servedOn: '2024-08-30', method: '直接送达' },
} as const;

export const transferProposed = (over: Partial<CasePayload<'CriminalTransferProposed'>> = {}) =>
  ({
    type: 'CriminalTransferProposed',
    payload: {
      transferId: 'transfer-1',
      problemIds: ['problem-1'],
      suspectedCrime: '污染环境罪',
      legalBasis: '刑法第三百三十八条',
      proposers: [LI, WANG],
      responsiblePersons: ['孙四'],
      report: '经核实涉嫌犯罪',
      ...over,
    },
  }) as const;
export const transferApproved = { type: 'CriminalTransferApproved', payload: { transferId: 'transfer-1' } } as const;
export const transferSent = {
  type: 'CaseTransferredToPolice',
  payload: {
    transferId: 'transfer-1',
    problemIds: ['problem-1'],
    letterNo: '济环移〔2024〕1号',
    policeOrganisation: '济宁市公安局',
    policeJurisdiction: JINING,
    sentAt: '2024-08-29T09:00:00+08:00',
    partyNames: ['某某化工'],
    suspectedCrime: '污染环境罪',
    papers: {
      criminalTransferLetter: paper('移送书.pdf'),
      investigationReport: paper('调查报告.pdf'),
      sceneInspectionRecord: paper('勘查笔录.pdf'),
      involvedItemsList: paper('物品清单.pdf'),
      others: [],
    },
  },
} as const;
export const transferCopied = {
  type: 'TransferCopiedToProcuratorate',
  payload: { transferId: 'transfer-1', procuratorate: '济宁市人民检察院', copiedAt: '2024-08-29T10:00:00+08:00' },
} as const;
export const transferReceived = { type: 'TransferReceiptSigned', payload: { transferId: 'transfer-1', receiptNo: '济公收1号' } } as const;
export const transferAccepted = { type: 'TransferAcceptedByPolice', payload: { transferId: 'transfer-1' } } as const;
export const filingNotified = {
  type: 'CaseFilingNotified',
  payload: { transferId: 'transfer-1', noticeNo: '济公立1号', filedOn: '2024-09-02' },
} as const;
export const filingDeclined = {
  type: 'FilingDeclinedNotified',
  payload: { transferId: 'transfer-1', noticeNo: '济公不立1号', decidedOn: '2024-09-02', reasons: '情节显著轻微' },
} as const;

export const published = (over: Partial<CasePayload<'DisclosurePublished'>> = {}) =>
  ({
    type: 'DisclosurePublished',
    payload: {
      disclosureId: 'disclosure-1',
      subject: 'result',
      problemIds: ['problem-1'],
      penaltyId: null,
      channel: '局门户网站',
      title: '处理结果',
      text: '已依法处理',
      url: null,
      publishedAt: '2024-09-05T09:00:00+08:00',
      ...over,
    },
  }) as const;

export const problemStruckOff = { type: 'ProblemStruckOff', payload: { problemId: 'problem-1', result: '已处理' } } as const;
export const caseClosed = { type: 'CaseClosed', payload: { summary: '结案' } } as const;

export const interferenceRecorded = (over: Partial<Payload<InterferenceEvent, 'InterferenceRecorded'>> = {}) =>
  ({
    type: 'InterferenceRecorded',
    payload: {
      caseId: null,
      form: 'oralOpinion',
      kind: 'influencingHandling',
      jurisdiction: JINING,
      official: { person: 'boss', name: '钱五', organisation: '某区', post: '主任' },
      intermediary: null,
      happenedAt: '2024-08-28T09:00:00+08:00',
      place: '办公室',
      content: '这个企业不要罚了',
      demanded: '不予处罚',
      effect: 'refused',
      medium: '录音',
      ...over,
    },
  }) as const;

export const partyRegistered = (over: Partial<PartyPayload<'PartyRegistered'>> = {}) =>
  ({
    type: 'PartyRegistered',
    payload: {
      name: '某某化工',
      kind: 'dischargingEntity',
      creditCode: '9144030071526726XG',
      jurisdiction: JINING,
      address: '工业园区1号',
      legalRepresentative: '周六',
      keyEntity: true,
      keyPermitManagement: true,
      permitNo: null,
      ...over,
    },
  }) as const;

export const COD_LIMIT: OutletLimit = { pollutant: 'w01018', period: 'day', limit: '50', unit: 'mg/L', standard: 'GB 18918-2002' };

export const outletRegistered = (over: Partial<PartyPayload<'OutletRegistered'>> = {}) =>
  ({
    type: 'OutletRegistered',
    payload: { outletId: 'plant.1', name: '总排口', medium: 'water', main: true, limits: [COD_LIMIT], ...over },
  }) as const;
export const deviceRegistered = {
  type: 'DeviceRegistered',
  payload: { mn: 'MN-1', outletId: 'plant.1', model: 'TOC-1', passwordDigest: `sha256:${'b'.repeat(64)}`, omProvider: null },
} as const;
export const labCertified = (over: Partial<PartyPayload<'LabCertificateRecorded'>> = {}) =>
  ({
    type: 'LabCertificateRecorded',
    payload: { certificateNo: 'CMA-1', validFrom: '2020-01-01', validTo: '2030-12-31', scope: '水和废水', ...over },
  }) as const;
export const labContracted = (over: Partial<PartyPayload<'LabContractRecorded'>> = {}) =>
  ({
    type: 'LabContractRecorded',
    payload: { contractNo: 'HT-7', entityId: 'plant', kind: 'selfMonitoring', from: '2024-01-01', to: '2024-12-31', ...over },
  }) as const;

export const PLANT = [partyRegistered(), outletRegistered(), deviceRegistered] as const;
export const LAB = [partyRegistered({ name: '某某检测', kind: 'thirdPartyLab' }), labCertified()] as const;

export const suspicionRaised = {
  type: 'SuspicionRaised',
  payload: {
    suspicionId: 'plant.1-s1',
    kind: 'dailyMeanExceedance',
    partyId: 'plant',
    outletId: 'plant.1',
    jurisdiction: JINING,
    pollutant: 'w01018',
    dataTime: '2024-08-29T00:00:00+08:00',
    value: '80',
    limit: '50',
    unit: 'mg/L',
    screening: 'R-048',
    pushedTo: 'enforcementAgency',
  },
} as const satisfies MonitoringEvent;
