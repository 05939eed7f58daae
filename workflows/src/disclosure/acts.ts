import { z } from 'zod';
import { caseAct, foreseen, itemOf, whole } from '../case/act';
import { docNo, enumOf, id, moment, list, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { CREDIT_RECEIVERS, DISCLOSURE_SUBJECTS } from './events';
import { BOTH_RECEIVERS, pushedTo } from './evolve';
import { handledBeforePublished } from './guards/handled-before-published';
import { noIdentityNumber } from './guards/ogi-15-no-identity-number';
import { correctedWithoutNames, noNamesBeforeDecision } from './guards/ogi-16-no-names-before-decision';
import { publishedUnder } from './guards/r-164-what-it-rests-on';
import { notYetTold } from './guards/w-02-not-yet-told';
import { disclosureProcedure } from './machine';

export const publishDisclosure = caseAct({
  name: 'publishDisclosure',
  title: { zh: '信息公开', en: 'Publish' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    subject: enumOf('DisclosureSubject', DISCLOSURE_SUBJECTS, { zh: '公开内容', en: 'what is published' }),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about', { min: 1 }),
    penaltyId: id('处罚案编号', 'id of the penalty case').optional(),
    channel: text('公开渠道', 'channel', 200),
    title: text('标题', 'title', 300),
    text: text('正文', 'text', 20_000),
    url: z.url().max(500).meta({ zh: '网址', en: 'address', scalar: 'String' }).optional(),
    publishedAt: moment('公开时间', 'when it was published'),
  }),
  basis: ['R-001', 'R-002', 'APL-48'],
  targets: (file) => whole(file.problems.some((problem) => problem.status !== 'found')),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: { zh: '案件尚无可公开的处理结果', en: 'The case has no result to publish yet' },
    missing: [{ zh: '调查认定', en: 'finding of the investigation' }],
  },
  guards: [knownProblems, ...handledBeforePublished, noNamesBeforeDecision, noIdentityNumber, ...publishedUnder],
  events: ({ penaltyId, url, ...input }, { state }) => [
    {
      type: 'DisclosurePublished',
      payload: {
        ...input,
        disclosureId: nextItemId('disclosure', state.disclosures.published),
        penaltyId: penaltyId ?? null,
        url: url ?? null,
      },
    },
  ],
});

export const withdrawDisclosure = caseAct({
  name: 'withdrawDisclosure',
  title: { zh: '撤回公开信息', en: 'Withdraw a publication' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    disclosureId: id('公开编号', 'id of the publication'),
    reason: text('撤回理由（同时公开）', 'reason, published too'),
  }),
  basis: ['APL-48'],
  target: 'disclosureId',
  targets: (file) => foreseen(file.disclosures.published, disclosureProcedure, 'DisclosureWithdrawn'),
  outOfTurn: { rule: 'W-02', message: { zh: '没有可撤回的公开信息', en: 'No such publication can be withdrawn' } },
  events: (input, { state }) => {
    const { penaltyId } = itemOf(state.disclosures.published, input.disclosureId);
    const stands = state.penalties.some((penalty) => penalty.id === penaltyId && penalty.decision !== null);

    return [{ type: 'DisclosureWithdrawn', payload: { ...input, ...(penaltyId !== null && stands ? { penaltyId } : {}) } }];
  },
});

export const correctDisclosure = caseAct({
  name: 'correctDisclosure',
  title: { zh: '更正公开信息', en: 'Correct a publication' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    disclosureId: id('公开编号', 'id of the publication'),
    reason: text('更正理由', 'reason'),
    title: text('更正后的标题', 'title as corrected', 300),
    text: text('更正后的正文', 'text as corrected', 20_000),
    correctedAt: moment('更正时间', 'when it was corrected'),
  }),
  basis: ['APL-48'],
  target: 'disclosureId',
  targets: (file) => foreseen(file.disclosures.published, disclosureProcedure, 'DisclosureCorrected'),
  outOfTurn: { rule: 'W-02', message: { zh: '没有可更正的公开信息', en: 'No such publication can be corrected' } },
  guards: [correctedWithoutNames, noIdentityNumber],
  events: (input) => [{ type: 'DisclosureCorrected', payload: input }],
});

export const reportToSuperior = caseAct({
  name: 'reportToSuperior',
  title: { zh: '向上级报告弄虚作假案件', en: 'Report a fraud case to the superior authority' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    problemId: id('问题编号', 'problem id'),
    superior: text('上级机关', 'superior authority', 120),
    reportNo: docNo('报告文号', 'number of the report'),
    handling: text('处理情况', 'how it is handled', 4000).optional(),
  }),
  basis: ['R-138'],
  target: 'problemId',
  targets: (file) =>
    file.problems
      .filter((problem) => problem.finding?.tampering === true && !file.disclosures.reportedToSuperior.includes(problem.id))
      .map((problem) => problem.id),
  outOfTurn: { rule: ['R-138', 'W-02'], message: { zh: '没有待上报的弄虚作假问题', en: 'No verified fraud waits to be reported' } },
  events: ({ reportNo, handling, ...input }) => [
    {
      type: 'FraudReportedToSuperior',
      payload: { ...input, reportNo: reportNo ?? null, ...(handling === undefined ? {} : { handling }) },
    },
  ],
});

export const pushCreditInformation = caseAct({
  name: 'pushCreditInformation',
  title: { zh: '推送信用信息', en: 'Push to the credit platforms' },
  by: ['enforcementAgency'],
  input: z.strictObject({
    penaltyId: id('处罚案编号', 'id of the penalty case'),
    platforms: list(text('信用平台', 'platform', 120), '信用平台', 'platforms', { min: 1, max: 20 }),
    to: list(
      enumOf('CreditReceiver', CREDIT_RECEIVERS, { zh: '推送对象', en: 'receiver' }),
      '推送对象（不填为两者）',
      'receivers, both where none is named',
      { min: 1, max: 2 },
    ).optional(),
    reference: text('推送编号', 'reference', 120),
  }),
  basis: ['R-165', 'R-166'],
  target: 'penaltyId',
  targets: (file) =>
    file.penalties
      .filter((penalty) => penalty.decision !== null && pushedTo(file.disclosures, penalty.id).length < BOTH_RECEIVERS.length)
      .map((penalty) => penalty.id),
  outOfTurn: { rule: ['R-165', 'W-02'], message: { zh: '没有待推送的处罚信息', en: 'No decided penalty waits to be pushed' } },
  guards: [notYetTold],
  events: ({ to, ...input }) => [{ type: 'CreditInformationPushed', payload: { ...input, ...(to === undefined ? {} : { to }) } }],
});

export const answerReporter = caseAct({
  name: 'answerReporter',
  title: { zh: '答复举报人', en: 'Answer the reporter' },
  by: ['enforcementAgency', 'monitoringUnit'],
  input: z.strictObject({ problemId: id('问题编号', 'problem id'), content: text('答复内容', 'answer') }),
  basis: ['R-177'],
  target: 'problemId',
  targets: (file) =>
    file.problems
      .filter((problem) => problem.reporterAwaitsAnswer && !file.disclosures.reportersAnswered.includes(problem.id))
      .map((problem) => problem.id),
  outOfTurn: { rule: ['R-177', 'W-02'], message: { zh: '没有待答复的举报', en: 'No reporter waits for an answer' } },
  events: (input) => [{ type: 'ReporterAnswered', payload: input }],
});

export const disclosureActs = [
  publishDisclosure,
  withdrawDisclosure,
  correctDisclosure,
  reportToSuperior,
  pushCreditInformation,
  answerReporter,
] as const;
