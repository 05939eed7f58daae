import { z } from 'zod';
import { docNo, enumOf, flag, id, moment, money, partialDate, sealedText, text } from '../kernel/input';
import type { Objection } from '../kernel/act';
import { underSeal } from '../kernel/sealed';
import { registerActs } from '../kernel/register-act';
import { streamOf } from '../kernel/streams';
import { REPORT_CHANNELS, REPORT_MATTERS, REPORT_SOURCES, type ReportEvent } from './events';
import type { ReportFile } from './evolve';
import { reporterNotNamed } from './guards/ogi-15-reporter-not-named';
import { acceptorOnly } from './guards/o-39-acceptor-only';
import { configuredChannel, fraudHotline } from './guards/r-178-channel';
import { answeredFirst, rewardFirst } from './guards/r-179-one-chain';
import { configuredStandard } from './guards/r-180-standard';
import { publicReportProcedure } from './machine';

const { opening, step, aside } = registerActs<ReportFile, ReportEvent>({
  procedure: publicReportProcedure,
  notTheStep: { zh: '该举报不处于此环节', en: 'The report is not at this step' },
});

const ACCEPTORS = ['enforcementAgency', 'monitoringUnit', 'marketRegulator'] as const;

export const receivePublicReport = opening({
  name: 'receivePublicReport',
  title: { zh: '登记公众举报', en: 'Take in a public report' },
  by: [...ACCEPTORS, 'publicWindow'],
  input: z.strictObject({
    channel: enumOf('ReportChannel', REPORT_CHANNELS, { zh: '举报渠道', en: 'channel' }),
    source: enumOf('ReportSource', REPORT_SOURCES, { zh: '来源类型', en: 'type of source' }),
    matter: enumOf('ReportMatter', REPORT_MATTERS, { zh: '举报事项', en: 'matter' }),
    jurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
    content: text('举报内容（不得含举报人身份信息）', 'content, without anything that tells who reported', 20_000),
    partyId: id('被举报单位编号', 'id of the party reported').optional(),
    anonymous: flag('是否匿名', 'is it anonymous'),
    answerable: flag('是否有答复途径', 'is there a way to answer'),
    sealedReporter: id('举报人身份纸质密封编号', 'number of the envelope where the identity is kept on paper').optional(),
    reporter: sealedText('举报人姓名、联系方式', 'name of the reporter and way to be reached').optional(),
    codeDigest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, { error: '应为查询码的 sha256 摘要 / sha256: digest of the code' })
      .meta({ zh: '查询码摘要', en: 'digest of the code by which the reporter asks', scalar: 'String' })
      .optional(),
    rewardClaimed: flag('是否符合奖励申领', 'is a reward claimed'),
    receivedAt: moment('收到时间', 'when it was received'),
  }),
  basis: ['R-177', 'R-179', 'R-182'],
  guards: [configuredChannel, fraudHotline, reporterNotNamed],
  events: ({ partyId, sealedReporter, codeDigest, reporter, ...input }) => [
    {
      type: 'PublicReportReceived',
      payload: {
        ...input,
        partyId: partyId ?? null,
        sealedReporter: sealedReporter ?? null,
        codeDigest: codeDigest ?? null,
        ...(reporter === undefined ? {} : { reporter: underSeal(reporter) }),
      },
    },
  ],
});

const NOT_SEALED: Objection = {
  rule: 'W-02',
  message: { zh: '该举报没有密封的举报人身份，或其密钥已销毁', en: 'No identity is sealed here, or its key was destroyed' },
};

/** Each opening is an event before anything is read. */
export const openReporterIdentity = aside({
  name: 'openReporterIdentity',
  title: { zh: '启封举报人身份', en: 'Open the sealed identity of a reporter' },
  by: ACCEPTORS,
  input: z.strictObject({ why: text('启封事由', 'why it is opened', 1000) }),
  basis: ['R-182', 'OGI-15'],
  on: ({ reporter }) => reporter === 'sealed',
  outOfTurn: NOT_SEALED,
  guards: [acceptorOnly],
  events: (input) => [{ type: 'ReporterIdentityOpened', payload: input }],
});

/** The order comes first and stays; the key is destroyed by whoever keeps it, once the order is on record. */
export const forgetReporter = aside({
  name: 'forgetReporter',
  title: { zh: '责令销毁举报人身份密钥', en: 'Order the key of a reporter’s identity destroyed' },
  by: ['authorityHead'],
  input: z.strictObject({ basis: text('依据', 'on which basis', 1000) }),
  basis: ['OGI-15'],
  on: ({ reporter }) => reporter === 'sealed',
  outOfTurn: NOT_SEALED,
  events: ({ basis }, { subject, actor }) => [
    { type: 'PersonForgotten', payload: { subject: streamOf('report', subject), orderedBy: actor.person, basis } },
  ],
});

