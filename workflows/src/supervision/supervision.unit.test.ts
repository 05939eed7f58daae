import { tracesOf, type SupervisionEvent } from '..';
import { byRule } from '../testing/by-rule';
import { owedUnder } from '../testing/owed-under';
import { CHANGCHUN, given, JINING, LANZHOU, recorded } from '../testing/given';

type Finding = Extract<SupervisionEvent, { type: 'SupervisionFindingRecorded' }>['payload'];

const IN_2018 = '2018-06-01T09:00:00+08:00';
const opened = (jurisdiction: string) =>
  ({ type: 'SupervisionOpened', payload: { subject: '某市', jurisdiction, plan: '按季', nextOn: '2018-07-01' } }) as const;
const round = {
  type: 'SupervisionRoundHeld',
  payload: { roundId: 'round-1', dueOn: '2018-07-01', heldOn: '2018-06-30', summary: '已督查', nextOn: '2018-10-01' },
} as const;
const finding = (over: Partial<Finding> = {}) =>
  ({
    type: 'SupervisionFindingRecorded',
    payload: { findingId: 'finding-1', kind: 'failureOfDuty', unit: '某县', facts: '未查处', serious: false, ...over },
  }) as const;
const interview = {
  findingIds: ['finding-1'],
  interviewee: { name: '吴某', organisation: '某县', post: '县长' },
  by: '市政府',
  heldOn: '2018-06-20',
  ordered: '查处并整改',
  dueOn: '2018-08-01',
};
const held = { type: 'PublicInterviewHeld', payload: { interviewId: 'interview-1', ...interview } } as const;
const carriedOut = { type: 'InterviewOrderCarriedOut', payload: { interviewId: 'interview-1', result: '已整改' } } as const;
const bulletin = { kind: 'circulatedCriticism', issuedOn: '2018-06-20', findingIds: ['finding-1'], content: '通报' };
const duty = (dueOn: string) =>
  ({ type: 'DutyListed', payload: { dutyId: 'duty-1', unit: '某区', duty: '建立档案', responsible: '郑某', dueOn } }) as const;
const done = {
  type: 'DutyCarriedOut',
  payload: { dutyId: 'duty-1', unit: '某区', doneOn: '2024-08-20', proof: '见附件', late: false },
} as const;
const GANSU = { kind: 'supervision', in: LANZHOU } as const;
const HERE = { kind: 'supervision', in: CHANGCHUN } as const;
const gansu = (...facts: readonly SupervisionEvent[]) => facts.map((fact) => ({ ...fact, at: IN_2018 }));

const traces = (event: SupervisionEvent, of: string) => tracesOf(recorded(event, 0, { kind: 'supervision', of }));

byRule('R-160', {
  fires: [
    [
      'the next round is owed by its day',
      () => {
        expect(owedUnder('R-160', GANSU, ...gansu(opened(LANZHOU)))).toEqual(['supervisionRound:2018-07-01']);
        expect(owedUnder('R-160', GANSU, ...gansu(opened(LANZHOU), round))).toEqual(['supervisionRound:2018-10-01']);
      },
    ],
    [
      'its findings are recorded',
      () =>
        given(opened(LANZHOU))
          .when('recordSupervisionFinding', { kind: 'coverUp', unit: '某县', facts: '瞒报', serious: true }, { at: IN_2018 })
          .then('SupervisionFindingRecorded')
          .thenRestsOn('R-160'),
    ],
  ],
  passes: [['elsewhere no round is owed', () => expect(owedUnder('R-160', HERE, opened(CHANGCHUN))).toEqual([])]],
});

byRule('R-161', {
  fires: [
    [
      'criticism and interview without such a finding are refused in Gansu',
      () => {
        given(opened(LANZHOU), finding({ kind: 'other' }))
          .when('issueBulletin', bulletin, { at: IN_2018 })
          .thenRefused({ rule: 'R-161' });
        given(opened(LANZHOU), finding({ kind: 'other' }))
          .when('holdPublicInterview', interview, { at: IN_2018 })
          .thenRefused({ rule: 'R-161', missing: ['督查发现'] });
      },
    ],
    [
      'what an interview ordered is owed',
      () => expect(owedUnder('R-161', GANSU, ...gansu(opened(LANZHOU), finding(), held))).toEqual(['interviewOrderGansu:interview-1']),
    ],
  ],
  passes: [
    [
      'with failure of duty, cover-up or fraud on file they stand',
      () =>
        (['failureOfDuty', 'coverUp', 'dataFraud'] as const).forEach((kind) => {
          given(opened(LANZHOU), finding({ kind }))
            .when('issueBulletin', bulletin, { at: IN_2018 })
            .then('BulletinIssued')
            .thenRestsOn('R-161');
          given(opened(LANZHOU), finding({ kind })).when('holdPublicInterview', interview, { at: IN_2018 }).then('PublicInterviewHeld');
        }),
    ],
    [
      'carried out it is owed no longer',
      () => expect(owedUnder('R-161', GANSU, ...gansu(opened(LANZHOU), finding(), held, carriedOut))).toEqual([]),
    ],
  ],
});

