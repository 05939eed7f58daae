import { z } from 'zod';
import { caseAct, itemOf, whole } from '../case/act';
import { enumOf, id, list } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { answerOnFile, disciplineOnFile } from './guards/w-05-discipline-on-file';
import { notBehindIt, NO_BAR } from './guards/w-02-bar-to-lift';
import { namedInRecord } from './guards/w-16-named-in-record';
import { reportAccepted, reportSettled, rewardDecided } from './guards/r-177-report-settled';

const person = id('人员身份号', 'person id');
const recordId = id('干预记录或违规线索编号', 'id of the interference record or discipline clue');
const problemIds = list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 });

/** 回避: who is named in a record on the case is kept from it; the entry says nothing of the record (O-46). */
export const barPerson = caseAct({
  name: 'barPerson',
  title: { zh: '责令回避', en: 'Keep a person from the case' },
  by: ['disciplineInspection'],
  input: z.strictObject({
    person,
    recordId,
    recordKind: enumOf('RecusalRecordKind', { interference: '干预记录', discipline: '违规线索' }, { zh: '记录类别', en: 'kind of record' }),
  }),
  basis: ['W-16', 'APL-43'],
  takesClosedCase: true,
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  needs: ({ recordKind, recordId: record }) => (recordKind === 'interference' ? { interferences: [record] } : { disciplines: [record] }),
  guards: [namedInRecord],
  events: ({ recordKind: _kind, ...input }, { state }) => [
    { type: 'PersonBarred', payload: { barId: nextItemId('bar', state.conduct.bars), ...input } },
  ],
});

export const liftBar = caseAct({
  name: 'liftBar',
  title: { zh: '解除回避', en: 'Lift the recusal of a person' },
  by: ['disciplineInspection'],
  input: z.strictObject({ barId: id('回避编号', 'id of the recusal') }),
  basis: ['W-16'],
  takesClosedCase: true,
  target: 'barId',
  targets: (file) => file.conduct.bars.filter((bar) => !bar.lifted).map((bar) => bar.id),
  outOfTurn: { rule: 'W-02', message: NO_BAR },
  needs: ({ barId }, { conduct }) => {
    const records = conduct.bars.filter((bar) => bar.id === barId).map((bar) => bar.recordId);

    return { interferences: records, disciplines: records };
  },
  guards: [notBehindIt],
  events: (input) => [{ type: 'PersonBarLifted', payload: input }],
});

export const noteDisciplineReferral = caseAct({
  name: 'noteDisciplineReferral',
  title: { zh: '载明已移送违规线索', en: 'Note on the case that a discipline clue was transferred' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({ disciplineId: id('违规线索编号', 'id of the discipline clue'), problemIds }),
  basis: ['R-155', 'R-159', 'R-162'],
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  needs: ({ disciplineId }) => ({ disciplines: [disciplineId] }),
  guards: [knownProblems, disciplineOnFile],
  events: (input, { state, registers }) => {
    const file = registers.discipline(input.disciplineId);
    const afterInterview = file.status !== 'none' && file.interview !== null;

    return [
      {
        type: 'DisciplineReferralNoted',
        payload: { referralId: nextItemId('referral', state.conduct.referrals), ...input, afterInterview },
      },
    ];
  },
});

export const noteDisciplineAnswer = caseAct({
  name: 'noteDisciplineAnswer',
  title: { zh: '载明违规线索已获答复', en: 'Note on the case that the discipline clue was answered' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({ referralId: id('移送编号', 'id of the referral') }),
  basis: ['R-156', 'R-159', 'R-162'],
  target: 'referralId',
  targets: (file) => file.conduct.referrals.filter((each) => each.answer === null).map((each) => each.id),
  outOfTurn: { rule: 'W-02', message: { zh: '没有待答复的移送', en: 'No referral waits for an answer' } },
  needs: ({ referralId }, file) => ({
    disciplines: file.conduct.referrals.filter((each) => each.id === referralId).map((each) => each.disciplineId),
  }),
  guards: answerOnFile,
  events: ({ referralId }, { state, registers }) => {
    const { status } = registers.discipline(itemOf(state.conduct.referrals, referralId).disciplineId);

    return [{ type: 'DisciplineReferralAnswered', payload: { referralId, answer: status === 'returned' ? 'returned' : 'accepted' } }];
  },
});

export const linkPublicReport = caseAct({
  name: 'linkPublicReport',
  title: { zh: '并入群众举报', en: 'Take a public report into the case' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({ reportId: id('举报编号', 'id of the report'), problemIds }),
  basis: ['R-177', 'R-179'],
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  needs: ({ reportId }) => ({ reports: [reportId] }),
  guards: [knownProblems, reportAccepted],
  events: (input, { registers }) => {
    const report = registers.report(input.reportId);
    if (report.status === 'none') return [];
    const { answerable, rewardClaimed } = report;

    return [{ type: 'PublicReportLinked', payload: { ...input, answerable, rewardEligible: rewardClaimed } }];
  },
});

export const settlePublicReport = caseAct({
  name: 'settlePublicReport',
  title: { zh: '载明举报已答复、奖励已决定', en: 'Note on the case that the report is answered and the reward decided' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({ reportId: id('举报编号', 'id of the report') }),
  basis: ['R-177', 'R-179'],
  target: 'reportId',
  targets: (file) => file.conduct.reports.filter((report) => !report.settled).map((report) => report.id),
  outOfTurn: { rule: ['R-177', 'W-02'], message: { zh: '没有待了结的举报', en: 'No report waits to be settled' } },
  needs: ({ reportId }) => ({ reports: [reportId] }),
  guards: [reportSettled, rewardDecided],
  events: (input) => [{ type: 'PublicReportSettled', payload: input }],
});

export const conductActs = [
  barPerson,
  liftBar,
  noteDisciplineReferral,
  noteDisciplineAnswer,
  linkPublicReport,
  settlePublicReport,
] as const;
