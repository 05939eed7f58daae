import type { PartySupervisionEvent } from '..';
import { byRule } from '../testing/by-rule';
import { dutiesIn, isOwed } from '../testing/duties';
import { partyRegistered } from '../testing/facts';
import { BEIJING, CHANGCHUN, given, JINING, LANZHOU } from '../testing/given';

const JILIN = '220200';
const plantIn = (jurisdiction: string) => partyRegistered({ jurisdiction });
const here = { subject: 'plant' } as const;
const plan = {
  object: 'permit',
  documentNo: '91220101X001P',
  shortcomings: ['缺少总氮'],
  permitNeed: 'reapply',
  verifiedOn: '2024-05-06',
} as const;
const verified: PartySupervisionEvent = {
  type: 'SelfMonitoringPlanVerified',
  payload: { findingId: 'finding-1', ...plan, conforms: false },
};

byRule('R-007', {
  fires: [
    [
      'in Jilin the plan in the permit is verified, and the verification recorded',
      () => {
        given(plantIn(JILIN)).when('verifySelfMonitoringPlan', plan, here).thenRecorded(verified).thenRestsOn('R-007');
      },
    ],
    [
      'not the one in an application',
      () => {
        given(plantIn(JILIN))
          .when('verifySelfMonitoringPlan', { ...plan, object: 'application' }, here)
          .thenRefused({ rule: 'R-007', missing: ['排污许可证中的自行监测方案'] });
      },
    ],
  ],
  passes: [
    [
      'it is no rule of Jining',
      () => {
        given(plantIn(JINING))
          .when('verifySelfMonitoringPlan', { ...plan, object: 'application' }, here)
          .thenDoesNotRestOn('R-007');
      },
    ],
  ],
});

byRule('R-008', {
  fires: [
    [
      'in Jining the plan in the application is verified, before the permit is issued',
      () => {
        given(plantIn(JINING))
          .when('verifySelfMonitoringPlan', plan, here)
          .thenRefused({ rule: 'R-008', missing: ['排污许可证申请材料中的自行监测方案'] });
        given(plantIn(JINING))
          .when('verifySelfMonitoringPlan', { ...plan, object: 'application', permitIssuedOn: '2024-05-06' }, here)
          .thenRefused({ rule: 'R-008', zh: '核发前' });
      },
    ],
  ],
  passes: [
    [
      'then it is recorded',
      () => {
        given(plantIn(JINING))
          .when('verifySelfMonitoringPlan', { ...plan, object: 'application', permitIssuedOn: '2024-05-07' }, here)
          .then('SelfMonitoringPlanVerified')
          .thenRestsOn('R-008');
        given(plantIn(BEIJING)).when('verifySelfMonitoringPlan', plan, here).then('SelfMonitoringPlanVerified').thenDoesNotRestOn('R-008');
      },
    ],
  ],
});

const spot = {
  kind: 'quality',
  checkedOn: '2024-06-01',
  doneAsRequired: false,
  problems: ['频次不足'],
  result: '未按频次监测',
  permitNeed: 'none',
} as const;
const spotChecked: PartySupervisionEvent = {
  type: 'SelfMonitoringSpotChecked',
  payload: { findingId: 'finding-1', ...spot, enforcementUnit: null },
};

byRule('R-009', {
  fires: [
    [
      'a spot check of self-monitoring quality is recorded',
      () => {
        given(plantIn(JILIN)).when('spotCheckSelfMonitoring', spot, here).thenRecorded(spotChecked).thenRestsOn('R-009');
      },
    ],
    [
      'a part in a check of the enforcement agency names the agency',
      () => {
        given(plantIn(JILIN))
          .when('spotCheckSelfMonitoring', { ...spot, kind: 'partInExecutionCheck' }, here)
          .thenRefused({ rule: 'R-009', missing: ['执法机构名称'] });
      },
    ],
  ],
  passes: [
    [
      'named, it is recorded',
      () => {
        given(plantIn(JILIN))
          .when('spotCheckSelfMonitoring', { ...spot, kind: 'partInExecutionCheck', enforcementUnit: '执法支队' }, here)
          .then('SelfMonitoringSpotChecked');
      },
    ],
    [
      'elsewhere it is not asked',
      () => {
        given(plantIn(LANZHOU))
          .when('spotCheckSelfMonitoring', { ...spot, kind: 'partInExecutionCheck' }, here)
          .then('SelfMonitoringSpotChecked')
          .thenDoesNotRestOn('R-009');
      },
    ],
  ],
});

const monitoring = { as: 'monitoringUnit', of: JILIN } as const;
const sent = (to: 'permitDepartment' | 'enforcementAgency') =>
  ({ type: 'SupervisionFindingSent', payload: { findingId: 'finding-1', to, content: '见核查表' }, ...monitoring }) as const;

