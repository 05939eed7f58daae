import { blockersOfProblem } from '..';
import type { CaseFile } from '../case/state';
import { byRule } from '../testing/by-rule';
import { owedUnder } from '../testing/owed-under';
import { determinedCase } from '../testing/facts';
import { A_DAY, CHANGCHUN, foldOf, given, JINING, LANZHOU, type Fact } from '../testing/given';
import type { ReportEvent } from './events';

type Received = Extract<ReportEvent, { type: 'PublicReportReceived' }>['payload'];

const JILIN = '220200';
const NOON = '2024-08-30T12:00:00+08:00';
const input = {
  channel: 'hotline12345',
  source: 'public',
  matter: 'pollution',
  jurisdiction: JILIN,
  content: '夜间偷排',
  anonymous: true,
  answerable: true,
  codeDigest: `sha256:${'e'.repeat(64)}`,
  rewardClaimed: true,
  receivedAt: NOON,
} as const;
const received = (over: Partial<Received> = {}) =>
  ({ type: 'PublicReportReceived', payload: { ...input, partyId: null, sealedReporter: null, ...over } }) as const;
const accepted = { type: 'PublicReportAccepted', payload: { note: null } } as const;
const declined = { type: 'PublicReportNotAccepted', payload: { reason: '不属职责' } } as const;
const takenUp = { type: 'PublicReportTakenUp', payload: { caseId: 'case-1' } } as const;
const handled = { type: 'PublicReportHandled', payload: { result: '查实', verified: true, handledOn: '2024-08-29' } } as const;
const answered = { type: 'PublicReportAnswered', payload: { content: '已处罚', answeredAt: NOON } } as const;
const reward = {
  granted: true,
  amount: '5000',
  standard: '《吉林省生态环境违法行为有奖举报办法》',
  article: '第八条',
  reasons: '查实',
  decidedOn: '2024-08-30',
};
const rewarded = { type: 'ReportRewardDecided', payload: reward } as const;
const close = { summary: '办结' };
const REPORT = { kind: 'report', in: JILIN } as const;

byRule('R-178', {
  fires: [
    [
      'a channel that the place does not have is refused',
      () =>
        given()
          .when('receivePublicReport', { ...input, channel: 'hotline12369' }, { in: JILIN })
          .thenRefused({ rule: 'R-178' }),
    ],
  ],
  passes: [
    [
      'each of the four is kept',
      () =>
        (['hotline12345', 'internet', 'letter', 'visit'] as const).forEach((channel) =>
          given()
            .when('receivePublicReport', { ...input, channel }, { in: JILIN })
            .thenRecorded(received({ channel }))
            .thenRestsOn('R-178'),
        ),
    ],
    [
      'elsewhere any channel will do',
      () =>
        given()
          .when('receivePublicReport', { ...input, jurisdiction: JINING, channel: 'other' }, { in: JINING })
          .then('PublicReportReceived'),
    ],
  ],
});

byRule('R-181', {
  fires: [
    [
      'Changchun takes reports of data fraud through 12369 and 12365',
      () =>
        (['hotline12369', 'hotline12365'] as const).forEach((channel) =>
          given()
            .when('receivePublicReport', { ...input, jurisdiction: CHANGCHUN, matter: 'dataFraud', channel }, { in: CHANGCHUN })
            .then('PublicReportReceived')
            .thenRestsOn('R-181'),
        ),
    ],
    [
      'something else through 12365 is remarked upon',
      () =>
        given()
          .when('receivePublicReport', { ...input, jurisdiction: CHANGCHUN, channel: 'hotline12365' }, { in: CHANGCHUN })
          .thenWarned('R-181'),
    ],
  ],
  passes: [
    [
      'through another channel it is not asked',
      () =>
        given()
          .when('receivePublicReport', { ...input, jurisdiction: CHANGCHUN }, { in: CHANGCHUN })
          .thenDoesNotRestOn('R-181'),
    ],
  ],
});

byRule('R-182', {
  fires: [
    [
      'associations, bodies, media and public come in with their type',
      () =>
        (['association', 'ngo', 'media', 'public'] as const).forEach((source) =>
          given()
            .when('receivePublicReport', { ...input, source, matter: 'disclosure' }, { in: JILIN })
            .thenRestsOn('R-182'),
        ),
    ],
  ],
  passes: [
    [
      'another type is none',
      () =>
        given()
          .when('receivePublicReport', { ...input, source: 'somebody' }, { in: JILIN })
          .thenInvalid('source'),
    ],
    [
      'elsewhere on no such rule',
      () =>
        given()
          .when('receivePublicReport', { ...input, jurisdiction: LANZHOU }, { in: LANZHOU })
          .thenDoesNotRestOn('R-182'),
    ],
  ],
});

