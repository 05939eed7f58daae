import fc from 'fast-check';
import { byRule } from '../testing/by-rule';
import { dutiesAfter, owedUnder } from '../testing/owed-under';
import {
  determinedCase,
  feedbackGiven,
  investigatedCase,
  siteInspected,
  legalReviewCompleted,
  noticeServed,
  penaltyDecided,
  penaltyOpened,
  published,
  statementWaived,
} from '../testing/facts';
import { CHANGCHUN, given, JINING, LANZHOU, type Fact } from '../testing/given';
import { holdsIdentityNumber } from './guards/ogi-15-no-identity-number';

const JILIN = '220200';
const IN_2018 = '2018-06-01T09:00:00+08:00';
const NOON = '2024-09-05T09:00:00+08:00';
const { disclosureId: _id, penaltyId: _none, url: _url, ...text } = published().payload;
const reviewed = (jurisdiction: string, tampering = true) =>
  [...determinedCase({ tampering }, { jurisdiction }), penaltyOpened(), noticeServed(), statementWaived, legalReviewCompleted] as const;
const fined = { ...penaltyDecided(), payload: { ...penaltyDecided().payload, fraud: true as const } };
const decided = (jurisdiction: string) => [...reviewed(jurisdiction), fined] as const;
const HERE = { kind: 'case', in: CHANGCHUN } as const;
const publishedPenalty = published({ subject: 'penalty', penaltyId: 'penalty-1' });
const pushed = (...to: readonly ('creditPlatform' | 'enterpriseCreditSystem')[]) =>
  ({
    type: 'CreditInformationPushed',
    payload: { penaltyId: 'penalty-1', platforms: ['信用中国'], reference: 'X-1', ...(to.length === 0 ? {} : { to }) },
  }) as const;
const told = { type: 'FraudReportedToSuperior', payload: { problemId: 'problem-1', superior: '省厅', reportNo: null } } as const;
const { docNo: _docNo, ...said } = penaltyDecided().payload;
const decision = {
  penaltyId: said.penaltyId,
  decidedOn: said.decidedOn,
  fine: '250000',
  facts: '篡改',
  legalBasis: '法',
  reasons: '说理',
};

/** Rules in draft that speak when the problem is struck off. */
const remarkedUpon = (history: readonly Fact[]): readonly string[] => {
  const { verdict } = given(...history, feedbackGiven).when('strikeOffProblem', { problemId: 'problem-1', result: '已处理' });

  return verdict.kind === 'accepted' ? verdict.warnings.map(({ rule }) => rule) : [JSON.stringify(verdict)];
};

describe('the decision on a penalty', () => {
  it('is marked where data fraud is penalised, and only there', () => {
    expect(
      given(...reviewed(JINING))
        .when('decidePenalty', decision)
        .then('PenaltyDecided').events[0]?.payload,
    ).toMatchObject({ fraud: true });
    expect(
      given(...reviewed(JINING, false))
        .when('decidePenalty', decision)
        .then('PenaltyDecided').events[0]?.payload,
    ).not.toHaveProperty('fraud');
  });
});

byRule('R-164', {
  fires: [
    [
      'penalised fraud is owed to the public within seven working days',
      () => {
        expect(owedUnder('R-164', HERE, ...decided(CHANGCHUN))).toEqual(['fraudDisclosure:penalty-1']);
        expect(dutiesAfter(HERE, ...decided(CHANGCHUN)).find(({ rule }) => rule === 'R-164')?.due?.due).toMatch(/^2024-09-/);
      },
    ],
    [
      'its publication rests on the rule',
      () =>
        given(...decided(CHANGCHUN))
          .when('publishDisclosure', { ...text, subject: 'penalty', penaltyId: 'penalty-1' })
          .then('DisclosurePublished')
          .thenRestsOn('R-164'),
    ],
  ],
  passes: [
    ['published it is owed no longer', () => expect(owedUnder('R-164', HERE, ...decided(CHANGCHUN), publishedPenalty)).toEqual([])],
    [
      'another penalty is none of fraud',
      () => expect(owedUnder('R-164', HERE, ...reviewed(CHANGCHUN, false), penaltyDecided())).toEqual([]),
    ],
  ],
});

