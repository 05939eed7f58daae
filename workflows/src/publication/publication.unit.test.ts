import { byRule } from '../testing/by-rule';
import { dutiesAfter, owedUnder } from '../testing/owed-under';
import { CHANGCHUN, given, JINING, LANZHOU } from '../testing/given';

const IN_2018 = '2018-05-02T09:00:00+08:00';
const ledger = { unit: '市生态环境局', jurisdiction: LANZHOU, year: 2018 };
const opened = (jurisdiction: string) => ({ type: 'PublicationLedgerOpened', payload: { ...ledger, jurisdiction } }) as const;
const due = { type: 'QuarterlyDisclosureDue', payload: { quarter: '2018-Q2', dueOn: '2018-07-10' }, at: IN_2018 } as const;
const quarter = { quarter: '2018-Q2', problems: '3个', results: '均已处罚', channel: '门户网站', publishedOn: '2018-07-09' };
const published = { type: 'QuarterlyDisclosurePublished', payload: { ...quarter, url: null }, at: '2018-07-09T09:00:00+08:00' } as const;
const GANSU = { kind: 'publication', in: LANZHOU } as const;

byRule('R-168', {
  fires: [
    [
      'each quarter is owed by the 10th of the month after it',
      () => {
        expect(
          given()
            .when('openPublicationLedger', ledger, { in: LANZHOU, at: IN_2018 })
            .thenRestsOn('R-168')
            .events.slice(1)
            .map(({ payload }) => payload),
        ).toEqual([
          { quarter: '2018-Q1', dueOn: '2018-04-10' },
          { quarter: '2018-Q2', dueOn: '2018-07-10' },
          { quarter: '2018-Q3', dueOn: '2018-10-10' },
          { quarter: '2018-Q4', dueOn: '2019-01-10' },
        ]);
        expect(owedUnder('R-168', GANSU, opened(LANZHOU), due)).toEqual(['quarterlyDisclosure:2018-Q2']);
        expect(dutiesAfter(GANSU, opened(LANZHOU), due)[0]?.due?.due).toBe('2018-07-10');
      },
    ],
  ],
  passes: [
    ['published it is owed no longer', () => expect(owedUnder('R-168', GANSU, opened(LANZHOU), due, published)).toEqual([])],
    [
      'a quarter is published once',
      () => {
        given(opened(LANZHOU), due).when('publishQuarter', quarter, { at: IN_2018 }).then('QuarterlyDisclosurePublished');
        given(opened(LANZHOU), due, published).when('publishQuarter', quarter, { at: IN_2018 }).thenOutOfTurn('R-168');
      },
    ],
    [
      'elsewhere no quarter falls due',
      () =>
        given()
          .when('openPublicationLedger', { ...ledger, jurisdiction: JINING, year: 2024 }, { in: JINING })
          .then('PublicationLedgerOpened')
          .thenDoesNotRestOn('R-168'),
    ],
  ],
});

const data = { partyId: 'plant', platform: '全国排污许可证管理信息平台', period: '2024-08', reference: 'X-1', publishedOn: '2024-09-01' };

byRule('R-171', {
  fires: [
    [
      'automatic data on the national platform are recorded',
      () => given(opened(JINING)).when('publishAutomaticData', data).then('AutomaticDataPublished').thenRestsOn('R-171'),
    ],
  ],
  passes: [['elsewhere on no such rule', () => given(opened(LANZHOU)).when('publishAutomaticData', data).thenDoesNotRestOn('R-171')]],
});

const quality = { kind: 'environmentalQuality', title: '空气质量', channel: '网站', publishedOn: '2024-08-30' };
const major = { ...quality, kind: 'majorInformation' };

byRule('R-172', {
  fires: [
    [
      'a county branch, or another department with major information, is remarked upon',
      () => {
        given(opened(CHANGCHUN))
          .when('publishEnvironmentalInformation', quality, { as: 'authorityHead', of: '220102' })
          .thenWarned('R-172');
        given(opened(CHANGCHUN))
          .when('publishEnvironmentalInformation', { ...major, agreementNo: '函1号' }, { as: 'lineDepartment', of: CHANGCHUN })
          .thenWarned('R-172');
      },
    ],
  ],
  passes: [
    [
      'the municipal environmental department publishes both',
      () =>
        [quality, major].forEach((information) =>
          given(opened(CHANGCHUN))
            .when('publishEnvironmentalInformation', information, { as: 'authorityHead', of: CHANGCHUN })
            .thenWarned()
            .thenRestsOn('R-172'),
        ),
    ],
    [
      'elsewhere nobody asks',
      () => given(opened(LANZHOU)).when('publishEnvironmentalInformation', major, { as: 'lineDepartment' }).thenWarned(),
    ],
  ],
});

byRule('R-173', {
  fires: [
    [
      'another department without agreement or reference is remarked upon',
      () =>
        given(opened(CHANGCHUN))
          .when('publishEnvironmentalInformation', quality, { as: 'lineDepartment', of: CHANGCHUN })
          .thenWarned('R-173'),
    ],
  ],
  passes: [
    [
      'with either it stands',
      () => {
        given(opened(CHANGCHUN))
          .when('publishEnvironmentalInformation', { ...quality, agreementNo: '函1号' }, { as: 'lineDepartment', of: CHANGCHUN })
          .thenWarned()
          .thenRestsOn('R-173');
        given(opened(CHANGCHUN))
          .when('publishEnvironmentalInformation', { ...quality, reference: '市局8月公报' }, { as: 'lineDepartment', of: CHANGCHUN })
          .thenWarned();
      },
    ],
  ],
});
