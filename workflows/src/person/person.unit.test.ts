import { byRule } from '../testing/by-rule';
import { deviceRegistered, investigatedCase, outletRegistered, partyRegistered } from '../testing/facts';
import { CHANGCHUN, given, JINING } from '../testing/given';
import type { PersonEvent } from './events';

const registered = { type: 'PersonRegistered', payload: { name: '陈七', jurisdiction: CHANGCHUN } } as const;
const employed = {
  type: 'EmploymentRecorded',
  payload: { employmentId: 'employment-1', employerId: 'lab', employerName: '某某检测', post: '分析员', from: '2019-03-01' },
} as const;
const banned = (over: Partial<Extract<PersonEvent, { type: 'PractitionerBanned' }>['payload']> = {}) =>
  ({
    type: 'PractitionerBanned',
    payload: {
      banId: 'ban-1',
      orderedBy: '长春市生态环境局',
      docNo: '长环罚〔2024〕3号',
      ground: 'otherGround',
      legalBasis: '从业禁止制度',
      from: '2024-06-01',
      until: '2025-05-31',
      reasons: '参与伪造监测数据',
      ...over,
    },
  }) as const;

const LI = { person: 'li', name: '李一' };
const CHEN = { person: 'chen', name: '陈七' };

const report = (over: object = {}) => ({
  taskOrderNo: '任1号',
  records: { sampling: '采1', handOver: '交1', analysis: '析1' },
  reportNo: 'JC-1',
  issuedBy: '长春市生态环境监测中心',
  issuedOn: '2024-08-20',
  standard: 'HJ 828-2017',
  sampledAt: '2024-08-10T09:30:00+08:00',
  sampler: LI,
  analyst: CHEN,
  reviewer: LI,
  signatory: LI,
  values: [{ pollutant: 'w01018', value: '80.5', unit: 'mg/L', limit: '50' }],
  ...over,
});

const changchun = () => given(...investigatedCase({ jurisdiction: CHANGCHUN }));

describe('the file of a person', () => {
  it('is opened once, under the id that acts name the person by', () => {
    given().when('registerPerson', registered.payload).thenRecorded(registered).thenRestsOn('W-06');
    given(registered).when('registerPerson', registered.payload).thenOutOfTurn('W-06', '已登记');
    given().when('recordEmployment', { employerName: '某某检测', post: '分析员', from: '2019-03-01' }).thenRefused({
      rule: 'W-06',
      code: 'UNKNOWN_ID',
    });
  });

  it('keeps every employer, one after the other', () => {
    const ended = { employmentId: 'employment-1', to: '2023-12-31' };
    given(registered, employed)
      .when('endEmployment', ended)
      .thenRecorded({ type: 'EmploymentEnded', payload: { ...ended, reason: null } });
    given(registered, employed)
      .when('endEmployment', { ...ended, to: '2019-02-28' })
      .thenRefused({ rule: 'W-08', code: 'INVALID_INPUT' });
    given(registered, employed, { type: 'EmploymentEnded', payload: { ...ended, reason: null } })
      .when('endEmployment', ended)
      .thenOutOfTurn('W-02');
    given(registered, employed)
      .when('recordEmployment', { employerName: '另一检测', post: '审核', from: '2024-01-01' })
      .thenRecorded({
        type: 'EmploymentRecorded',
        payload: { employmentId: 'employment-2', employerId: null, employerName: '另一检测', post: '审核', from: '2024-01-01' },
      });
  });

  it('keeps work certificates', () => {
    const certificate = { certificateNo: 'SG-1', scope: '采样', issuer: '省站', validFrom: '2024-01-01', validTo: '2028-12-31' };
    given(registered).when('recordWorkCertificate', certificate).thenRecorded({ type: 'WorkCertificateRecorded', payload: certificate });
  });
});

byRule('R-122', {
  fires: [
    [
      'a person under a ban on the day of the work cannot be named in any role of it',
      () => {
        const persons = { chen: [registered, banned()] };
        for (const role of ['sampler', 'analyst', 'reviewer', 'signatory']) {
          changchun()
            .when('recordMonitoringReport', report({ analyst: LI, [role]: CHEN }), { persons })
            .thenWarned('R-122');
        }
      },
    ],
    [
      'nor kept as the one who keeps a device',
      () => {
        const { omProvider: _om, ...device } = deviceRegistered.payload;
        given(partyRegistered({ jurisdiction: CHANGCHUN }), outletRegistered())
          .when('registerDevice', { ...device, keeper: CHEN }, { subject: 'plant', persons: { chen: [registered, banned()] } })
          .thenWarned('R-122');
      },
    ],
    [
      'a ban for life never ends',
      () => {
        const persons = { chen: [registered, banned({ until: null, from: '2018-01-01' })] };
        changchun().when('recordMonitoringReport', report(), { persons }).thenWarned('R-122');
      },
    ],
  ],
  passes: [
    [
      'before it began, after it ended, once it was lifted, or where nobody was ever registered',
      () => {
        const lifted = {
          type: 'PractitionerBanLifted',
          payload: { banId: 'ban-1', by: '法院', on: '2024-07-01', reasons: '撤销' },
        } as const;
        const files = [
          [registered, banned({ from: '2024-08-11' })],
          [registered, banned({ until: '2024-08-09' })],
          [registered, banned(), lifted],
          [],
        ];
        for (const chen of files) changchun().when('recordMonitoringReport', report(), { persons: { chen } }).thenWarned();
      },
    ],
    [
      'in Jining the draft does not speak',
      () => {
        given(...investigatedCase({ jurisdiction: JINING }))
          .when('recordMonitoringReport', report(), { persons: { chen: [registered, banned()] } })
          .thenWarned();
      },
    ],
  ],
});

