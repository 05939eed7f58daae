import { byRule } from '../testing/by-rule';
import { interferenceRecorded, LAB, labCertified, outletRegistered, partyRegistered } from '../testing/facts';
import { CHANGCHUN, given, JINING, type Circumstances, type Fact } from '../testing/given';
import { happened, owedAfter, tied } from '../testing/traces';
import { evolveObligation, INTERFERENCE_KINDS, touches, type SelfMonitoringEvent } from '..';

const plant = (jurisdiction = CHANGCHUN, permitNo: string | null = '91220100') =>
  [partyRegistered({ jurisdiction, permitNo }), outletRegistered()] as const;
const signed = {
  sampler: { person: 'li', name: '李一' },
  analyst: { person: 'wang', name: '王二' },
  reviewer: { person: 'chen', name: '陈七' },
  signatory: { person: 'sun', name: '孙八' },
};
const work = { equipment: ['YQ-12'], samples: ['1'], referenceMaterial: ['GSB'], method: '重铬酸盐法', conditions: '满负荷' };
const values = [{ pollutant: 'w01018', value: '40.5', unit: 'mg/L', limit: '50' }];
const result = (over: object = {}) => ({
  outletId: 'plant.1',
  reportNo: 'ZX-1',
  issuedOn: '2024-08-20',
  sampledAt: '2024-08-10T09:30:00+08:00',
  standard: 'HJ 828-2017',
  labId: 'lab',
  ...signed,
  values,
  work,
  ...over,
});

const recorded = (over: Partial<Extract<SelfMonitoringEvent, { type: 'SelfMonitoringResultRecorded' }>['payload']> = {}) =>
  ({
    type: 'SelfMonitoringResultRecorded',
    payload: {
      resultId: 'result-1',
      outletId: 'plant.1',
      reportNo: 'ZX-1',
      issuedOn: '2024-08-20',
      sampledAt: '2024-08-10T09:30:00+08:00',
      standard: 'HJ 828-2017',
      entity: { id: 'plant', name: '某某化工' },
      lab: { id: 'lab', name: '某某检测', head: null },
      ...signed,
      values,
      work,
      permitHolder: true,
      jurisdiction: CHANGCHUN,
      ...over,
    },
  }) as const;
const published = {
  type: 'SelfMonitoringPublished',
  payload: { resultId: 'result-1', platform: '全国排污许可证管理信息平台', reference: null, publishedAt: '2024-08-27T09:00:00+08:00' },
} as const;

const record = (over: object = {}, history: readonly Fact[] = plant(), more: Circumstances = {}) =>
  given(...history).when('recordSelfMonitoringResult', result(over), { subject: 'plant', parties: { lab: LAB }, ...more });

byRule('R-020', {
  fires: [
    [
      'the entity is tied to the truth of its result, whoever did the work',
      () => {
        for (const lab of [recorded().payload.lab, null]) {
          expect(tied(recorded({ lab }), 'party-plant')).toContain('selfMonitoredEntity dischargingEntity 某某化工');
        }
        record().thenRecorded(recorded()).thenRestsOn('R-020');
      },
    ],
  ],
  passes: [
    [
      'in Jining it is not this rule that says so',
      () => {
        expect(tied(recorded(), 'party-plant', JINING)).toEqual([]);
      },
    ],
  ],
});

byRule('R-034', {
  fires: [
    [
      'the client for the supervision and the lab for the monitoring, both',
      () => {
        expect(tied(recorded(), 'party-plant')).toEqual(
          expect.arrayContaining(['clientAndLab client 某某化工', 'clientAndLab lab 某某检测']),
        );
      },
    ],
    [
      'a party that is its own commissioned lab is none',
      () => {
        record({ labId: 'plant' }, plant('110000'), { parties: { plant: LAB } }).thenRefused({ rule: 'W-61', code: 'INVALID_INPUT' });
        record({ labId: 'plant' }, plant(), { parties: { plant: LAB } }).thenRefused({
          rule: 'W-61',
          code: 'INVALID_INPUT',
          zh: '既是被监测单位又是监测机构',
        });
      },
    ],
  ],
  passes: [
    [
      'an entity that did the work itself answers alone',
      () => {
        expect(tied(recorded({ lab: null }), 'party-plant').filter((tie) => tie.startsWith('clientAndLab'))).toEqual([]);
        record({ labId: undefined }).thenRecorded(recorded({ lab: null }));
      },
    ],
  ],
});

