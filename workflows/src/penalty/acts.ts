import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import type { Objection } from '../kernel/act';
import { twoOfficers } from '../investigation/guards/apl-42-two-officers';
import { date, docNo, enumOf, partialDate, flag, id, list, money, namedPerson, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { registeredParty } from '../problem/guards/w-06-registered-party';
import { sameAct } from './guards/apl-29-same-act';
import { notRecused } from './guards/apl-43-not-recused';
import { violationFound } from './guards/apl-54-violation-found';
import { statementHeard } from './guards/apl-62-statement-heard';
import { hearingRightTold } from './guards/apl-63-hearing-right';
import { chairedByAnother, hearingInTime, toldInTime } from './guards/apl-64-hearing-in-time';
import { notSuspended } from './guards/mep-35-not-suspended';
import { reviewerIsAnother } from './guards/w-03-reviewer-is-another';
import { PENALTY_KINDS } from './events';
import { atStep, penaltyId } from './step';

export const openPenaltyCase = caseAct({
  name: 'openPenaltyCase',
  title: { zh: '处罚立案', en: 'Open a penalty case' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    partyId: id('当事人编号', 'id of the party'),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    officers: list(namedPerson, '办案人员', 'case officers', { min: 1, max: 20 }),
    filedOn: partialDate('立案日期', 'day of filing'),
    violatedOn: partialDate('违法行为发生之日，连续行为为终了之日', 'day of the act, of a continuous one its end').optional(),
    harm: flag('是否造成环境污染、生态破坏等危害后果', 'did pollution, ecological damage or other harm follow').optional(),
  }),
  basis: ['APL-42', 'APL-54', 'R-006'],
  targets: (file) => whole(file.problems.some(({ finding }) => finding?.finding === 'violation' || finding?.finding === 'suspectedCrime')),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: { zh: '经调查认定违法后方可处罚立案', en: 'A penalty case is opened on a finding of a violation' },
    missing: [{ zh: '违法认定', en: 'finding of a violation' }],
  } satisfies Objection,
  needs: ({ partyId }) => ({ parties: [partyId] }),
  guards: [knownProblems, registeredParty, violationFound, sameAct, twoOfficers('officers')],
  events: ({ violatedOn, harm, ...input }, { state, registers }) => {
    const party = registers.party(input.partyId);

    return [
      {
        type: 'PenaltyCaseOpened',
        payload: {
          ...input,
          violatedOn: violatedOn ?? null,
          harm: harm ?? null,
          ...(party.status === 'registered' ? { partyKind: party.kind } : {}),
          penaltyId: nextItemId('penalty', state.penalties),
          partyName: party.status === 'registered' ? party.name : '',
        },
      },
    ];
  },
});

export const servePenaltyNotice = caseAct({
  name: 'servePenaltyNotice',
  title: { zh: '送达处罚事先告知书', en: 'Serve the notice of the planned penalty' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    docNo: docNo('告知书文号', 'number of the notice'),
    plannedFine: money(
      '拟罚款金额（元），无罚款的填0，未公布的不填',
      'planned fine, yuan; 0 for none, empty where not made known',
    ).optional(),
    kinds: list(enumOf('PenaltyKind', PENALTY_KINDS, { zh: '拟处罚种类', en: 'planned kind' }), '拟处罚种类', 'planned kinds', {
      max: 11,
    }).optional(),
    facts: text('违法事实', 'facts', 20_000),
    legalBasis: text('处罚依据', 'legal basis'),
    hearingRight: flag('是否告知听证权利', 'does it tell of the right to a hearing'),
    servedOn: partialDate('送达日期', 'day of service'),
  }),
  basis: ['APL-44', 'APL-63', 'MEP-89'],
  ...atStep('PenaltyNoticeServed'),
  guards: [notRecused, notSuspended, hearingRightTold],
  events: ({ docNo: no, kinds, plannedFine, ...input }) => [
    { type: 'PenaltyNoticeServed', payload: { ...input, docNo: no ?? null, plannedFine: plannedFine ?? null, kinds: kinds ?? ['fine'] } },
  ],
});

