import { byRule } from '../testing/by-rule';
import { dutiesAfter, tiesAfter } from '../testing/duties';
import {
  determinedCase,
  feedbackGiven,
  finding,
  investigationReported,
  labCertified,
  legalReviewCompleted,
  noticeServed,
  paper,
  partyRegistered,
  penaltyDecided,
  penaltyOpened,
  published,
  statementWaived,
  transferAccepted,
  transferApproved,
  transferCopied,
  transferProposed,
  transferReceived,
  transferSent,
  filingNotified,
} from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING, type Fact } from '../testing/given';

const fraud = { violationClass: 'dataFraud', tampering: true, malicious: true } as const;
const crime = { ...fraud, finding: 'suspectedCrime' } as const;
const inChangchun = (result: Parameters<typeof determinedCase>[0]): readonly Fact[] => [
  ...determinedCase(result, { jurisdiction: CHANGCHUN }),
  feedbackGiven,
];
const there = { of: CHANGCHUN };
const decided: readonly Fact[] = [penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted, penaltyDecided()];
const strikeOff = { problemId: 'problem-1', result: '已办' };

const named = (over: Partial<Extract<Fact, { type: 'ResponsiblePersonNamed' }>['payload']> = {}): Fact => ({
  type: 'ResponsiblePersonNamed',
  payload: {
    problemIds: ['problem-1'],
    partyId: 'plant',
    person: 'zhou',
    name: '周六',
    post: 'legalRepresentative',
    involvement: 'coercion',
    facts: '强令运维人员修改参数',
    ...over,
  },
});

byRule('R-135', {
  fires: [
    [
      'a legal representative who coerced a fraud is tied to it with the mode of involvement',
      () => {
        given(...inChangchun(crime))
          .when('nameResponsiblePerson', named().payload, { parties: { plant: [partyRegistered({ jurisdiction: CHANGCHUN })] } })
          .thenWarned()
          .thenRestsOn('R-135');
        expect(tiesAfter([named()], there)).toContainEqual(
          expect.objectContaining({
            trace: 'legalRepresentative',
            whom: { kind: 'person', id: 'zhou', name: '周六' },
            tags: { involvement: 'coercion' },
          }),
        );
      },
    ],
  ],
  passes: [
    [
      'another person is tied as a responsible one, not under this rule',
      () =>
        expect(tiesAfter([named({ post: 'omStaff', involvement: 'execution' })], there).map(({ trace }) => trace)).toEqual([
          'responsiblePerson',
        ]),
    ],
    [
      'Jining has no such rule',
      () => expect(tiesAfter([named()], { of: JINING }).map(({ trace }) => trace)).toEqual(['responsiblePerson']),
    ],
  ],
});