byRule('R-021', {
  fires: [
    [
      'a permit holder in Jining publishes within five working days after the report was issued',
      () => {
        const event = happened(recorded({ jurisdiction: JINING }), 'party-plant', JINING);
        const [id = ''] = touches(event).map((touch) => touch.id);
        // 20 August 2024 is a Tuesday: 21, 22, 23, 26, 27.
        expect(evolveObligation(undefined, event, id)).toMatchObject({
          rule: 'R-021',
          owedBy: 'dischargingEntity',
          due: { due: '2024-08-27' },
        });
      },
    ],
  ],
  passes: [
    [
      'published it is no longer owed, and without a permit it never was',
      () => {
        const { reference: _reference, ...input } = published.payload;
        given(...plant(JINING), recorded())
          .when('publishSelfMonitoring', input)
          .thenRecorded(published)
          .thenRestsOn('R-021');
        given(...plant(JINING), recorded(), published)
          .when('publishSelfMonitoring', input)
          .thenOutOfTurn('W-02');
        expect(owedAfter('party-plant', [recorded({ jurisdiction: JINING }), published], JINING)).toEqual([]);
        expect(owedAfter('party-plant', [recorded({ permitHolder: false, jurisdiction: JINING })], JINING)).toEqual([]);
        record({}, plant(JINING, null)).thenRecorded(recorded({ permitHolder: false, jurisdiction: JINING }));
      },
    ],
  ],
});

const check = { from: '2021-01-01', to: '2023-12-31', state: 'missing' } as const;

byRule('R-025', {
  fires: [
    [
      'raw records of a key entity that are missing or broken are a finding',
      () => {
        given(...plant())
          .when('checkRawRecords', check)
          .thenWarned('R-025');
        given(...plant())
          .when('checkRawRecords', { ...check, state: 'broken' })
          .thenWarned('R-025');
      },
    ],
  ],
  passes: [
    [
      'with the finding, of complete records, or of another entity than a key one',
      () => {
        given(...plant())
          .when('checkRawRecords', { ...check, finding: '2022年采样记录缺失' })
          .thenRecorded({
            type: 'RawRecordsChecked',
            payload: { ...check, checkId: 'check-1', finding: '2022年采样记录缺失', caseId: null },
          })
          .thenRestsOn('R-025');
        given(...plant())
          .when('checkRawRecords', { ...check, state: 'complete' })
          .thenWarned();
        given(partyRegistered({ keyEntity: false, jurisdiction: CHANGCHUN }))
          .when('checkRawRecords', check)
          .thenWarned();
      },
    ],
  ],
});

byRule('MON-26', {
  fires: [
    [
      'what is older than five years is not missed',
      () => {
        given(...plant(JINING))
          .when('checkRawRecords', { ...check, from: '2019-01-01', to: '2021-02-28' }, { at: '2026-03-01T09:00:00+08:00' })
          .thenRefused({ rule: 'MON-26', missing: ['2021-03-01以后的期间'] });
      },
    ],
  ],
  passes: [
    [
      'of the last five years it is',
      () => {
        given(...plant(JINING))
          .when('checkRawRecords', { ...check, from: '2019-01-01', to: '2021-03-01' }, { at: '2026-03-01T09:00:00+08:00' })
          .then('RawRecordsChecked')
          .thenRestsOn('MON-26');
      },
    ],
  ],
});