byRule('R-154', {
  fires: [
    [
      'a public interview without a finding that fraud stands out is remarked upon',
      () => given(opened(CHANGCHUN), finding()).when('holdPublicInterview', interview).thenWarned('R-154'),
    ],
    [
      'handling and rectification that it ordered are owed',
      () => expect(owedUnder('R-154', HERE, opened(CHANGCHUN), held)).toEqual(['interviewOrder:interview-1']),
    ],
  ],
  passes: [
    [
      'where fraud stands out it is recorded with what was ordered',
      () =>
        given(opened(CHANGCHUN), finding({ kind: 'fraudStandsOut' }))
          .when('holdPublicInterview', interview)
          .thenRecorded(held)
          .thenRestsOn('R-154'),
    ],
    ['carried out it is owed no longer', () => expect(owedUnder('R-154', HERE, opened(CHANGCHUN), held, carriedOut)).toEqual([])],
  ],
});

byRule('R-163', {
  fires: [
    [
      'a duty of the list is owed by its timetable',
      () => expect(owedUnder('R-163', HERE, opened(CHANGCHUN), duty('2024-09-30'))).toEqual(['listedDuty:duty-1']),
    ],
    [
      'a bulletin counts open and late duties itself, per unit',
      () => {
        const issue = { kind: 'supervision', issuedOn: '2024-08-30', findingIds: [], content: '通报' };
        const late = given(opened(CHANGCHUN), duty('2024-08-29')).when('issueBulletin', issue).events[0]?.payload;
        const open = given(opened(CHANGCHUN), duty('2024-08-30')).when('issueBulletin', issue).events[0]?.payload;

        expect(late).toMatchObject({ open: [], late: [{ dutyId: 'duty-1', unit: '某区' }] });
        expect(open).toMatchObject({ open: [{ dutyId: 'duty-1', unit: '某区' }], late: [] });
        expect(traces({ type: 'BulletinIssued', payload: late } as SupervisionEvent, CHANGCHUN)).toMatchObject([
          { trace: 'listedDuties', whom: { kind: 'unit', name: '某区' }, tags: { listedDuty: 'late' } },
        ]);
        expect(traces(done, CHANGCHUN)).toMatchObject([{ tags: { listedDuty: 'done' } }]);
      },
    ],
  ],
  passes: [
    ['done it is owed no longer', () => expect(owedUnder('R-163', HERE, opened(CHANGCHUN), duty('2024-09-30'), done)).toEqual([])],
    ['elsewhere it leaves no trace', () => expect(traces(done, JINING)).toEqual([])],
  ],
});

describe('a file of supervision', () => {
  it('is opened once, and its findings are its own', () => {
    const first = { subject: '某市', jurisdiction: CHANGCHUN, plan: '按季', nextOn: '2024-10-01' };
    given().when('openSupervision', first).then('SupervisionOpened');
    given(opened(CHANGCHUN)).when('openSupervision', first).thenOutOfTurn('W-02');
    given(opened(CHANGCHUN))
      .when('issueBulletin', { ...bulletin, findingIds: ['finding-9'] })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', cites: '' });
    given().when('listDuty', { unit: 'x', duty: 'y', responsible: 'z', dueOn: '2024-09-01' }).thenOutOfTurn('W-02');
  });

  it('tells whether a duty was done in time', () => {
    given(opened(CHANGCHUN), duty('2024-08-10'))
      .when('carryOutDuty', { dutyId: 'duty-1', doneOn: '2024-08-20', proof: '见附件' })
      .thenRecorded({ ...done, payload: { ...done.payload, late: true } });
    given(opened(CHANGCHUN), duty('2024-08-20'))
      .when('carryOutDuty', { dutyId: 'duty-1', doneOn: '2024-08-20', proof: '见附件' })
      .thenRecorded(done);
  });
});