byRule('APL-48', {
  fires: [
    [
      'a decision is owed to the public',
      () => expect(owedUnder('APL-48', HERE, ...decided(CHANGCHUN))).toEqual(['penaltyDisclosure:penalty-1']),
    ],
    [
      'what was taken down while the decision stands is owed anew, from that day',
      () => {
        const withdrawal = { disclosureId: 'disclosure-1', reason: '有误' };
        const withdrawn = {
          type: 'DisclosureWithdrawn',
          payload: { ...withdrawal, penaltyId: 'penalty-1' },
          at: '2024-10-08T09:00:00+08:00',
        } as const;
        given(...decided(CHANGCHUN), publishedPenalty)
          .when('withdrawDisclosure', withdrawal)
          .thenRecorded({ type: withdrawn.type, payload: withdrawn.payload });
        const duty = dutiesAfter(HERE, ...decided(CHANGCHUN), publishedPenalty, withdrawn).find(({ kind }) => kind === 'penaltyDisclosure');
        expect(duty).toMatchObject({ status: 'open', due: { due: '2024-10-16' } });
      },
    ],
  ],
  passes: [
    ['published it is not', () => expect(owedUnder('APL-48', HERE, ...decided(CHANGCHUN), publishedPenalty)).toEqual([])],
    [
      'revoked it is not, and a withdrawal then asks for nothing anew',
      () => {
        const revoked = {
          type: 'PenaltyRevoked',
          payload: { penaltyId: 'penalty-1', by: '法院', on: '2024-09-20', reasons: '程序违法', decideAgain: false },
        } as const;
        const withdrawn = { type: 'DisclosureWithdrawn', payload: { disclosureId: 'disclosure-1', reason: '撤销' } } as const;
        expect(owedUnder('APL-48', HERE, ...decided(CHANGCHUN), revoked)).toEqual([]);
        given(...decided(CHANGCHUN), publishedPenalty, revoked)
          .when('withdrawDisclosure', withdrawn.payload)
          .thenRecorded(withdrawn);
      },
    ],
    [
      'a correction keeps it public, with the reason',
      () => {
        const correction = { disclosureId: 'disclosure-1', reason: '笔误', title: '更正', text: '罚款25万元', correctedAt: NOON };
        given(...decided(CHANGCHUN), publishedPenalty)
          .when('correctDisclosure', correction)
          .thenRecorded({ type: 'DisclosureCorrected', payload: correction });
        given(...decided(CHANGCHUN))
          .when('correctDisclosure', correction)
          .thenOutOfTurn('W-02');
      },
    ],
  ],
});

byRule('R-165', {
  fires: [
    [
      'fraud is owed to the credit platform',
      () => expect(owedUnder('R-165', HERE, ...decided(CHANGCHUN), pushed('enterpriseCreditSystem'))).toEqual(['creditPush:penalty-1']),
    ],
    [
      'B-13 remarks upon it at close-out',
      () => expect(remarkedUpon([...decided(CHANGCHUN), told, pushed('enterpriseCreditSystem'), publishedPenalty])).toContain('R-165'),
    ],
  ],
  passes: [
    ['pushed it is owed no longer', () => expect(owedUnder('R-165', HERE, ...decided(CHANGCHUN), pushed('creditPlatform'))).toEqual([])],
    [
      'a push of before the two were told apart was to both',
      () => expect(owedUnder('R-165', HERE, ...decided(CHANGCHUN), pushed())).toEqual([]),
    ],
    ['elsewhere no push is owed', () => expect(owedUnder('R-165', { kind: 'case', in: JINING }, ...decided(JINING))).toEqual([])],
  ],
});

byRule('R-166', {
  fires: [
    [
      'fraud is owed to the enterprise credit system too',
      () => expect(owedUnder('R-166', HERE, ...decided(CHANGCHUN), pushed('creditPlatform'))).toEqual(['enterpriseCreditPush:penalty-1']),
    ],
    [
      'each is told once',
      () =>
        given(...decided(CHANGCHUN), pushed('creditPlatform'))
          .when('pushCreditInformation', pushed('creditPlatform').payload)
          .thenRefused({ rule: 'W-02', cites: '' }),
    ],
  ],
  passes: [
    [
      'pushed to both nothing is owed',
      () => {
        expect(owedUnder('R-166', HERE, ...decided(CHANGCHUN), pushed('creditPlatform'), pushed('enterpriseCreditSystem'))).toEqual([]);
        expect(remarkedUpon([...decided(CHANGCHUN), told, pushed(), publishedPenalty])).not.toContain('R-166');
      },
    ],
  ],
});

