import { byRule } from '../testing/by-rule';
import { determinedCase, noticeServed, penaltyOpened } from '../testing/facts';
import { CHANGCHUN, given, JINING, type Fact } from '../testing/given';
import { owedAfter, tied } from '../testing/traces';
import type { LiabilityClaimEvent, ProblemFinding } from '..';

const fraud: Partial<ProblemFinding> = { tampering: true, violationClass: 'dataFraud', methods: ['F06'] };
const penalised = (finding = fraud, jurisdiction = CHANGCHUN) =>
  [...determinedCase(finding, { jurisdiction }), penaltyOpened(), noticeServed()] as const;

const LIABLE = [
  { partyId: 'lab', name: '某某检测', as: '监测机构' },
  { partyId: 'plant', name: '某某化工', as: '排污单位' },
];
const claim = {
  kind: 'publicInterestLitigation',
  claimant: { kind: 'procuratorate', name: '长春市人民检察院' },
  liable: LIABLE,
  joint: true,
  problemIds: ['problem-1'],
  damage: '河道污染',
  amount: '1200000',
  legalBasis: '环境保护法第六十五条',
} as const;

const entered = (over: Partial<Extract<LiabilityClaimEvent, { type: 'LiabilityClaimEntered' }>['payload']> = {}) =>
  ({ type: 'LiabilityClaimEntered', payload: { ...claim, claimId: 'claim-1', ...over } }) as const;
const enter = (over: object = {}, history: readonly Fact[] = penalised(), at?: string) =>
  given(...history).when('enterLiabilityClaim', { ...claim, ...over }, at === undefined ? {} : { at });

const UNDER_THE_CODE = '2026-09-01T09:00:00+08:00';

byRule('R-120', {
  fires: [
    [
      'joint liability needs the fraud that was found and the others who are liable',
      () => {
        enter({ liable: LIABLE.slice(0, 1) }).thenWarned('R-120');
        enter({}, penalised({})).thenWarned('R-120');
      },
    ],
    [
      'claimant, liable parties and judgment are on record and tied',
      () => {
        enter().thenRecorded(entered()).thenRestsOn('R-120');
        expect(tied(entered())).toEqual(['jointLiability jointlyLiable 某某检测', 'jointLiability jointlyLiable 某某化工']);
        const judgment = {
          claimId: 'claim-1',
          court: '长春市中级人民法院',
          judgedOn: '2025-03-01',
          upheld: true,
          jointlyLiable: ['某某检测', '某某化工'],
          amount: '1100000',
          result: '承担连带赔偿责任',
        };
        const suit = { claimId: 'claim-1', court: '长春市中级人民法院', filedOn: '2024-12-01' };
        const sued = { type: 'LiabilitySuitFiled', payload: { ...suit, caseNo: null } } as const;
        given(...penalised(), entered())
          .when('fileLiabilitySuit', suit)
          .thenRecorded(sued);
        given(...penalised(), entered(), sued)
          .when('recordLiabilityJudgment', judgment)
          .thenRecorded({ type: 'LiabilityJudged', payload: { ...judgment, judgmentNo: null } })
          .thenRestsOn('R-120');
      },
    ],
  ],
  passes: [
    [
      'a claim that is not joint asks for neither, and in Jining the draft does not speak',
      () => {
        enter({ joint: false, liable: LIABLE.slice(1) }).thenWarned();
        expect(tied(entered({ joint: false, liable: LIABLE.slice(1) }))).toEqual(['jointLiability liable 某某化工']);
        enter({ liable: LIABLE.slice(0, 1) }, penalised(fraud, JINING)).thenWarned();
        expect(tied(entered(), 'case-1', JINING)).toEqual([]);
      },
    ],
  ],
});

byRule('CODE-1067', {
  fires: [
    [
      'under the code it binds everywhere',
      () => {
        enter({ liable: LIABLE.slice(0, 1) }, penalised(fraud, JINING), UNDER_THE_CODE).thenRefused({
          rule: 'CODE-1067',
          missing: ['其他责任者'],
        });
        enter({}, penalised({}, JINING), UNDER_THE_CODE).thenRefused({ rule: 'CODE-1067', missing: ['弄虚作假认定'] });
      },
    ],
  ],
  passes: [
    [
      'on a fraud, with the others named',
      () => {
        enter({}, penalised(fraud, JINING), UNDER_THE_CODE).then('LiabilityClaimEntered').thenRestsOn('CODE-1067');
      },
    ],
  ],
});

