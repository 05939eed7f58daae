import type { UnitEvent } from '..';
import { traceRules, tracesOf } from '..';
import { PLANT, problemFound } from '../testing/facts';
import { byRule } from '../testing/by-rule';
import { happened } from '../testing/duties';
import { BEIJING, CHANGCHUN, given, JINING } from '../testing/given';

const COUNTY = '370811';
const registered = (jurisdiction: string, name = '某某分局'): UnitEvent => ({ type: 'UnitRegistered', payload: { jurisdiction, name } });
const unit = { subject: COUNTY } as const;
const joined: UnitEvent = {
  type: 'CountyUnitModeSet',
  payload: { mode: 'bureauBrigadeStation', functions: ['monitoringUnit', 'enforcementAgency'], from: '2023-06-01' },
};

describe('registering a unit', () => {
  it('puts it under the code of its area, once', () => {
    given().when('registerUnit', { jurisdiction: COUNTY, name: '某某分局' }, unit).thenRecorded(registered(COUNTY));
    given()
      .when('registerUnit', { jurisdiction: COUNTY, name: '某某分局' }, { subject: JINING })
      .thenRefused({ rule: 'W-06', code: 'INVALID_INPUT' });
    given(registered(COUNTY)).when('registerUnit', { jurisdiction: COUNTY, name: '某某分局' }, unit).thenOutOfTurn('W-06', '已登记');
  });

  it('comes before everything else', () => {
    given()
      .when('adoptLinkageRules', { version: '1', title: '联动办法', adoptedOn: '2024-01-01' }, unit)
      .thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });
});

const activity = { kind: 'training', heldOn: '2024-05-10', topic: '自行监测执法检查', units: ['执法支队', '监测中心'] };

byRule('R-013', {
  fires: [
    [
      'a joint action or training is recorded with its day and the units that took part',
      () => {
        given(registered(COUNTY))
          .when('recordJointActivity', activity, unit)
          .thenRecorded({ type: 'JointActivityRecorded', payload: { activityId: 'activity-1', ...activity, kind: 'training' } })
          .thenRestsOn('R-013');
      },
    ],
    [
      'one unit alone is not joint',
      () => {
        given(registered(COUNTY))
          .when('recordJointActivity', { ...activity, units: ['执法支队', '执法支队'] }, unit)
          .thenRefused({ rule: 'R-013', missing: ['另一参加单位'] });
      },
    ],
  ],
  passes: [
    [
      'in Beijing nobody asks for two',
      () => {
        given(registered('110105'))
          .when('recordJointActivity', { ...activity, units: ['执法支队'] }, { subject: '110105' })
          .then('JointActivityRecorded')
          .thenDoesNotRestOn('R-013');
      },
    ],
  ],
});

const found = {
  title: '废水超标',
  source: 'enforcementMonitoring',
  partyId: 'plant',
  facts: '超标',
  foundAt: '2024-08-01T09:00:00+08:00',
};
const units = { [COUNTY]: [registered(COUNTY), joined] };
const parties = { plant: PLANT };

