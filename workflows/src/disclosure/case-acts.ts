import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { docNo, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { noIdentityNumber } from './guards/ogi-15-no-identity-number';

export const reportTypicalCase = caseAct({
  name: 'reportTypicalCase',
  title: { zh: '报送典型案例', en: 'Report a typical case upward' },
  by: ['enforcementAgency', 'authorityHead'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    superior: text('报送对象', 'superior authority', 120),
    reportNo: docNo('报送文号', 'number of the report'),
    summary: text('案例摘要', 'summary', 20_000),
    reportedOn: partialDate('报送日期', 'day of the report'),
  }),
  basis: ['R-174'],
  takesClosedCase: true,
  targets: (file) => whole(file.problems.some((problem) => problem.finding !== null)),
  outOfTurn: { rule: ['R-174', 'W-02'], message: { zh: '案件尚无认定，不能报送', en: 'Nothing is determined yet that could be reported' } },
  guards: [knownProblems, noIdentityNumber],
  events: ({ reportNo, ...input }, { state }) => [
    {
      type: 'TypicalCaseReported',
      payload: {
        typicalCaseId: nextItemId('typicalCase', state.disclosures.typicalCases),
        ...input,
        reportNo: reportNo ?? null,
      },
    },
  ],
});

export const inviteMedia = caseAct({
  name: 'inviteMedia',
  title: { zh: '邀请媒体参与现场执法', en: 'Record that media took part in an on-site enforcement' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    media: list(text('媒体名称', 'name of the medium', 120), '媒体', 'media', { min: 1, max: 50 }),
    occasion: text('现场执法事项', 'which on-site enforcement', 500),
    on: partialDate('日期', 'day'),
  }),
  basis: ['R-169'],
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  events: (input) => [{ type: 'MediaInvited', payload: input }],
});

export const recordLegalEducation = caseAct({
  name: 'recordLegalEducation',
  title: { zh: '记录现场普法', en: 'Record the legal education at an inspection' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    audience: text('普法对象', 'audience', 300),
    content: text('普法内容', 'content', 4000),
    on: partialDate('日期', 'day'),
  }),
  basis: ['R-176'],
  targets: (file) => whole(file.investigation.inspections.length > 0),
  outOfTurn: { rule: ['R-176', 'W-02'], message: { zh: '尚无现场检查记录', en: 'No on-site inspection is on record' } },
  events: (input) => [{ type: 'LegalEducationRecorded', payload: input }],
});

export const disclosureCaseActs = [reportTypicalCase, inviteMedia, recordLegalEducation] as const;