byRule('R-138', {
  fires: [
    [
      'a verified tampering has to be reported to the superior',
      () =>
        expect(dutiesAfter(inChangchun(fraud), there)).toMatchObject({
          fraudReportUpward: { status: 'open', item: 'problem-1', rule: 'R-138' },
        }),
    ],
    [
      'unreported it is remarked upon when the problem is struck off',
      () =>
        given(...inChangchun(crime))
          .when('strikeOffProblem', strikeOff)
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
  ],
  passes: [
    [
      'reported, the duty is done',
      () =>
        expect(
          dutiesAfter(
            [
              ...inChangchun(fraud),
              { type: 'FraudReportedToSuperior', payload: { problemId: 'problem-1', superior: '省厅', reportNo: null } },
            ],
            there,
          ),
        ).toMatchObject({
          fraudReportUpward: { status: 'discharged' },
        }),
    ],
    ['an exceedance is not reported', () => expect(dutiesAfter(inChangchun({}), there)['fraudReportUpward']).toBeUndefined()],
  ],
});

const detained: readonly Fact[] = [
  {
    type: 'DetentionTransferProposed',
    payload: {
      detentionId: 'detention-1',
      problemIds: ['problem-1'],
      penaltyId: 'penalty-1',
      ground: 'tampering',
      persons: [{ name: '孙四', role: 'other' }],
    },
  },
  { type: 'DetentionTransferApproved', payload: { detentionId: 'detention-1', approvedOn: '2024-09-02' } },
  {
    type: 'DetentionTransferSent',
    payload: {
      detentionId: 'detention-1',
      letterNo: null,
      policeOrganisation: '长春市公安局',
      policeJurisdiction: CHANGCHUN,
      sentOn: '2024-09-03',
      papers: {
        materialsList: paper('清单'),
        transferLetter: paper('移送书'),
        investigationReport: paper('调查报告'),
        evidence: paper('证据'),
        articlesList: paper('物品'),
        penaltyDecision: paper('决定书'),
        others: [],
      },
    },
  },
  { type: 'DetentionTransferReceived', payload: { detentionId: 'detention-1', receiptNo: null, on: '2024-09-04' } },
  { type: 'DetentionDecided', payload: { detentionId: 'detention-1', docNo: null, decidedOn: '2024-09-05', persons: 1, days: 5 } },
];

byRule('R-139', {
  fires: [
    [
      'a tampering that is no crime and was only fined draws the warning that the transfer is missing',
      () =>
        given(...inChangchun(fraud), ...decided, published())
          .when('strikeOffProblem', strikeOff)
          .thenWarned('R-139', 'R-138', 'R-165'),
    ],
    [
      'the transfer waits for the penalty',
      () =>
        given(...inChangchun(fraud), penaltyOpened())
          .when('proposeDetentionTransfer', {
            problemIds: ['problem-1'],
            penaltyId: 'penalty-1',
            ground: 'tampering',
            persons: [{ name: '孙四', role: 'other' }],
          })
          .thenRefused({ rule: 'DET-02', missing: ['penalty-1 的处罚决定'] }),
    ],
  ],
  passes: [
    [
      'both done, it is silent',
      () =>
        given(...inChangchun(fraud), ...decided, published(), ...detained)
          .when('strikeOffProblem', strikeOff)
          .thenWarned('R-138', 'R-165'),
    ],
    [
      'Beijing asks for no transfer',
      () =>
        given(...determinedCase(fraud, { jurisdiction: BEIJING }), feedbackGiven, ...decided, published())
          .when('strikeOffProblem', strikeOff)
          .thenWarned(),
    ],
  ],
});

const send = {
  transferId: 'transfer-1',
  policeOrganisation: '长春市公安局',
  policeJurisdiction: CHANGCHUN,
  sentAt: '2024-08-29T09:00:00+08:00',
  papers: {
    criminalTransferLetter: paper('移送书'),
    investigationReport: paper('报告'),
    sceneInspectionRecord: paper('笔录'),
    involvedItemsList: paper('清单'),
  },
};

byRule('R-140', {
  fires: [
    [
      'a transfer without the scene record and the list is refused, each named',
      () =>
        given(...inChangchun(crime), transferProposed(), transferApproved)
          .when('sendCriminalTransfer', {
            ...send,
            papers: { criminalTransferLetter: paper('移送书'), investigationReport: paper('报告') },
          })
          .thenRefused({ rule: 'CJL-06', missing: ['现场勘查笔录', '涉案物品清单'] }),
    ],
  ],
  passes: [
    [
      'with all four it goes',
      () =>
        given(...inChangchun(crime), transferProposed(), transferApproved)
          .when('sendCriminalTransfer', send)
          .then('CaseTransferredToPolice')
          .thenRestsOn('R-140'),
    ],
  ],
});

const sentAlong: Fact = { ...transferSent, payload: { ...transferSent.payload, problemIds: ['problem-1'] } };
const sent: readonly Fact[] = [...inChangchun(crime), transferProposed(), transferApproved, sentAlong];

byRule('R-141', {
  fires: [
    [
      'from the finding on the transfer is owed',
      () => expect(dutiesAfter(inChangchun(crime), there)).toMatchObject({ criminalTransferInTime: { status: 'open', due: null } }),
    ],
  ],
  passes: [
    [
      'sent, the time is measured and the duty done',
      () => expect(dutiesAfter(sent, there)).toMatchObject({ criminalTransferInTime: { status: 'discharged' } }),
    ],
    [
      'a violation is not owed to the police',
      () => expect(dutiesAfter(inChangchun(fraud), there)['criminalTransferInTime']).toBeUndefined(),
    ],
  ],
});

byRule('R-142', {
  fires: [
    [
      'the copy to the procuratorate is owed with the transfer',
      () => expect(dutiesAfter(sent, there)).toMatchObject({ transferCopy: { status: 'open' } }),
    ],
    [
      'without it the transfer is not complete',
      () =>
        given(...sent, transferReceived, transferAccepted, filingNotified, published())
          .when('strikeOffProblem', strikeOff)
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' }),
    ],
  ],
  passes: [
    [
      'copied, the duty is done',
      () => expect(dutiesAfter([...sent, transferCopied], there)).toMatchObject({ transferCopy: { status: 'discharged' } }),
    ],
    [
      'the copy rests on it',
      () =>
        given(...sent)
          .when('copyToProcuratorate', { transferId: 'transfer-1', procuratorate: '长春市检察院', copiedAt: '2024-08-29T10:00:00+08:00' })
          .thenRestsOn('R-142'),
    ],
  ],
});

byRule('R-143', {
  fires: [
    [
      'a transferred case that is not accepted is listed as owed by the police',
      () => expect(dutiesAfter(sent, there)).toMatchObject({ transferAcceptance: { status: 'open', owedBy: 'policeAuthority' } }),
    ],
  ],
  passes: [
    [
      'accepted, it is on record',
      () =>
        expect(dutiesAfter([...sent, transferReceived, transferAccepted], there)).toMatchObject({
          transferAcceptance: { status: 'discharged' },
        }),
    ],
  ],
});

byRule('R-144', {
  fires: [
    [
      'the written notice is owed from the acceptance on',
      () =>
        expect(dutiesAfter([...sent, transferReceived, transferAccepted], there)).toMatchObject({
          filingNotice: { status: 'open', owedBy: 'policeAuthority' },
        }),
    ],
  ],
  passes: [
    [
      'notified, the duty is done',
      () =>
        expect(dutiesAfter([...sent, transferReceived, transferAccepted, filingNotified], there)).toMatchObject({
          filingNotice: { status: 'discharged' },
        }),
    ],
  ],
});

byRule('R-145', {
  fires: [
    [
      'the procuratorate puts its supervision on record, and the answer is owed',
      () => {
        const opening = { kind: 'procuratorialProposal', against: '长春市生态环境局', demand: '依法移送', openedOn: '2024-09-02' };
        given(...inChangchun(crime))
          .when('openOversight', opening)
          .then('OversightOpened')
          .thenRestsOn('R-145');
        const opened: Fact = {
          type: 'OversightOpened',
          payload: {
            oversightId: 'oversight-1',
            ...opening,
            kind: 'procuratorialProposal',
            by: '长春市检察院',
            problemIds: [],
            docNo: null,
            answerBy: null,
          },
        };
        expect(dutiesAfter([...inChangchun(crime), opened], there)).toMatchObject({
          oversightAnswer: { status: 'open', due: { due: '2024-11-04' } },
        });
      },
    ],
  ],
  passes: [
    [
      'nobody else opens it',
      () =>
        given(...inChangchun(crime))
          .when('answerOversight', { oversightId: 'oversight-1', answeredOn: '2024-09-03', measures: '已移送' })
          .thenOutOfTurn('W-02'),
    ],
  ],
});

const shared = (...recipients: readonly ('policeAuthority' | 'procuratorate' | 'court')[]): Fact => ({
  type: 'CaseInformationShared',
  payload: { problemId: 'problem-1', recipients, channel: '信息共享平台', content: '处罚决定', on: '2024-09-02' },
});

byRule('R-146', {
  fires: [
    [
      'a verified tampering has to be shared within seven days',
      () =>
        expect(dutiesAfter(inChangchun(fraud), there)).toMatchObject({
          fraudInformationSharing: { status: 'open', due: { due: '2024-09-06' } },
        }),
    ],
    [
      'with one of the three left out it still is owed',
      () =>
        expect(dutiesAfter([...inChangchun(fraud), shared('policeAuthority', 'procuratorate')], there)).toMatchObject({
          fraudInformationSharing: { status: 'open' },
        }),
    ],
  ],
  passes: [
    [
      'with all three it is done',
      () =>
        expect(dutiesAfter([...inChangchun(fraud), shared('policeAuthority', 'procuratorate', 'court')], there)).toMatchObject({
          fraudInformationSharing: { status: 'discharged' },
        }),
    ],
    [
      'what is no tampering cannot be shared as one',
      () =>
        given(...inChangchun({}))
          .when('shareCaseInformation', shared('court').payload)
          .thenOutOfTurn('R-146'),
    ],
  ],
});

const lab = { thelab: [partyRegistered({ name: '某某检测', kind: 'thirdPartyLab' }), labCertified()] };
const ofLab: readonly Fact[] = [
  ...determinedCase(fraud, { partyId: 'thelab' }),
  penaltyOpened({ partyId: 'thelab', partyKind: 'thirdPartyLab' }),
  noticeServed({ plannedFine: '100000' }),
  statementWaived,
];
const decision = { penaltyId: 'penalty-1', decidedOn: '2024-09-02', fine: '100000', facts: '篡改数据', reasons: '说理' };

byRule('R-147', {
  fires: [
    [
      'a penalty of a lab for tampering names the text of law',
      () =>
        given(...ofLab)
          .when('decidePenalty', { ...decision, legalBasis: '有关规定' }, { parties: lab })
          .thenRefused({ rule: 'R-147', zh: '法律法规名称', cites: '济环字' }),
    ],
    [
      'so does a transfer to the market regulator',
      () =>
        given(...ofLab)
          .when('sendOutsideTransfer', {
            problemIds: ['problem-1'],
            to: { organisation: '济宁市市场监督管理局', function: 'marketRegulator', jurisdiction: JINING },
            matter: '检验检测机构弄虚作假',
            legalBasis: '有关规定',
            materials: ['调查报告'],
            fraud: true,
            verified: true,
            sentOn: '2024-09-02',
          })
          .thenRefused({ rule: 'R-147' }),
    ],
  ],
  passes: [
    [
      'named, the penalty stands',
      () =>
        given(...ofLab)
          .when('decidePenalty', { ...decision, legalBasis: '《山东省环境保护条例》第六十一条' }, { parties: lab })
          .then('PenaltyDecided')
          .thenRestsOn('R-147'),
    ],
    [
      'a discharger is not bound by it',
      () =>
        given(
          ...determinedCase(fraud),
          penaltyOpened({ partyKind: 'dischargingEntity' }),
          noticeServed({ plannedFine: '100000' }),
          statementWaived,
        )
          .when('decidePenalty', { ...decision, legalBasis: '水污染防治法第八十三条' })
          .then('PenaltyDecided'),
    ],
  ],
});

describe('a report that finds several problems', () => {
  it('obliges for each of them on its own', () => {
    const two = investigationReported(finding(crime), finding({ problemId: 'problem-2' }));
    expect(dutiesAfter([...inChangchun(crime).slice(0, -2), two], there)).toMatchObject({ criminalTransferInTime: { item: 'problem-1' } });
  });
});