const exposure = { ...text, subject: 'typicalCase' };
const fraudCase = { problemIds: ['problem-1'], superior: '省生态环境厅', summary: '篡改数据案', reportedOn: '2024-09-10' };

byRule('R-169', {
  fires: [
    [
      'exposure in Gansu rests on it',
      () =>
        given(...determinedCase({}, { jurisdiction: LANZHOU }))
          .when('publishDisclosure', exposure, { at: IN_2018 })
          .then('DisclosurePublished')
          .thenRestsOn('R-169'),
    ],
    [
      'media at an enforcement are recorded',
      () =>
        given(...determinedCase({}, { jurisdiction: LANZHOU }))
          .when('inviteMedia', { media: ['甘肃日报'], occasion: '夜查', on: '2018-05-30' }, { at: IN_2018 })
          .then('MediaInvited')
          .thenRestsOn('R-169'),
    ],
  ],
  passes: [
    [
      'a result is no exposure',
      () =>
        given(...determinedCase({}, { jurisdiction: LANZHOU }))
          .when('publishDisclosure', text, { at: IN_2018 })
          .thenDoesNotRestOn('R-169'),
    ],
    [
      'after 2018 the plan is over',
      () =>
        given(...determinedCase({}, { jurisdiction: LANZHOU }))
          .when('publishDisclosure', exposure)
          .thenDoesNotRestOn('R-169'),
    ],
  ],
});

byRule('R-170', {
  fires: [
    [
      'exposure in Jining rests on it',
      () =>
        given(...determinedCase())
          .when('publishDisclosure', exposure)
          .thenRestsOn('R-170'),
    ],
  ],
  passes: [
    [
      'a result is no exposure',
      () =>
        given(...determinedCase())
          .when('publishDisclosure', text)
          .thenDoesNotRestOn('R-170'),
    ],
  ],
});

byRule('R-174', {
  fires: [
    [
      'a typical case is reported upward',
      () =>
        given(...determinedCase({}, { jurisdiction: JILIN }))
          .when('reportTypicalCase', fraudCase)
          .then('TypicalCaseReported')
          .thenRestsOn('R-174'),
    ],
    [
      'and exposed',
      () =>
        given(...determinedCase({}, { jurisdiction: JILIN }))
          .when('publishDisclosure', exposure)
          .thenRestsOn('R-174'),
    ],
    [
      'not before anything is determined',
      () =>
        given(...determinedCase({}, { jurisdiction: JILIN }).slice(0, 1))
          .when('reportTypicalCase', fraudCase)
          .thenOutOfTurn('R-174'),
    ],
  ],
  passes: [
    [
      'elsewhere it may be, on no such rule',
      () =>
        given(...determinedCase())
          .when('reportTypicalCase', fraudCase)
          .thenDoesNotRestOn('R-174'),
    ],
  ],
});

byRule('R-176', {
  fires: [
    [
      'legal education at an inspection is recorded',
      () =>
        given(...investigatedCase({ jurisdiction: JILIN }), siteInspected)
          .when('recordLegalEducation', { audience: '环保负责人', content: '排污许可', on: '2024-08-20' })
          .then('LegalEducationRecorded')
          .thenRestsOn('R-176'),
    ],
  ],
  passes: [
    [
      'elsewhere on no such rule',
      () =>
        given(...investigatedCase(), siteInspected)
          .when('recordLegalEducation', { audience: '环保负责人', content: '排污许可', on: '2024-08-20' })
          .thenDoesNotRestOn('R-176'),
    ],
    [
      'without an inspection there was none',
      () =>
        given(...determinedCase({}, { jurisdiction: JILIN }).slice(0, 1))
          .when('recordLegalEducation', { audience: '环保负责人', content: '排污许可', on: '2024-08-20' })
          .thenOutOfTurn('R-176'),
    ],
  ],
});

