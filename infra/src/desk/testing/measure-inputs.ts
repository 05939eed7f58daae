import { penaltyDays, penaltySum, type Penalty } from '@liuhen/workflows';
import { DAY, JINING, LI, paper, WANG } from './known';
import type { Matter } from './matter';

type Input = (matter: Matter) => Readonly<Record<string, unknown>>;

const MARKET = { organisation: '济宁市市场监督管理局', function: 'marketRegulator', jurisdiction: JINING };

/** The penalty that was decided last, which daily penalty and detention go on from. */
const decidedPenalty = ({ file }: Matter): Penalty | undefined => file?.penalties.filter(({ decision }) => decision !== null).at(-1);

const itemOf = <T extends { readonly id: string }>(items: readonly T[] | undefined, id: string): T | undefined =>
  items?.find((item) => item.id === id);

const INSPECTED = '2024-09-03';

const dailyDecision: Input = (matter) => {
  const item = itemOf(matter.file?.dailyPenalties, matter.target);
  const days = item === undefined ? 1 : (penaltyDays(item.orderServedOn, item.reinspectedOn ?? item.orderServedOn).days ?? 1);
  const fine = itemOf(matter.file?.penalties, item?.penaltyId ?? '')?.decision?.fine ?? '100';

  return { dailyPenaltyId: matter.target, decidedOn: '2024-09-05', days: Math.max(days, 1), amount: penaltySum(fine, Math.max(days, 1)) };
};

const DAILY: Readonly<Record<string, Input>> = {
  serveStopOrder: (matter) => ({
    penaltyId: decidedPenalty(matter)?.id ?? 'penalty-1',
    partyId: decidedPenalty(matter)?.partyId ?? matter.partyId,
    servedOn: DAY,
  }),
  recordReinspection: ({ target, pick }) => ({
    dailyPenaltyId: target,
    inspectedOn: INSPECTED,
    unannounced: true,
    result: pick % 5 === 0 ? 'corrected' : 'continuing',
    facts: '仍在超标排放',
  }),
  decideDailyPenalty: dailyDecision,
  recordDailyPenaltyPayment: ({ target, file }) => ({
    dailyPenaltyId: target,
    amount: itemOf(file?.dailyPenalties, target)?.amount ?? '100',
    paidOn: '2024-09-09',
  }),
};

const SEIZURE: Readonly<Record<string, Input>> = {
  decideSeizure: ({ partyId, file, pick }) => ({
    kind: pick % 2 === 0 ? 'sealing' : 'distraint',
    partyId,
    problemIds: [file?.problems[0]?.id ?? 'problem-1'],
    ground: 'evasion',
    articles: ['工控机一台'],
    officers: [LI, WANG],
    servesThePublic: false,
    decidedOn: DAY,
    until: '2024-09-29',
  }),
  extendSeizure: ({ target }) => ({ seizureId: target, until: '2024-10-29', reason: '案情复杂', toldOn: '2024-09-05' }),
  handOverSeizedItems: ({ target, file }) => ({
    seizureId: target,
    transferId: file?.transfers.find(({ status }) => status === 'filed')?.id ?? 'transfer-1',
    list: '工控机一台',
    on: DAY,
  }),
};

const RESTRICTION: Readonly<Record<string, Input>> = {
  decideRestriction: ({ target, file }) => ({
    restrictionId: target,
    decidedOn: DAY,
    citesMalice: false,
    ...(itemOf(file?.restrictions, target)?.kind === 'restriction' ? { until: '2024-11-30' } : {}),
  }),
  extendRestriction: ({ target }) => ({ restrictionId: target, until: '2025-02-28', reason: '案情复杂' }),
};