byRule('R-011', {
  fires: [
    [
      'what a verification finds wrong is owed to both',
      () => {
        const history = [{ ...plantIn(JILIN), ...monitoring }, { ...verified, ...monitoring }, sent('permitDepartment')] as const;
        expect(isOwed('findingToPermitDepartment/finding-1', 'party', ...history)).toBe(false);
        expect(isOwed('findingToEnforcement/finding-1', 'party', ...history)).toBe(true);
        given(plantIn(JILIN), verified)
          .when('sendSupervisionFinding', { findingId: 'finding-1', to: 'enforcementAgency', content: '见核查表' }, here)
          .then('SupervisionFindingSent')
          .thenRestsOn('R-011');
      },
    ],
  ],
  passes: [
    [
      'a plan without shortcomings is owed to nobody',
      () => {
        const fine = {
          type: 'SelfMonitoringPlanVerified',
          payload: { ...verified.payload, shortcomings: [], conforms: true },
          ...monitoring,
        } as never;
        expect(dutiesIn('party', fine).has('findingToEnforcement/finding-1')).toBe(false);
      },
    ],
  ],
});

byRule('R-066', {
  fires: [
    [
      'self-monitoring not done is a clue owed to the enforcement agency',
      () => {
        expect(isOwed('selfMonitoringNotDone/finding-1', 'party', { ...spotChecked, ...monitoring })).toBe(true);
        expect(isOwed('selfMonitoringNotDone/finding-1', 'party', { ...spotChecked, ...monitoring }, sent('enforcementAgency'))).toBe(
          false,
        );
      },
    ],
  ],
  passes: [
    [
      'done as required, it is none',
      () => {
        const done = {
          type: 'SelfMonitoringSpotChecked',
          payload: { ...spotChecked.payload, doneAsRequired: true },
          ...monitoring,
        } as never;
        expect(isOwed('selfMonitoringNotDone/finding-1', 'party', done)).toBe(false);
      },
    ],
  ],
});

const demanded: PartySupervisionEvent = {
  type: 'PermitApplicationDemanded',
  payload: { demandId: 'demand-1', findingId: 'finding-1', need: 'reapply', ground: '合规性核查', dueOn: '2024-06-30' },
};
const permit = { as: 'permitDepartment', of: JILIN } as const;

byRule('R-012', {
  fires: [
    [
      'a finding that touches the permit is owed a demand, and the demand an application',
      () => {
        expect(dutiesIn('party', { ...verified, ...monitoring }).get('permitDemand/finding-1')).toMatchObject({
          owedBy: 'permitDepartment',
          status: 'open',
        });
        const after = dutiesIn('party', { ...verified, ...monitoring }, { ...demanded, ...permit });
        expect(after.get('permitDemand/finding-1')).toMatchObject({ status: 'discharged' });
        expect(after.get('permitApplication/demand-1')).toMatchObject({
          owedBy: 'dischargingEntity',
          status: 'open',
          due: { due: '2024-06-30' },
        });
      },
    ],
    [
      'the permit department sends it on a finding of this party',
      () => {
        const { demandId: _id, ...demand } = demanded.payload;
        given(plantIn(JILIN), verified).when('demandPermitApplication', demand, here).thenRecorded(demanded).thenRestsOn('R-012');
        given(plantIn(JILIN)).when('demandPermitApplication', demand, here).thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
      },
    ],
  ],
  passes: [
    [
      'the application in, nothing is owed, and none can come in twice',
      () => {
        const received = {
          type: 'PermitApplicationReceived',
          payload: { demandId: 'demand-1', applicationNo: 'S-1', receivedOn: '2024-06-20' },
          ...permit,
        } as const;
        expect(isOwed('permitApplication/demand-1', 'party', { ...demanded, ...permit }, received)).toBe(false);
        given(plantIn(JILIN), verified, demanded).when('recordPermitApplication', received.payload, here).then('PermitApplicationReceived');
        given(plantIn(JILIN), verified, demanded, { type: 'PermitApplicationReceived', payload: received.payload })
          .when('recordPermitApplication', received.payload, here)
          .thenOutOfTurn('R-012');
      },
    ],
    [
      'a finding that leaves the permit alone opens no demand',
      () => {
        expect(isOwed('permitDemand/finding-1', 'party', { ...spotChecked, ...monitoring })).toBe(false);
      },
    ],
  ],
});

const PLATFORM = '山东省社会生态环境监测机构监测质量管理信息服务平台';
const suspicion = { platform: PLATFORM, reference: 'YS-2024-17', content: '同一时段两地采样' };
const suspected: PartySupervisionEvent = { type: 'LabSuspicionRecorded', payload: { suspicionId: 'suspicion-1', ...suspicion } };
const check = {
  occasion: 'labSuspicion',
  suspicionIds: ['suspicion-1'],
  checkedOn: '2024-07-01',
  alone: false,
  jointWith: ['济宁市市场监督管理局'],
  process: '采样定位与记录不符',
  sampleKeeping: '样品已弃置',
  analysis: '无原始谱图',
  fraudVerified: true,
};

