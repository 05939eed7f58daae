import { byRule } from '../testing/by-rule';
import { dutiesAfter } from '../testing/duties';
import { determinedCase, feedbackGiven, rectificationConfirmed, rectificationOrdered, rectificationReported } from '../testing/facts';
import { BEIJING, CHANGCHUN, given } from '../testing/given';

const JILIN = '220200';

const byDate = {
  problemIds: ['problem-1'],
  partyId: 'plant',
  mode: 'byDate',
  demand: '恢复设施运行',
  dueOn: '2024-09-30',
  plan: '整改方案',
};
const registers = {
  parties: {
    plant: [
      {
        type: 'PartyRegistered',
        payload: {
          name: '某某化工',
          kind: 'dischargingEntity',
          creditCode: '9144030071526726XG',
          jurisdiction: JILIN,
          address: '园区1号',
          legalRepresentative: '周六',
          keyEntity: true,
          keyPermitManagement: true,
          permitNo: null,
        },
      },
    ],
  },
} as const;

const general = (jurisdiction: string) => determinedCase({ finding: 'generalProblem', violationClass: null }, { jurisdiction });

byRule('R-127', {
  fires: [
    [
      'a general problem in Jilin that is not put right at once needs the reason',
      () =>
        given(...general(JILIN))
          .when('orderRectification', byDate, registers)
          .thenRefused({ rule: 'R-127', zh: '立整立改', missing: ['不能立整立改的理由'], cites: '吉环执法字' }),
    ],
    [
      'Changchun inherits it from Jilin',
      () =>
        given(...general(CHANGCHUN))
          .when('orderRectification', byDate, registers)
          .thenRefused({ rule: 'R-127' }),
    ],
  ],
  passes: [
    [
      'at once, it needs none',
      () =>
        given(...general(JILIN))
          .when('orderRectification', { ...byDate, mode: 'atOnce' }, registers)
          .then('RectificationOrdered'),
    ],
    [
      'a violation has its own date',
      () =>
        given(...determinedCase({}, { jurisdiction: JILIN }))
          .when('orderRectification', byDate, registers)
          .then('RectificationOrdered'),
    ],
    [
      'Beijing has no such rule',
      () =>
        given(...general(BEIJING))
          .when('orderRectification', byDate, registers)
          .then('RectificationOrdered'),
    ],
  ],
});

byRule('R-128', {
  fires: [
    [
      'a problem put right by a date has a plan, drawn up with the help of the authority',
      () =>
        given(...general(JILIN))
          .when('orderRectification', { ...byDate, reasonNotAtOnce: '须更换设备', plan: undefined }, registers)
          .thenRefused({ rule: 'R-128', missing: ['整改方案'] }),
    ],
  ],
  passes: [
    [
      'with its plan and its date it is ordered',
      () =>
        given(...general(JILIN))
          .when('orderRectification', { ...byDate, reasonNotAtOnce: '须更换设备' }, registers)
          .then('RectificationOrdered')
          .thenRestsOn('R-128'),
    ],
  ],
});

byRule('R-129', {
  fires: [
    [
      'a problem whose rectification nobody has confirmed stays on the ledger',
      () =>
        given(...general(JILIN), feedbackGiven, rectificationOrdered())
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已办' })
          .thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED', missing: ['B-2 problem-1：整改未完成或未经复核确认'] }),
    ],
  ],
  passes: [
    [
      'followed to its end it is struck off',
      () =>
        given(...general(JILIN), feedbackGiven, rectificationOrdered(), rectificationReported(), rectificationConfirmed)
          .when('strikeOffProblem', { problemId: 'problem-1', result: '已整改' })
          .then('ProblemStruckOff')
          .thenRestsOn('R-129'),
    ],
  ],
});

byRule('APL-28', {
  fires: [
    [
      'with the handling goes the order to correct, and the party owes it by its day',
      () => {
        given(...determinedCase())
          .when('orderRectification', { ...byDate, mode: 'atOnce' }, registers)
          .then('RectificationOrdered')
          .thenRestsOn('APL-28');
        expect(dutiesAfter([...determinedCase({}, { jurisdiction: BEIJING }), rectificationOrdered()], { of: BEIJING })).toMatchObject({
          rectification: { rule: 'APL-28', owedBy: 'dischargingEntity', status: 'open', due: { due: '2024-09-02' } },
        });
      },
    ],
  ],
  passes: [
    [
      'corrected, nothing is owed',
      () =>
        expect(
          dutiesAfter([...determinedCase({}, { jurisdiction: BEIJING }), rectificationOrdered(), rectificationReported()], { of: BEIJING }),
        ).toMatchObject({ rectification: { status: 'discharged' } }),
    ],
  ],
});