byRule('R-121', {
  fires: [
    [
      'where no penalty is under way, the claim would stand in its place',
      () => {
        enter({}, determinedCase(fraud, { jurisdiction: CHANGCHUN })).thenWarned('R-121');
      },
    ],
  ],
  passes: [
    [
      'beside the penalty it stands, and a claim fulfilled settles no penalty',
      () => {
        enter().thenWarned().thenRestsOn('R-121');
        const fulfilled = [
          entered(),
          { type: 'LiabilitySuitFiled', payload: { claimId: 'claim-1', court: '法院', caseNo: null, filedOn: '2024-12-01' } },
        ] as const;
        given(...determinedCase(fraud, { jurisdiction: CHANGCHUN }), ...fulfilled)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已赔偿' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' });
      },
    ],
  ],
});

const damage = entered({ kind: 'damageCompensation', claimant: { kind: 'authorisedOrgan', name: '长春市生态环境局' } });
const consulted = {
  type: 'CompensationConsulted',
  payload: { claimId: 'claim-1', heldOn: '2026-09-10', record: '未就数额达成一致' },
} as const;
const failed = {
  type: 'CompensationConsultationFailed',
  payload: { claimId: 'claim-1', on: '2026-09-20', reason: '数额分歧' },
} as const;
const suit = { claimId: 'claim-1', court: '长春市中级人民法院', caseNo: '（2026）吉01民初1号', filedOn: '2026-10-01' };

byRule('CODE-1073', {
  fires: [
    [
      'compensation for ecological damage is consulted on before it is sued for',
      () => {
        given(...penalised(), damage)
          .when('fileLiabilitySuit', suit, { at: UNDER_THE_CODE })
          .thenRefused({ rule: 'CODE-1073', missing: ['磋商记录'] });
      },
    ],
    [
      'failing the consultation, the suit is owed',
      () => {
        const at = UNDER_THE_CODE;
        expect(owedAfter('case-1', [{ ...failed, at }])).toEqual(['suitAfterConsultation claim-1']);
        expect(
          owedAfter('case-1', [
            { ...failed, at },
            { type: 'LiabilitySuitFiled', payload: suit, at },
          ]),
        ).toEqual([]);
      },
    ],
  ],
  passes: [
    [
      'after it failed, or in a public-interest suit, the way to court is open',
      () => {
        given(...penalised(), damage, consulted, failed)
          .when('fileLiabilitySuit', suit, { at: UNDER_THE_CODE })
          .thenRecorded({ type: 'LiabilitySuitFiled', payload: suit })
          .thenRestsOn('CODE-1073');
        given(...penalised(), entered())
          .when('fileLiabilitySuit', suit, { at: UNDER_THE_CODE })
          .then('LiabilitySuitFiled');
      },
    ],
    [
      'or it ends in an agreement that is kept',
      () => {
        const agreement = { claimId: 'claim-1', agreedOn: '2026-09-15', amount: '900000' };
        const agreed = { type: 'CompensationAgreed', payload: { ...agreement, agreementNo: null, confirmedBy: null } } as const;
        given(...penalised(), damage)
          .when('consultOnCompensation', consulted.payload, { at: UNDER_THE_CODE })
          .thenRecorded(consulted);
        given(...penalised(), damage, consulted)
          .when('endConsultation', failed.payload, { at: UNDER_THE_CODE })
          .thenRecorded(failed);
        given(...penalised(), damage, consulted)
          .when('agreeOnCompensation', agreement, { at: UNDER_THE_CODE })
          .thenRecorded(agreed);
        given(...penalised(), damage, consulted, agreed)
          .when('recordClaimFulfilled', { claimId: 'claim-1', on: '2026-12-01', how: '已缴纳并修复' })
          .then('LiabilityClaimFulfilled');
      },
    ],
  ],
});

it('papers are copied to the procuratorate, and a claim that is withdrawn takes no further step', () => {
  const copy = { claimId: 'claim-1', procuratorate: '长春市人民检察院', papers: '调查报告', copiedOn: '2024-09-01' };
  const withdrawal = { claimId: 'claim-1', on: '2024-09-02', reason: '已履行' };
  given(...penalised(), entered())
    .when('copyClaimToProcuratorate', copy)
    .thenRecorded({ type: 'ClaimPapersCopiedToProcuratorate', payload: copy });
  given(...penalised(), entered(), { type: 'ClaimPapersCopiedToProcuratorate', payload: copy })
    .when('withdrawLiabilityClaim', withdrawal)
    .thenRecorded({ type: 'LiabilityClaimWithdrawn', payload: withdrawal });
  given(...penalised(), entered(), { type: 'LiabilityClaimWithdrawn', payload: withdrawal })
    .when('copyClaimToProcuratorate', copy)
    .thenOutOfTurn('W-02');
});