byRule('R-056', {
  fires: [
    [
      'a check looks at process, sample keeping and analysis',
      () => {
        const { sampleKeeping: _keeping, analysis: _analysis, ...partial } = check;
        given(plantIn(JINING), suspected)
          .when('recordMonitoringCheck', partial, here)
          .thenRefused({ rule: 'R-056', missing: ['样品保存的检查情况', '分析化验的检查情况'] });
      },
    ],
    [
      'and says whether it was made alone or with whom',
      () => {
        given(plantIn(JILIN), suspected)
          .when('recordMonitoringCheck', { ...check, jointWith: [] }, here)
          .thenRefused({ rule: 'R-056', missing: ['单独开展，或者会同开展的部门'] });
        given(plantIn(JILIN), suspected)
          .when('recordMonitoringCheck', { ...check, alone: true }, here)
          .thenRefused({ rule: 'R-056' });
      },
    ],
  ],
  passes: [
    [
      'whole, it is recorded, made alone or jointly',
      () => {
        given(plantIn(JINING), suspected).when('recordMonitoringCheck', check, here).then('MonitoringCheckRecorded').thenRestsOn('R-056');
        given(plantIn(JINING), suspected)
          .when('recordMonitoringCheck', { ...check, alone: true, jointWith: [] }, here)
          .then('MonitoringCheckRecorded');
      },
    ],
    [
      'in Gansu it is not asked',
      () => {
        given(plantIn(LANZHOU), suspected)
          .when('recordMonitoringCheck', { ...check, jointWith: [] }, here)
          .then('MonitoringCheckRecorded');
      },
    ],
  ],
});

byRule('R-057', {
  fires: [
    [
      'a suspicion bears the platform of the place and its reference, and a check is owed',
      () => {
        given(plantIn(JINING)).when('recordLabSuspicion', suspicion, here).thenRecorded(suspected).thenRestsOn('R-057');
        expect(isOwed('labCheck/suspicion-1', 'party', suspected)).toBe(true);
      },
    ],
    [
      'that of another province is refused',
      () => {
        given(plantIn(JILIN))
          .when('recordLabSuspicion', suspicion, here)
          .thenRefused({ rule: 'R-057', missing: ['吉林省社会化环境监测机构管理平台'] });
      },
    ],
  ],
  passes: [
    [
      'the check closes it, and answers only what is on record',
      () => {
        expect(
          isOwed('labCheck/suspicion-1', 'party', suspected, {
            type: 'MonitoringCheckRecorded',
            payload: { checkId: 'check-1', ...check } as never,
          }),
        ).toBe(false);
        given(plantIn(JINING)).when('recordMonitoringCheck', check, here).thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
      },
    ],
    [
      'where no platform is named any is taken',
      () => {
        given(plantIn(CHANGCHUN))
          .when('recordLabSuspicion', { ...suspicion, platform: '某平台' }, { ...here, at: '2022-01-04T09:00:00+08:00' })
          .then('LabSuspicionRecorded');
      },
    ],
  ],
});

byRule('R-071', {
  fires: [
    [
      'one of the four criteria makes an entity high priority, by a person and with reasons',
      () => {
        given(plantIn(JINING))
          .when('classifyPriority', { highPriority: true, criteria: ['strongComplaints'], reasons: '年内投诉23件' }, here)
          .then('PriorityClassified')
          .thenRestsOn('R-071');
      },
    ],
    [
      'nothing else does, and a criterion is not passed over',
      () => {
        given(plantIn(JINING))
          .when('classifyPriority', { highPriority: true, criteria: [], reasons: '直觉' }, here)
          .thenRefused({ rule: 'R-071' });
        given(plantIn(JILIN))
          .when('classifyPriority', { highPriority: false, criteria: ['highRisk'], reasons: '已整改' }, here)
          .thenRefused({ rule: 'R-071', zh: '环境风险高' });
      },
    ],
  ],
  passes: [
    [
      'without a criterion it is ordinary',
      () => {
        given(plantIn(JINING))
          .when('classifyPriority', { highPriority: false, criteria: [], reasons: '稳定达标' }, here)
          .then('PriorityClassified');
      },
    ],
    [
      'no rule of Gansu',
      () => {
        given(plantIn(LANZHOU))
          .when('classifyPriority', { highPriority: true, criteria: [], reasons: '重点行业' }, here)
          .then('PriorityClassified')
          .thenDoesNotRestOn('R-071');
      },
    ],
  ],
});

describe('an affiliation', () => {
  it('ties two parties of the register', () => {
    const tie = { otherId: 'lab', nature: '同一实际控制人' };
    given(plantIn(JINING))
      .when('recordAffiliation', tie, { ...here, parties: { lab: [partyRegistered()] } })
      .thenRecorded({ type: 'AffiliationRecorded', payload: tie });
    given(plantIn(JINING)).when('recordAffiliation', tie, here).thenRefused({ rule: 'W-06', code: 'UNKNOWN_ID' });
  });
});