byRule('R-177', {
  fires: [
    [
      'a report without an answer is outstanding',
      () => expect(owedUnder('R-177', REPORT, received(), accepted)).toEqual(['publicReportAnswer:report']),
    ],
    [
      'and is not closed',
      () =>
        given(received({ rewardClaimed: false }), accepted, handled)
          .when('closePublicReport', close)
          .thenRefused({ rule: 'R-177', missing: ['答复'] }),
    ],
  ],
  passes: [
    [
      'answered it is',
      () => {
        expect(owedUnder('R-177', REPORT, received(), accepted, answered)).toEqual([]);
        given(received({ rewardClaimed: false }), accepted, handled, answered)
          .when('closePublicReport', close)
          .then('PublicReportClosed');
      },
    ],
    [
      'where no way to answer was left none is owed',
      () => {
        expect(owedUnder('R-177', REPORT, received({ answerable: false }))).toEqual([]);
        given(received({ answerable: false, rewardClaimed: false }), accepted, handled)
          .when('closePublicReport', close)
          .then('PublicReportClosed');
      },
    ],
  ],
});

byRule('R-179', {
  fires: [
    [
      'a report with a claim is not closed before the reward decision',
      () =>
        given(received(), accepted, takenUp, handled, answered)
          .when('closePublicReport', close)
          .thenRefused({ rule: 'R-179', missing: ['奖励决定'] }),
    ],
    ['which is owed', () => expect(owedUnder('R-179', REPORT, received(), accepted)).toEqual(['reportRewardDecision:report'])],
    [
      'and so is its payment',
      () => expect(owedUnder('R-179', REPORT, received(), accepted, handled, rewarded)).toEqual(['reportRewardPayment:report']),
    ],
    [
      'no reward before the matter is handled',
      () => given(received(), accepted, takenUp).when('decideReportReward', reward).thenOutOfTurn('W-02'),
    ],
  ],
  passes: [
    [
      'decided, granted or not, it is closed',
      () => {
        given(received(), accepted, takenUp, handled, answered, rewarded).when('closePublicReport', close).then('PublicReportClosed');
        given(received(), accepted, handled, answered, { ...rewarded, payload: { ...reward, granted: false, amount: null } })
          .when('closePublicReport', close)
          .then('PublicReportClosed');
      },
    ],
    ['a declined report is owed no reward', () => expect(owedUnder('R-179', REPORT, received(), declined)).toEqual([])],
    [
      'elsewhere there is no such chain',
      () =>
        given(received({ jurisdiction: JINING }), accepted, handled, answered)
          .when('closePublicReport', close)
          .then('PublicReportClosed'),
    ],
  ],
});

byRule('R-180', {
  fires: [
    [
      'a reward under another standard is refused',
      () =>
        given(received(), accepted, handled)
          .when('decideReportReward', { ...reward, standard: '惯例' })
          .thenRefused({ rule: 'R-180', missing: ['《吉林省生态环境违法行为有奖举报办法》'] }),
    ],
  ],
  passes: [
    [
      'under the configured one it stands',
      () => given(received(), accepted, handled).when('decideReportReward', reward).thenRecorded(rewarded).thenRestsOn('R-180'),
    ],
    [
      'elsewhere the standard is free',
      () =>
        given(received({ jurisdiction: JINING }), accepted, handled)
          .when('decideReportReward', { ...reward, standard: '惯例' })
          .then('ReportRewardDecided'),
    ],
  ],
});

describe('who reported', () => {
  it('stands nowhere in clear', () => {
    const sentence = { rule: 'OGI-15' };
    given()
      .when('receivePublicReport', { ...input, content: '我叫某某，手机13812345678' }, { in: JILIN })
      .thenRefused(sentence);
    given()
      .when('receivePublicReport', { ...input, content: '身份证11010519491231002X' }, { in: JILIN })
      .thenRefused(sentence);
    given()
      .when('receivePublicReport', { ...input, sealedReporter: 'seal-1' }, { in: JILIN })
      .thenRefused(sentence);
    given()
      .when('receivePublicReport', { ...input, anonymous: false, sealedReporter: 'seal-1' }, { in: JILIN })
      .then('PublicReportReceived');
    given()
      .when('receivePublicReport', { ...input, reporterName: '某某' }, { in: JILIN })
      .thenInvalid('');
  });
});