export const recordStatement = caseAct({
  name: 'recordStatement',
  title: { zh: '记录陈述申辩', en: "Record the party's statement" },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId,
    content: text('陈述申辩内容', 'what the party said', 20_000),
    receivedOn: partialDate('收到日期', 'day of receipt'),
    assessment: text('复核意见', 'assessment'),
  }),
  basis: ['APL-45'],
  ...atStep('StatementRecorded'),
  guards: [notRecused],
  events: (input) => [{ type: 'StatementRecorded', payload: input }],
});

export const waiveStatement = caseAct({
  name: 'waiveStatement',
  title: { zh: '记录放弃陈述申辩', en: 'Record that the party waives its statement' },
  by: ['enforcementAgency', 'dischargingEntity'],
  input: z.strictObject({ penaltyId, on: partialDate('放弃日期', 'day of the waiver') }),
  basis: ['APL-45', 'APL-62'],
  ...atStep('StatementWaived'),
  guards: [notRecused],
  events: (input) => [{ type: 'StatementWaived', payload: input }],
});

export const requestHearing = caseAct({
  name: 'requestHearing',
  title: { zh: '要求听证', en: 'Ask for a hearing' },
  by: ['dischargingEntity', 'enforcementAgency'],
  input: z.strictObject({ penaltyId, requestedOn: partialDate('提出日期', 'day of the request') }),
  basis: ['APL-63', 'APL-64'],
  ...atStep('HearingRequested'),
  guards: [notRecused, hearingInTime],
  events: (input) => [{ type: 'HearingRequested', payload: input }],
});

export const scheduleHearing = caseAct({
  name: 'scheduleHearing',
  title: { zh: '通知听证时间地点', en: 'Tell the party when and where the hearing is' },
  by: ['legalReviewer'],
  input: z.strictObject({
    penaltyId,
    heldOn: date('听证日期', 'day of the hearing'),
    place: text('听证地点', 'place', 300),
    toldOn: date('通知日期', 'day on which the party was told'),
  }),
  basis: ['APL-64'],
  ...atStep('HearingScheduled'),
  guards: [notRecused, toldInTime],
  events: (input) => [{ type: 'HearingScheduled', payload: input }],
});

export const holdHearing = caseAct({
  name: 'holdHearing',
  title: { zh: '举行听证', en: 'Hold the hearing' },
  by: ['legalReviewer'],
  input: z.strictObject({
    penaltyId,
    heldOn: partialDate('听证日期', 'day of the hearing'),
    chair: namedPerson,
    summary: text('听证笔录摘要', 'summary of the record', 20_000),
  }),
  basis: ['APL-64'],
  ...atStep('HearingHeld'),
  guards: [notRecused, chairedByAnother],
  events: (input) => [{ type: 'HearingHeld', payload: input }],
});

export const forfeitHearing = caseAct({
  name: 'forfeitHearing',
  title: { zh: '记录放弃听证', en: 'Record that the hearing is waived' },
  by: ['legalReviewer'],
  input: z.strictObject({ penaltyId, reason: text('视为放弃的理由', 'why it counts as waived') }),
  basis: ['APL-64'],
  ...atStep('HearingForfeited'),
  guards: [notRecused],
  events: (input) => [{ type: 'HearingForfeited', payload: input }],
});

export const completeLegalReview = caseAct({
  name: 'completeLegalReview',
  title: { zh: '完成法制审核', en: 'Complete the legal review' },
  by: ['legalReviewer'],
  input: z.strictObject({ penaltyId, opinion: text('审核意见', 'opinion') }),
  basis: ['APL-58'],
  ...atStep('LegalReviewCompleted'),
  guards: [notRecused, notSuspended, reviewerIsAnother, statementHeard],
  events: (input) => [{ type: 'LegalReviewCompleted', payload: input }],
});

export const penaltyActs = [
  openPenaltyCase,
  servePenaltyNotice,
  recordStatement,
  waiveStatement,
  requestHearing,
  scheduleHearing,
  holdHearing,
  forfeitHearing,
  completeLegalReview,
] as const;