byRule('R-035', {
  fires: [
    [
      'an entity that leans on its lab is an interference of its own kind',
      () => {
        expect(Object.keys(INTERFERENCE_KINDS)).toContain('clientOnLab');
        const {
          caseId: _case,
          intermediary: _by,
          ...leaned
        } = interferenceRecorded({ kind: 'clientOnLab', jurisdiction: CHANGCHUN }).payload;
        given().when('recordInterference', leaned, { in: CHANGCHUN }).then('InterferenceRecorded').thenRestsOn('R-035');
      },
    ],
  ],
  passes: [
    [
      'elsewhere the record does not rest on it',
      () => {
        const { caseId: _case, intermediary: _by, ...leaned } = interferenceRecorded({ kind: 'clientOnLab' }).payload;
        given().when('recordInterference', leaned).thenDoesNotRestOn('R-035');
      },
    ],
  ],
});

const request = { about: '2024年7月自动监测数据', doubt: '恒值', dueOn: '2024-09-10' };
const requested = {
  type: 'SelfProofRequested',
  payload: { ...request, proofId: 'proof-1', caseId: null, jurisdiction: CHANGCHUN },
} as const;
const answered = { type: 'SelfProofAnswered', payload: { proofId: 'proof-1', answer: '见谱图', papers: [] } } as const;
const assessed = { type: 'SelfProofAssessed', payload: { proofId: 'proof-1', result: 'notProved', reasons: '谱图与数据不符' } } as const;

byRule('R-036', {
  fires: [
    [
      'request, answer and result are each on record, one after the other',
      () => {
        given(...plant())
          .when('requestSelfProof', request)
          .thenRecorded(requested)
          .thenRestsOn('R-036');
        given(...plant(), requested)
          .when('answerSelfProof', { proofId: 'proof-1', answer: '见谱图' })
          .thenRecorded(answered);
        given(...plant(), requested, answered)
          .when('assessSelfProof', assessed.payload)
          .thenRecorded(assessed);
      },
    ],
    [
      'the proof is owed by its day, then its assessment',
      () => {
        expect(owedAfter('party-plant', [requested])).toEqual(['selfProof proof-1']);
        expect(owedAfter('party-plant', [requested, answered])).toEqual(['selfProofAssessment proof-1']);
        expect(owedAfter('party-plant', [{ ...requested, payload: { ...requested.payload, dueOn: null } }])).toEqual(['selfProof proof-1']);
      },
    ],
  ],
  passes: [
    [
      'assessed, nothing is owed and nothing more is answered',
      () => {
        expect(owedAfter('party-plant', [requested, answered, assessed])).toEqual([]);
        given(...plant(), requested, answered, assessed)
          .when('answerSelfProof', { proofId: 'proof-1', answer: '再见谱图' })
          .thenOutOfTurn('W-02');
      },
    ],
  ],
});

byRule('R-037', {
  fires: [
    [
      'a result without its standard is no evidence',
      () => {
        record({ standard: undefined }).thenWarned('R-037');
      },
    ],
  ],
  passes: [
    [
      'with it, it is',
      () => {
        record().thenWarned().thenRestsOn('R-037');
        record({ standard: undefined }, plant(JINING)).thenWarned();
      },
    ],
  ],
});

describe('a result of self-monitoring', () => {
  it('is of an outlet and from a lab of the register', () => {
    record({ outletId: 'plant.9' }).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'plant.9' });
    record({}, plant(), { parties: {} }).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID', zh: 'lab' });
  });

  it('is refused from a lab without a certificate on the day, and of a person who is barred', () => {
    const late = [LAB[0], labCertified({ validFrom: '2024-08-15' })];
    record({}, plant(), { parties: { lab: late } }).thenWarned('R-109');
    const chen = [
      { type: 'PersonRegistered', payload: { name: '陈七', jurisdiction: CHANGCHUN } },
      {
        type: 'PractitionerBanned',
        payload: {
          banId: 'ban-1',
          orderedBy: '长春市生态环境局',
          docNo: null,
          ground: 'crime',
          legalBasis: '判决',
          from: '2020-01-01',
          until: null,
          reasons: '犯罪',
        },
      },
    ] as const;
    record({}, plant(), { persons: { chen } }).thenWarned('R-122');
  });
});