byRule('R-014', {
  fires: [
    [
      'the mode of a county unit is configured, and a joined one names its functions',
      () => {
        given(registered(COUNTY)).when('setCountyUnitMode', joined.payload, unit).thenRecorded(joined).thenRestsOn('R-014');
        given(registered(COUNTY))
          .when('setCountyUnitMode', { ...joined.payload, functions: ['enforcementAgency'] }, unit)
          .thenRefused({ rule: 'R-014', missing: ['至少两项职能'] });
        given(registered(JINING))
          .when('setCountyUnitMode', joined.payload, { subject: JINING })
          .thenRefused({ rule: 'R-014', zh: '县区级' });
      },
    ],
    [
      'a joined unit does not act in a function that it was not given',
      () => {
        given()
          .when('reportProblem', found, { as: 'permitDepartment', in: COUNTY, units, parties })
          .thenRefused({ rule: 'R-014', code: 'NOT_COMPETENT', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'it acts in one of its functions, and the event states in which',
      () => {
        given()
          .when('reportProblem', found, { as: 'monitoringUnit', in: COUNTY, units, parties })
          .then('ProblemFound')
          .thenRestsOn('R-014');
        const handed = given(problemFound({ jurisdiction: COUNTY })).when(
          'transferClue',
          {
            problemIds: ['problem-1'],
            to: { organisation: '某某分局', function: 'enforcementAgency', jurisdiction: COUNTY },
            materials: ['报告'],
            fraud: false,
            verified: false,
          },
          { as: 'monitoringUnit', units },
        );
        expect(handed.events[0]?.payload).toMatchObject({ from: { function: 'monitoringUnit' }, to: { function: 'enforcementAgency' } });
      },
    ],
    [
      'the city above it, a separate unit and another place are not bound',
      () => {
        given().when('reportProblem', found, { as: 'permitDepartment', in: COUNTY, of: JINING, units, parties }).then('ProblemFound');
        given()
          .when('reportProblem', found, {
            as: 'permitDepartment',
            in: BEIJING,
            units: { [BEIJING]: [registered(BEIJING), joined] },
            parties,
          })
          .then('ProblemFound');
      },
    ],
  ],
});

byRule('R-016', {
  fires: [
    [
      'each version of the linkage rules is kept, and a change bears a new one',
      () => {
        const rules = { version: '1', title: '联动办法', adoptedOn: '2024-01-01' };
        const adopted: UnitEvent = { type: 'LinkageRulesAdopted', payload: { ...rules, docNo: null } };
        given(registered(CHANGCHUN)).when('adoptLinkageRules', rules, { subject: CHANGCHUN }).thenRecorded(adopted).thenRestsOn('R-016');
        given(registered(CHANGCHUN), adopted)
          .when('adoptLinkageRules', rules, { subject: CHANGCHUN })
          .thenRefused({ rule: 'R-016', code: 'INVALID_INPUT' });
      },
    ],
  ],
  passes: [
    [
      'in Jining no text asks for it',
      () => {
        given(registered(JINING))
          .when('adoptLinkageRules', { version: '1', title: '联动办法', adoptedOn: '2024-01-01' }, { subject: JINING })
          .thenDoesNotRestOn('R-016');
      },
    ],
  ],
});

const milestone = { milestone: 'formedBy2023', reached: true, progress: '联动机制已运行', reportedOn: '2023-12-20' } as const;

byRule('R-018', {
  fires: [
    [
      'progress is counted by milestone',
      () => {
        given(registered(JINING)).when('reportMilestone', milestone, { subject: JINING }).then('MilestoneReported').thenRestsOn('R-018');
        const traces = tracesOf(happened({ type: 'MilestoneReported', payload: milestone }, 'unit'));
        expect(traces).toMatchObject([
          { trace: 'linkageMilestone', tags: { milestone: 'formedBy2023', reached: 'reached' }, basis: [{ rule: 'R-018' }] },
        ]);
      },
    ],
  ],
  passes: [
    [
      'where no text sets the milestones nothing is counted',
      () => {
        expect(tracesOf(happened({ type: 'MilestoneReported', payload: milestone, of: BEIJING }, 'unit'))).toEqual([]);
      },
    ],
  ],
});

const leader = { person: 'mayor', name: '郑八' };
const named = { body: 'government', organisation: '长春市人民政府', leader, post: '副市长', from: '2024-01-01' } as const;

byRule('R-153', {
  fires: [
    [
      'the unit names its responsible leader, who is tied to the duty',
      () => {
        given(registered(CHANGCHUN))
          .when('nameResponsibleLeader', named, { subject: CHANGCHUN })
          .then('ResponsibleLeaderNamed')
          .thenRestsOn('R-153');
        expect(tracesOf(happened({ type: 'ResponsibleLeaderNamed', payload: named, of: CHANGCHUN }, 'unit'))).toMatchObject([
          { whom: { kind: 'person', id: 'mayor' }, role: 'responsibleLeader', basis: [{ rule: 'R-153' }] },
        ]);
      },
    ],
  ],
  passes: [
    [
      'Jining has no such rule',
      () => {
        expect(tracesOf(happened({ type: 'ResponsibleLeaderNamed', payload: named }, 'unit'))).toEqual([]);
      },
    ],
  ],
});

const check = { checkedOn: '2024-06-01', scope: '长春市2024年上半年执法监测', result: '规范', shortcomings: ['采样记录不全'] };

byRule('R-074', {
  fires: [
    [
      'the province records its check with the result',
      () => {
        given(registered(CHANGCHUN))
          .when('recordQualityCheck', check, { subject: CHANGCHUN, of: '220000' })
          .thenRecorded({ type: 'MonitoringQualityChecked', payload: { checkId: 'check-1', ...check } })
          .thenRestsOn('R-074');
      },
    ],
    [
      'a city does not check itself in the place of the province',
      () => {
        given(registered(CHANGCHUN))
          .when('recordQualityCheck', check, { subject: CHANGCHUN })
          .thenRefused({ rule: 'R-074', weighty: true });
      },
    ],
  ],
  passes: [
    [
      'outside Jilin the city may record its own',
      () => {
        given(registered(JINING)).when('recordQualityCheck', check, { subject: JINING }).then('MonitoringQualityChecked');
      },
    ],
  ],
});

describe('the traces of a unit', () => {
  it('are among those that the engine knows', () => {
    expect(traceRules.map((rule) => rule.id)).toEqual(expect.arrayContaining(['linkageMilestone', 'leadershipResponsibility']));
  });
});