byRule('R-175', {
  fires: [
    [
      'a decision without its reasons section is remarked upon',
      () =>
        given(...reviewed(JILIN, false))
          .when('decidePenalty', { ...decision, reasons: undefined })
          .thenWarned('R-175'),
    ],
  ],
  passes: [
    [
      'with it nothing is said',
      () =>
        given(...reviewed(JILIN, false))
          .when('decidePenalty', decision)
          .thenWarned()
          .thenRestsOn('R-175'),
    ],
    [
      'elsewhere nobody asks',
      () =>
        given(...reviewed(JINING, false))
          .when('decidePenalty', { ...decision, reasons: undefined })
          .thenWarned(),
    ],
  ],
});

byRule('OGI-16', {
  fires: [
    [
      'before the decision no name is published',
      () =>
        given(...reviewed(JINING))
          .when('publishDisclosure', { ...text, text: '某某化工涉嫌违法' })
          .thenRefused({ rule: 'OGI-16', missing: ['problem-1 的处理决定'] }),
    ],
    [
      'nor where nothing was found',
      () =>
        given(...determinedCase({ finding: 'noViolation' }))
          .when('publishDisclosure', { ...text, title: '对某某化工的检查' })
          .thenRefused({ rule: 'OGI-16' }),
    ],
    [
      'nor by way of a correction',
      () =>
        given(...reviewed(JINING), published())
          .when('correctDisclosure', { disclosureId: 'disclosure-1', reason: '补充', title: '某某化工', text: '违法', correctedAt: NOON })
          .thenRefused({ rule: 'OGI-16' }),
    ],
  ],
  passes: [
    [
      'counts are',
      () =>
        given(...reviewed(JINING))
          .when('publishDisclosure', { ...text, text: '检查1家，发现问题1个' })
          .then('DisclosurePublished'),
    ],
    [
      'after it the name is',
      () =>
        given(...decided(JINING))
          .when('publishDisclosure', { ...text, text: '某某化工被罚款' })
          .then('DisclosurePublished')
          .thenRestsOn('OGI-16'),
    ],
  ],
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheckDigit = (body: string): string =>
  `${body}${'10X98765432'.charAt([...body].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11)}`;
const identity = fc
  .record({
    area: fc.integer({ min: 110000, max: 659004 }),
    born: fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
    no: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, born, no }) =>
    withCheckDigit(`${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(no).padStart(3, '0')}`),
  );
const around = fc.stringMatching(/^[一-鿿，。A-Za-z]{0,12}$/);

byRule('OGI-15', {
  fires: [
    [
      'an identity number is found wherever it stands, spaced or not',
      () =>
        fc.assert(
          fc.property(around, identity, around, fc.boolean(), (before, number, after, spaced) => {
            const written = spaced ? `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}` : number;

            return holdsIdentityNumber(`${before}${written}${after}`);
          }),
        ),
    ],
    [
      'and keeps a text from the public',
      () =>
        given(...decided(JINING))
          .when('publishDisclosure', { ...text, text: '孙四（11010519491231002X）被罚款' })
          .thenRefused({ rule: 'OGI-15' }),
    ],
    [
      'and from a report upward',
      () =>
        given(...determinedCase())
          .when('reportTypicalCase', { ...fraudCase, summary: '孙四11010519491231002X' })
          .thenRefused({ rule: 'OGI-15' }),
    ],
  ],
  passes: [
    [
      'a name is published',
      () =>
        given(...decided(JINING))
          .when('publishDisclosure', { ...text, text: '责任人孙四' })
          .then('DisclosurePublished'),
    ],
    [
      'credit codes, document numbers and other digits are none',
      () =>
        fc.assert(
          fc.property(fc.stringMatching(/^\d{1,17}$/), (digits) => {
            expect(holdsIdentityNumber(digits)).toBe(false);
            expect(holdsIdentityNumber('91370800MA3C00001M')).toBe(false);
            expect(holdsIdentityNumber('济环罚〔2024〕1号，罚款250000.50元')).toBe(false);
          }),
        ),
    ],
  ],
});
