import { z } from 'zod';
import { dayOf } from '../calendar';
import { date, docNo, enumOf, flag, id, list, object, partialDate, text } from '../kernel/input';
import { registerActs } from '../kernel/register-act';
import { nextItemId } from '../kernel/step';
import { BULLETIN_KINDS, SUPERVISION_FINDINGS, type SupervisionEvent } from './events';
import type { SupervisionFile } from './evolve';
import { findingBehindIt, fraudStandsOut } from './guards/r-161-finding-behind-it';
import { knownFindings } from './guards/w-05-known-findings';
import { supervisionProcedure } from './machine';

const { opening, step } = registerActs<SupervisionFile, SupervisionEvent>({
  procedure: supervisionProcedure,
  notTheStep: { zh: '督查督办尚未开展', en: 'The supervision has not been opened' },
});

const SUPERVISORS = ['supervisionOffice', 'authorityHead', 'localPartyGovernment'] as const;
const findingIds = list(id('发现编号', 'id of the finding'), '所据督查发现', 'findings it rests on');

export const openSupervision = opening({
  name: 'openSupervision',
  title: { zh: '开展督查督办', en: 'Open the supervision of a place' },
  by: SUPERVISORS,
  input: z.strictObject({
    subject: text('督查对象', 'who is supervised', 200),
    jurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
    plan: text('督查安排', 'plan and timetable', 4000),
    nextOn: date('首次督查日期', 'day of the first round'),
  }),
  basis: ['R-160', 'R-163'],
  events: (input) => [{ type: 'SupervisionOpened', payload: input }],
});

export const holdSupervisionRound = step({
  name: 'holdSupervisionRound',
  title: { zh: '记录定期督查', en: 'Record a round of the periodic supervision' },
  by: SUPERVISORS,
  input: z.strictObject({
    heldOn: partialDate('督查日期', 'day of the round'),
    summary: text('督查情况', 'what was seen', 20_000),
    nextOn: date('下次督查日期', 'day of the next round'),
  }),
  basis: ['R-160', 'R-163'],
  event: 'SupervisionRoundHeld',
  events: (input, { state }) => [
    { type: 'SupervisionRoundHeld', payload: { roundId: `round-${state.rounds + 1}`, dueOn: state.nextOn, ...input } },
  ],
});

export const recordSupervisionFinding = step({
  name: 'recordSupervisionFinding',
  title: { zh: '记录督查发现', en: 'Record a finding of the supervision' },
  by: SUPERVISORS,
  input: z.strictObject({
    kind: enumOf('SupervisionFindingKind', SUPERVISION_FINDINGS, { zh: '问题类别', en: 'kind' }),
    unit: text('责任单位', 'unit', 200),
    facts: text('事实', 'facts', 20_000),
    serious: flag('是否情节严重', 'is it serious'),
  }),
  basis: ['R-160'],
  event: 'SupervisionFindingRecorded',
  events: (input, { state }) => [
    { type: 'SupervisionFindingRecorded', payload: { findingId: nextItemId('finding', state.findings), ...input } },
  ],
});

/** Open and late duties are counted by the system on the day of the bulletin, not by whoever writes it. */
export const issueBulletin = step({
  name: 'issueBulletin',
  title: { zh: '印发通报', en: 'Issue a bulletin' },
  by: SUPERVISORS,
  input: z.strictObject({
    kind: enumOf('BulletinKind', BULLETIN_KINDS, { zh: '通报类别', en: 'kind' }),
    docNo: docNo('通报文号', 'number'),
    issuedOn: partialDate('印发日期', 'day of issue'),
    findingIds,
    content: text('通报内容', 'content', 20_000),
  }),
  basis: ['R-161', 'R-163'],
  event: 'BulletinIssued',
  guards: [knownFindings, findingBehindIt],
  events: ({ docNo: no, ...input }, { state, occurredAt }) => {
    const today = dayOf(occurredAt);
    const undone = state.duties.filter((duty) => !duty.done).map(({ dutyId, unit, duty, dueOn }) => ({ dutyId, unit, duty, dueOn }));
    const bulletinId = `bulletin-${state.bulletins + 1}`;
    const late = undone.filter(({ dueOn }) => dueOn < today);

    return [
      {
        type: 'BulletinIssued',
        payload: { bulletinId, ...input, docNo: no ?? null, open: undone.filter(({ dueOn }) => dueOn >= today), late },
      },
    ];
  },
});