export const acceptPublicReport = step({
  name: 'acceptPublicReport',
  title: { zh: '受理举报', en: 'Accept a public report' },
  by: ACCEPTORS,
  input: z.strictObject({ note: text('说明', 'note', 1000).optional() }),
  basis: ['R-177', 'R-179'],
  event: 'PublicReportAccepted',
  events: ({ note }) => [{ type: 'PublicReportAccepted', payload: { note: note ?? null } }],
});

export const declinePublicReport = step({
  name: 'declinePublicReport',
  title: { zh: '不予受理举报', en: 'Decline a public report' },
  by: ACCEPTORS,
  input: z.strictObject({ reason: text('不予受理理由', 'reason') }),
  basis: ['R-177'],
  event: 'PublicReportNotAccepted',
  events: (input) => [{ type: 'PublicReportNotAccepted', payload: input }],
});

export const takeUpPublicReport = step({
  name: 'takeUpPublicReport',
  title: { zh: '举报转为案件办理', en: 'Handle a public report as a case' },
  by: ACCEPTORS,
  input: z.strictObject({ caseId: id('案件编号', 'id of the case') }),
  basis: ['R-177', 'R-179'],
  event: 'PublicReportTakenUp',
  events: (input) => [{ type: 'PublicReportTakenUp', payload: input }],
});

export const handlePublicReport = step({
  name: 'handlePublicReport',
  title: { zh: '举报办理结果', en: 'Record the result of a public report' },
  by: ACCEPTORS,
  input: z.strictObject({
    result: text('办理结果', 'result', 10_000),
    verified: flag('是否查实', 'is it verified'),
    handledOn: partialDate('办结日期', 'day on which it was handled'),
  }),
  basis: ['R-177', 'R-179'],
  event: 'PublicReportHandled',
  events: (input) => [{ type: 'PublicReportHandled', payload: input }],
});

export const answerPublicReport = step({
  name: 'answerPublicReport',
  title: { zh: '答复举报人', en: 'Answer the reporter' },
  by: ACCEPTORS,
  input: z.strictObject({ content: text('答复内容', 'answer', 10_000), answeredAt: moment('答复时间', 'when it was answered') }),
  basis: ['R-177'],
  event: 'PublicReportAnswered',
  events: (input) => [{ type: 'PublicReportAnswered', payload: input }],
});

export const decideReportReward = step({
  name: 'decideReportReward',
  title: { zh: '作出举报奖励决定', en: 'Decide on the reward of a report' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    granted: flag('是否奖励', 'is a reward granted'),
    amount: money('奖励金额（元）', 'amount, yuan').optional(),
    standard: text('奖励依据', 'reward standard that it refers to', 200),
    article: text('条款、档次', 'article and grade', 200),
    reasons: text('理由', 'reasons', 4000),
    decidedOn: partialDate('决定日期', 'day of the decision'),
  }),
  basis: ['R-179'],
  event: 'ReportRewardDecided',
  targets: ({ reward }) => (reward === null ? ['*'] : []),
  guards: [configuredStandard],
  events: ({ amount, ...input }) => [
    { type: 'ReportRewardDecided', payload: { ...input, amount: input.granted ? (amount ?? null) : null } },
  ],
});

export const payReportReward = step({
  name: 'payReportReward',
  title: { zh: '发放举报奖励', en: 'Pay the reward of a report' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    amount: money('发放金额（元）', 'amount, yuan'),
    paidOn: partialDate('发放日期', 'day of payment'),
    voucherNo: docNo('凭证号', 'number of the voucher'),
  }),
  basis: ['R-179', 'R-180'],
  event: 'ReportRewardPaid',
  targets: ({ reward }) => (reward?.granted === true && !reward.paid ? ['*'] : []),
  events: ({ voucherNo, ...input }) => [{ type: 'ReportRewardPaid', payload: { ...input, voucherNo: voucherNo ?? null } }],
});

export const closePublicReport = step({
  name: 'closePublicReport',
  title: { zh: '举报办结', en: 'Close a public report' },
  by: ACCEPTORS,
  input: z.strictObject({ summary: text('办结摘要', 'summary', 4000) }),
  basis: ['R-177', 'R-179'],
  event: 'PublicReportClosed',
  guards: [answeredFirst, rewardFirst],
  events: (input) => [{ type: 'PublicReportClosed', payload: input }],
});

export const publicReportActs = [
  receivePublicReport,
  acceptPublicReport,
  declinePublicReport,
  takeUpPublicReport,
  handlePublicReport,
  answerPublicReport,
  decideReportReward,
  payReportReward,
  closePublicReport,
  openReporterIdentity,
  forgetReporter,
] as const;