const DETENTION: Readonly<Record<string, Input>> = {
  proposeDetentionTransfer: (matter) => ({
    problemIds: decidedPenalty(matter)?.problemIds ?? ['problem-1'],
    penaltyId: decidedPenalty(matter)?.id ?? 'penalty-1',
    ground: 'tampering',
    persons: [{ name: '孙四', role: 'manager' }],
  }),
  sendDetentionTransfer: ({ target }) => ({
    detentionId: target,
    policeOrganisation: '济宁市公安局',
    policeJurisdiction: JINING,
    sentOn: DAY,
    papers: {
      materialsList: paper,
      transferLetter: paper,
      investigationReport: paper,
      evidence: paper,
      articlesList: paper,
      penaltyDecision: paper,
    },
  }),
};

const OUTSIDE: Readonly<Record<string, Input>> = {
  sendOutsideTransfer: ({ file }) => ({
    problemIds: [file?.problems[0]?.id ?? 'problem-1'],
    to: MARKET,
    matter: '检验检测机构弄虚作假',
    legalBasis: '《检验检测机构监督管理办法》第十四条',
    materials: ['调查报告'],
    fraud: true,
    verified: true,
    sentOn: DAY,
  }),
};

/** A registration that lapses has to be older than its seven working days. */
const EVIDENCE: Readonly<Record<string, Input>> = {
  registerEvidence: ({ partyId, pick }) => ({ partyId, items: ['采样瓶'], registeredOn: pick % 2 === 0 ? DAY : '2024-08-20' }),
};

const EXECUTION: Readonly<Record<string, Input>> = {
  scheduleHearing: ({ target }) => ({ penaltyId: target, heldOn: '2024-09-20', place: '会议室', toldOn: DAY }),
  assessSurcharge: ({ target }) => ({ penaltyId: target, until: '2024-10-30' }),
  applyCourtEnforcement: ({ target }) => ({ penaltyId: target, court: '人民法院', appliedOn: '2025-03-20' }),
  extendPenaltyTime: ({ target, file }) => ({
    penaltyId: target,
    by: (itemOf(file?.penalties, target)?.extensions ?? 0) === 0 ? 'head' : 'collective',
    reason: '案情复杂',
  }),
};

const GROUND_AT: Readonly<Record<string, string>> = { accepted: 'silent', declined: 'refused', refusalUpheld: 'upheld' };

const CRIME: Readonly<Record<string, Input>> = {
  applyFilingReconsideration: ({ target }) => ({ transferId: target, appliedOn: DAY, grounds: '证据充分' }),
  proposeFilingSupervision: ({ target, file }) => ({
    transferId: target,
    procuratorate: '济宁市人民检察院',
    proposedOn: DAY,
    ground: GROUND_AT[itemOf(file?.transfers, target)?.status ?? ''] ?? 'withdrawn',
  }),
  passTransferOn: ({ target }) => ({ transferId: target, policeOrganisation: '济宁市公安局', policeJurisdiction: JINING, on: DAY }),
};

const otherClue = ({ file, target }: Matter): string =>
  file?.clues.find(({ id, status }) => id !== target && (status === 'received' || status === 'accepted'))?.id ?? 'clue-1';

const CLUES: Readonly<Record<string, Input>> = {
  mergeClue: (matter) => ({ clueId: matter.target, into: otherClue(matter), reason: '同一事项' }),
  disputeCompetence: ({ target }) => ({
    clueId: target,
    kind: 'wrongOrgan',
    grounds: '不属本机关管辖',
    superior: '山东省生态环境厅',
    superiorJurisdiction: '370000',
  }),
  designateCompetence: ({ target }) => ({
    clueId: target,
    to: { organisation: '济宁市生态环境局执法支队', function: 'enforcementAgency', jurisdiction: JINING },
    reasons: '指定管辖',
  }),
};

/** Measures beside the penalty, and the long ends of penalty and criminal transfer, with days and papers that fit each other. */
export const MEASURES: readonly Readonly<Record<string, Input>>[] = [
  DAILY,
  SEIZURE,
  RESTRICTION,
  DETENTION,
  OUTSIDE,
  EVIDENCE,
  EXECUTION,
  CRIME,
  CLUES,
];