const interviewee = object(
  'IntervieweeInput',
  { name: text('姓名', 'name', 60), organisation: text('单位', 'organisation', 200), post: text('职务', 'post', 100) },
  { zh: '被约谈人', en: 'who is interviewed' },
);

export const holdPublicInterview = step({
  name: 'holdPublicInterview',
  title: { zh: '公开约谈', en: 'Hold a public interview' },
  by: ['localPartyGovernment', 'authorityHead'],
  input: z.strictObject({
    findingIds,
    interviewee,
    by: text('约谈机关', 'who interviews', 200),
    heldOn: partialDate('约谈日期', 'day of the interview'),
    ordered: text('责成查处和整改的内容', 'handling and rectification that is ordered', 4000),
    dueOn: date('整改期限', 'day by which it is done'),
  }),
  basis: ['R-154', 'R-161'],
  event: 'PublicInterviewHeld',
  guards: [knownFindings, findingBehindIt, fraudStandsOut],
  events: (input, { state }) => [
    { type: 'PublicInterviewHeld', payload: { interviewId: nextItemId('interview', state.interviews), ...input } },
  ],
});

export const carryOutInterviewOrder = step({
  name: 'carryOutInterviewOrder',
  title: { zh: '报告约谈整改结果', en: 'Report what was done after a public interview' },
  by: ['authorityHead', 'localPartyGovernment', 'lineDepartment'],
  input: z.strictObject({ interviewId: id('约谈编号', 'id of the interview'), result: text('查处和整改结果', 'result', 10_000) }),
  basis: ['R-154', 'R-161'],
  event: 'InterviewOrderCarriedOut',
  target: 'interviewId',
  targets: ({ interviews }) => interviews.filter((each) => !each.carriedOut).map((each) => each.id),
  events: (input) => [{ type: 'InterviewOrderCarriedOut', payload: input }],
});

export const listDuty = step({
  name: 'listDuty',
  title: { zh: '列入责任清单', en: 'Enter a duty in the duty list' },
  by: SUPERVISORS,
  input: z.strictObject({
    unit: text('责任单位', 'unit', 200),
    duty: text('任务', 'duty', 1000),
    responsible: text('责任人', 'responsible person', 100),
    dueOn: date('完成时限', 'day of the timetable'),
  }),
  basis: ['R-163'],
  event: 'DutyListed',
  events: (input, { state }) => [{ type: 'DutyListed', payload: { dutyId: nextItemId('duty', state.duties), ...input } }],
});

export const carryOutDuty = step({
  name: 'carryOutDuty',
  title: { zh: '任务完成', en: 'Report a duty of the list as done' },
  by: [...SUPERVISORS, 'lineDepartment', 'marketRegulator'],
  input: z.strictObject({
    dutyId: id('任务编号', 'id of the duty'),
    doneOn: date('完成日期', 'day on which it was done'),
    proof: text('完成情况', 'what shows it', 4000),
  }),
  basis: ['R-163'],
  event: 'DutyCarriedOut',
  target: 'dutyId',
  targets: ({ duties }) => duties.filter((duty) => !duty.done).map((duty) => duty.id),
  events: (input, { state }) => {
    const duty = state.duties.find((each) => each.id === input.dutyId);

    return [
      { type: 'DutyCarriedOut', payload: { ...input, unit: duty?.unit ?? '', late: duty !== undefined && duty.dueOn < input.doneOn } },
    ];
  },
});

export const supervisionActs = [
  openSupervision,
  holdSupervisionRound,
  recordSupervisionFinding,
  issueBulletin,
  holdPublicInterview,
  carryOutInterviewOrder,
  listDuty,
  carryOutDuty,
] as const;