describe('a sealed identity of a reporter', () => {
  const sealed = { sealed: { subject: 'report-r', cipher: 'aes-256-gcm', iv: 'AA==', text: 'AA==', tag: 'AA==' } } as const;
  const own = { by: 'acceptor' } as const;
  const here = { ...received({ anonymous: false, reporter: sealed }), ...own };
  const opened = { type: 'ReporterIdentityOpened', payload: { why: '核实' } } as const;
  const forgotten = { type: 'PersonForgotten', payload: { subject: 'report-r', orderedBy: 'head', basis: '办结满五年' } } as const;

  it('stands in the event as it was sealed', () => {
    given()
      .when('receivePublicReport', { ...input, anonymous: false, reporter: sealed }, { in: JILIN })
      .thenRecorded(received({ anonymous: false, reporter: sealed }));
  });

  it('is not kept of an anonymous report', () => {
    given()
      .when('receivePublicReport', { ...input, reporter: sealed }, { in: JILIN })
      .thenRefused({ rule: 'OGI-15' });
  });

  it('is opened by whoever took the report in or accepted it, and each time anew', () => {
    given(here)
      .when('openReporterIdentity', { why: '核实' }, { by: 'acceptor', ...REPORT })
      .thenRecorded(opened);
    given(here, { ...accepted, by: 'second' }, opened)
      .when('openReporterIdentity', { why: '核实' }, { by: 'second', ...REPORT })
      .thenRecorded(opened);
  });

  it('is opened by nobody else, and the attempt stays on record', () => {
    given(here)
      .when('openReporterIdentity', { why: '好奇' }, { by: 'curious', ...REPORT })
      .thenRefused({ rule: 'OGI-15', code: 'NOT_COMPETENT' });
  });

  it('is not there to be opened where none was given, nor after it was forgotten', () => {
    given({ ...received(), ...own })
      .when('openReporterIdentity', { why: '核实' }, { by: 'acceptor', ...REPORT })
      .thenOutOfTurn('W-02');
    given(here, forgotten)
      .when('openReporterIdentity', { why: '核实' }, { by: 'acceptor', ...REPORT })
      .thenOutOfTurn('W-02');
  });

  it('is forgotten on the order of the head of the authority, with its basis', () => {
    given(here)
      .when('forgetReporter', { basis: '办结满五年' }, { by: 'head', ...REPORT })
      .then('PersonForgotten');
    given(here, forgotten)
      .when('forgetReporter', { basis: '再次' }, { by: 'head', ...REPORT })
      .thenOutOfTurn('W-02');
  });
});

describe('a case from a public report', () => {
  const linked = {
    type: 'PublicReportLinked',
    payload: { reportId: 'r-1', problemIds: ['problem-1'], answerable: true, rewardEligible: true },
  } as const;
  const settled = { type: 'PublicReportSettled', payload: { reportId: 'r-1' } } as const;
  const here = determinedCase({}, { jurisdiction: JILIN });
  const at = (...history: readonly Fact[]) => ({ reports: { 'r-1': history } });
  const blocked = (...history: readonly Fact[]) =>
    blockersOfProblem({ state: foldOf('case', history).state as CaseFile, jurisdiction: JILIN, occurredAt: A_DAY }, 'problem-1').map(
      ({ id }) => id,
    );

  it('takes up an accepted one, once', () => {
    given(...here)
      .when('linkPublicReport', { reportId: 'r-1', problemIds: ['problem-1'] }, at(received(), accepted))
      .thenRecorded(linked);
    given(...here)
      .when('linkPublicReport', { reportId: 'r-1', problemIds: ['problem-1'] }, at(received()))
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', cites: '' });
    given(...here, linked)
      .when('linkPublicReport', { reportId: 'r-1', problemIds: ['problem-1'] }, at(received(), accepted))
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', cites: '' });
  });

  it('is kept open by B-12 until the report is answered and the reward decided', () => {
    expect(blocked(...here, linked)).toContain('B-12');
    expect(blocked(...here, linked, settled)).not.toContain('B-12');
    given(...here, linked)
      .when('settlePublicReport', { reportId: 'r-1' }, at(received(), accepted, handled))
      .thenRefused({ rule: 'R-177' });
    given(...here, linked)
      .when('settlePublicReport', { reportId: 'r-1' }, at(received(), accepted, handled, answered))
      .thenRefused({ rule: 'R-179' });
    given(...here, linked)
      .when('settlePublicReport', { reportId: 'r-1' }, at(received(), accepted, handled, answered, rewarded))
      .thenRecorded(settled);
  });
});