const ban = {
  orderedBy: '长春市生态环境局',
  ground: 'falsification',
  legalBasis: '生态环境监测条例第45条',
  from: '2026-03-01',
  until: '2031-02-28',
  reasons: '参与弄虚作假',
};
const in2026 = { at: '2026-03-01T09:00:00+08:00' };

byRule('MON-45', {
  fires: [
    [
      'since 2026 a banned person is refused everywhere',
      () => {
        given(...investigatedCase())
          .when('recordMonitoringReport', report({ sampledAt: '2026-02-01T09:00:00+08:00' }), {
            ...in2026,
            persons: { chen: [registered, banned({ until: null })] },
          })
          .thenRefused({ rule: 'MON-45', zh: '分析人员陈七', missing: ['未被禁止从业的分析人员'], weighty: true });
      },
    ],
    [
      'a ban lasts five years, ten where serious, and for a crime it is for life',
      () => {
        given(registered)
          .when('recordPractitionerBan', { ...ban, until: '2029-02-28' }, in2026)
          .thenRefused({ rule: 'MON-45', zh: '五年' });
        given(registered)
          .when('recordPractitionerBan', { ...ban, ground: 'seriousFalsification' }, in2026)
          .thenRefused({ rule: 'MON-45' });
        given(registered)
          .when('recordPractitionerBan', { ...ban, ground: 'crime' }, in2026)
          .thenRefused({ rule: 'MON-45', missing: ['终身禁止（不填截止日期）'] });
        const { until: _until, ...endless } = ban;
        given(registered).when('recordPractitionerBan', endless, in2026).thenRefused({ rule: 'MON-45' });
      },
    ],
  ],
  passes: [
    [
      'of the lawful length it is recorded with who ordered it',
      () => {
        const { until: _until, ...endless } = ban;
        given(registered)
          .when('recordPractitionerBan', ban, in2026)
          .thenRecorded({ type: 'PractitionerBanned', payload: { ...ban, ground: 'falsification', banId: 'ban-1', docNo: null } });
        given(registered)
          .when('recordPractitionerBan', { ...ban, until: '2031-03-01' }, in2026)
          .then('PractitionerBanned');
        given(registered)
          .when('recordPractitionerBan', { ...ban, ground: 'seriousFalsification', until: '2036-02-29' }, in2026)
          .then('PractitionerBanned');
        given(registered)
          .when('recordPractitionerBan', { ...endless, ground: 'crime' }, in2026)
          .then('PractitionerBanned');
        given(registered)
          .when('recordPractitionerBan', { ...ban, ground: 'otherGround', until: '2027-01-01' }, in2026)
          .then('PractitionerBanned');
      },
    ],
    [
      'before the regulation any length is recorded as it was ordered',
      () => {
        given(registered)
          .when('recordPractitionerBan', { ...ban, until: '2027-01-01' })
          .thenDoesNotRestOn('MON-45');
      },
    ],
    [
      'a lifted ban cannot be lifted again',
      () => {
        const lift = { banId: 'ban-1', by: '长春市人民政府', on: '2024-07-01', reasons: '复议撤销' };
        given(registered, banned()).when('liftPractitionerBan', lift).thenRecorded({ type: 'PractitionerBanLifted', payload: lift });
        given(registered, banned(), { type: 'PractitionerBanLifted', payload: lift })
          .when('liftPractitionerBan', lift)
          .thenOutOfTurn('W-02');
      },
    ],
  ],
});

byRule('W-08', {
  fires: [
    [
      'an employment does not end before it began',
      () =>
        given(registered, employed)
          .when('endEmployment', { employmentId: 'employment-1', to: '2019-02-28' })
          .thenRefused({ rule: 'W-08', code: 'INVALID_INPUT', missing: ['不早于2019-03-01的日期'] }),
    ],
  ],
  passes: [
    [
      'on the same day it may',
      () => given(registered, employed).when('endEmployment', { employmentId: 'employment-1', to: '2019-03-01' }).then('EmploymentEnded'),
    ],
  ],
});
