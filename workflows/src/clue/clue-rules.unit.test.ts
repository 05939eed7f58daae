import {
  acceptedCase,
  clueAccepted,
  clueReceived,
  clueTransferred,
  ENFORCEMENT,
  feedbackGiven,
  MONITORING,
  problemFound,
} from '../testing/facts';
import { byRule } from '../testing/by-rule';
import { dutiesIn, isOwed } from '../testing/duties';
import { BEIJING, CHANGCHUN, given, JINING, LANZHOU } from '../testing/given';

const JILIN = '220200';
const MARKET = { organisation: '济宁市市场监督管理局', function: 'marketRegulator', jurisdiction: JINING } as const;
const DISCIPLINE = { organisation: '济宁市纪委监委', function: 'disciplineInspection', jurisdiction: JINING } as const;
const hand = { problemIds: ['problem-1'], to: ENFORCEMENT, materials: ['监测报告'], fraud: false, verified: false };
const one = { clueId: 'clue-1' };
const returned = { type: 'ClueReturned', payload: { clueId: 'clue-1', reason: '材料不全', to: MONITORING } } as const;
const monitoring = { as: 'monitoringUnit' } as const;

byRule('R-005', {
  fires: [
    [
      'the receiver owes feedback from the acceptance on',
      () => {
        expect(isOwed('clueFeedback/clue-1', 'case', ...acceptedCase())).toBe(true);
        given(...acceptedCase())
          .when('giveFeedback', { ...one, to: 'monitoringUnit', content: '已立案' })
          .then('FeedbackGiven')
          .thenRestsOn('R-005');
      },
    ],
    [
      'the sender of a merged clue is owed it as well',
      () => {
        const merged = { type: 'ClueMerged', payload: { clueId: 'clue-2', into: 'clue-1', reason: '同一事项' } } as const;
        const second = [clueTransferred({ clueId: 'clue-2' }), { type: 'ClueReceived', payload: { clueId: 'clue-2' } }] as const;
        expect(isOwed('clueFeedback/clue-2', 'case', ...acceptedCase(), ...second, merged)).toBe(true);
        given(...acceptedCase(), ...second, merged)
          .when('giveFeedback', { clueId: 'clue-2', to: 'monitoringUnit', content: '并案' })
          .then('FeedbackGiven');
      },
    ],
  ],
  passes: [
    [
      'nothing is owed once feedback was given',
      () => {
        expect(isOwed('clueFeedback/clue-1', 'case', ...acceptedCase(), feedbackGiven)).toBe(false);
      },
    ],
    [
      'elsewhere the procedure itself speaks',
      () => {
        given(problemFound({ jurisdiction: BEIJING }), clueTransferred())
          .when('acceptClue', one)
          .thenOutOfTurn('W-01');
      },
    ],
  ],
});

byRule('R-054', {
  fires: [
    [
      'a fraud clue that is not verified does not leave the authority in Jilin',
      () => {
        given(problemFound({ jurisdiction: JILIN }))
          .when('transferClue', { ...hand, fraud: true, to: MARKET })
          .thenRefused({ rule: 'R-054', missing: ['查实认定'], weighty: true });
      },
    ],
    [
      'a verified one goes to the bodies that the place names, and to no other',
      () => {
        given(problemFound({ jurisdiction: JILIN }))
          .when('transferClue', { ...hand, fraud: true, verified: true, to: DISCIPLINE })
          .thenRefused({ rule: 'R-054', zh: '纪检', missing: ['市场监督管理部门', '公安机关'], weighty: true });
      },
    ],
  ],
  passes: [
    [
      'a verified one goes to the local market regulator',
      () => {
        given(problemFound({ jurisdiction: JILIN }))
          .when('transferClue', { ...hand, fraud: true, verified: true, to: MARKET })
          .then('ClueTransferred')
          .thenRestsOn('R-054');
      },
    ],
    [
      'Changchun adds the procuratorate',
      () => {
        const to = { organisation: '长春市人民检察院', function: 'procuratorate', jurisdiction: CHANGCHUN };
        given(problemFound({ jurisdiction: CHANGCHUN }))
          .when('transferClue', { ...hand, fraud: true, verified: true, to })
          .then('ClueTransferred');
      },
    ],
    [
      'it is not asked in Beijing',
      () => {
        given(problemFound({ jurisdiction: BEIJING }))
          .when('transferClue', { ...hand, fraud: true, to: DISCIPLINE })
          .then('ClueTransferred')
          .thenDoesNotRestOn('R-054');
      },
    ],
  ],
});

byRule('R-055', {
  fires: [
    [
      'Jining lets it go to the market regulator or the police only',
      () => {
        given(problemFound())
          .when('transferClue', { ...hand, fraud: true, verified: true, to: DISCIPLINE })
          .thenRefused({ rule: 'R-055', missing: ['市场监督管理部门', '公安机关'] });
        given(problemFound())
          .when('transferClue', { ...hand, fraud: true, to: MARKET })
          .thenRefused({ rule: 'R-055', missing: ['查实认定'] });
      },
    ],
  ],
  passes: [
    [
      'verified, it goes to the market regulator, who answers by the same handshake',
      () => {
        const to = { fraud: true, verified: true, to: MARKET } as const;
        given(problemFound())
          .when('transferClue', { ...hand, ...to })
          .then('ClueTransferred');
        given(problemFound(), clueTransferred(to)).when('receiveClue', one, { as: 'marketRegulator' }).then('ClueReceived');
        given(problemFound(), clueTransferred(to), clueReceived).when('acceptClue', one, { as: 'marketRegulator' }).then('ClueAccepted');
        given(problemFound(), clueTransferred(to), clueReceived, clueAccepted)
          .when('giveFeedback', { ...one, to: 'monitoringUnit', content: '已立案' }, { as: 'marketRegulator' })
          .then('FeedbackGiven');
        given(problemFound(), clueTransferred(to), clueReceived)
          .when('acceptClue', one)
          .thenRefused({ rule: 'W-01', code: 'NOT_COMPETENT' });
      },
    ],
    [
      'a clue that is not about fraud goes to anybody who can answer',
      () => {
        given(problemFound())
          .when('transferClue', { ...hand, to: DISCIPLINE })
          .then('ClueTransferred');
        given(problemFound())
          .when('transferClue', { ...hand, to: { ...ENFORCEMENT, function: 'dischargingEntity' } })
          .thenRefused({ rule: 'W-01', code: 'INVALID_INPUT' });
      },
    ],
  ],
});

byRule('W-01', {
  fires: [
    [
      'a clock runs on each side of a hand-off',
      () => {
        const sent = dutiesIn('case', { ...clueTransferred(), as: 'monitoringUnit' });
        expect(sent.get('clueOutstanding/clue-1')).toMatchObject({ owedBy: 'monitoringUnit', status: 'open' });
        expect(sent.get('clueReceipt/clue-1')).toMatchObject({ owedBy: 'enforcementAgency', status: 'open' });
        expect(isOwed('clueOutstanding/clue-1', 'case', clueTransferred(), clueReceived)).toBe(true);
      },
    ],
    [
      'a returned clue is the sender’s again',
      () => {
        expect(dutiesIn('case', clueTransferred(), clueReceived, returned).get('returnedClue/clue-1')).toMatchObject({
          owedBy: 'monitoringUnit',
          status: 'open',
        });
        given(problemFound(), clueTransferred(), clueReceived, returned)
          .when('settleReturnedClue', { ...one, reason: '证据不足，不再移交' }, { as: 'enforcementAgency' })
          .thenRefused({ rule: 'W-01', code: 'NOT_COMPETENT' });
      },
    ],
  ],
  passes: [
    [
      'both are done when it is accepted',
      () => {
        const after = dutiesIn('case', clueTransferred(), clueReceived, clueAccepted);
        expect([...after.values()].filter((each) => each.status === 'open').map((each) => each.kind)).not.toContain('clueOutstanding');
      },
    ],
    [
      'handed over again, the new clue names the old one, which is settled',
      () => {
        given(problemFound(), clueTransferred(), clueReceived, returned)
          .when('transferClue', { ...hand, after: 'clue-1', note: '补正材料' }, monitoring)
          .then('ClueTransferred', 'ClueReturnSettled');
        given(problemFound(), clueTransferred(), clueReceived)
          .when('transferClue', { ...hand, after: 'clue-1' }, monitoring)
          .thenRefused({ rule: 'W-01', code: 'UNKNOWN_ID' });
      },
    ],
    [
      'the sender lets it rest, or takes an unanswered one back',
      () => {
        given(problemFound(), clueTransferred(), clueReceived, returned)
          .when('settleReturnedClue', { ...one, reason: '不再移交' }, monitoring)
          .then('ClueReturnSettled');
        given(problemFound(), clueTransferred())
          .when('withdrawClue', { ...one, reason: '误发' }, monitoring)
          .then('ClueWithdrawn');
        given(...acceptedCase())
          .when('withdrawClue', { ...one, reason: '误发' }, monitoring)
          .thenOutOfTurn('R-005');
      },
    ],
  ],
});

byRule('W-05', {
  fires: [
    [
      'a clue merges into another one that the same unit has in hand',
      () => {
        given(problemFound(), clueTransferred(), clueReceived)
          .when('mergeClue', { ...one, into: 'clue-1', reason: '同一事项' })
          .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID' });
      },
    ],
  ],
  passes: [
    [
      'its problems go on under the other one',
      () => {
        const second = [
          problemFound({ problemId: 'problem-2' }),
          clueTransferred({ clueId: 'clue-2', problemIds: ['problem-2'] }),
          { type: 'ClueReceived', payload: { clueId: 'clue-2' } },
        ] as const;
        given(...acceptedCase(), ...second)
          .when('mergeClue', { clueId: 'clue-2', into: 'clue-1', reason: '同一事项' })
          .then('ClueMerged');
      },
    ],
  ],
});

const competent = { competence: true, to: { ...ENFORCEMENT, organisation: '济南市生态环境局', jurisdiction: '370100' } } as const;
const given2 = [problemFound(), clueTransferred(competent), clueReceived] as const;
const there = { of: '370100' } as const;
const dispute = { ...one, kind: 'wrongOrgan', grounds: '排放口不在本市', superior: '山东省生态环境厅', superiorJurisdiction: '370000' };
const disputed = {
  type: 'CompetenceDisputed',
  payload: {
    clueId: 'clue-1',
    kind: 'wrongOrgan',
    grounds: '排放口不在本市',
    negotiation: null,
    superior: '山东省生态环境厅',
    jurisdiction: '370000',
  },
} as const;
const designation = { ...one, to: { ...ENFORCEMENT, organisation: '泰安市生态环境局', jurisdiction: '370900' }, reasons: '便于调查' };
const designated = { type: 'CompetenceDesignated', payload: { clueId: 'clue-1', to: competent.to, docNo: null, reasons: '属地' } } as const;

byRule('MEP-16', {
  fires: [
    [
      'who was given a matter by competence neither returns it nor transfers it on',
      () => {
        given(...given2)
          .when('returnClue', { ...one, reason: '不归我管' }, there)
          .thenRefused({ rule: 'MEP-16', missing: ['报请指定管辖'] });
        given(...given2, clueAccepted)
          .when('transferClue', { ...hand, competence: true, to: designation.to }, { ...there, as: 'enforcementAgency' })
          .thenRefused({ rule: 'MEP-16', zh: '不得再自行移送', weighty: true });
      },
    ],
    [
      'the one who is asked is the common superior, and owes the designation',
      () => {
        given(...given2)
          .when('disputeCompetence', { ...dispute, superiorJurisdiction: '370800' }, there)
          .thenRefused({ rule: 'MEP-16', missing: ['共同的上级机关'] });
        expect(dutiesIn('case', ...given2, { ...disputed, of: '370100' }).get('competenceDesignation/clue-1')).toMatchObject({
          owedBy: 'authorityHead',
          jurisdiction: '370000',
        });
      },
    ],
  ],
  passes: [
    [
      'a dispute goes to the province',
      () => {
        given(...given2)
          .when('disputeCompetence', dispute, there)
          .thenRecorded(disputed);
      },
    ],
    [
      'an ordinary clue is returned with its reason',
      () => {
        given(problemFound(), clueTransferred(), clueReceived)
          .when('returnClue', { ...one, reason: '材料不全' })
          .thenRecorded(returned);
      },
    ],
    [
      'the sender itself may transfer again, and nothing bars a matter of before the measure',
      () => {
        given(...given2)
          .when('transferClue', { ...hand, competence: true, to: designation.to }, { as: 'enforcementAgency', of: JINING })
          .then('ClueTransferred');
        given(...given2)
          .when('returnClue', { ...one, reason: '不归我管' }, { ...there, at: '2023-06-30T09:00:00+08:00' })
          .then('ClueReturned');
      },
    ],
  ],
});

byRule('MEP-14', {
  fires: [
    [
      'several competent authorities try to agree before they ask',
      () => {
        given(...given2)
          .when('disputeCompetence', { ...dispute, kind: 'bothCompetent' }, there)
          .thenRefused({ rule: 'MEP-14', missing: ['协商情况'] });
      },
    ],
  ],
  passes: [
    [
      'having tried, they ask',
      () => {
        given(...given2)
          .when('disputeCompetence', { ...dispute, kind: 'bothCompetent', negotiation: '两次协商未果' }, there)
          .then('CompetenceDisputed');
      },
    ],
  ],
});

byRule('MEP-15', {
  fires: [
    [
      'nobody but the common superior designates',
      () => {
        given(...given2, disputed)
          .when('designateCompetence', designation, { of: '370100' })
          .thenRefused({ rule: 'MEP-15', code: 'NOT_COMPETENT', weighty: true });
      },
    ],
    [
      'a designation is not disputed, and not returned',
      () => {
        given(...given2, disputed, designated, clueReceived)
          .when('disputeCompetence', dispute, there)
          .thenRefused({ rule: 'MEP-15', weighty: true });
        given(...given2, disputed, designated, clueReceived)
          .when('returnClue', { ...one, reason: '不归我管' }, there)
          .thenRefused({ rule: 'MEP-16', zh: '指定管辖' });
      },
    ],
  ],
  passes: [
    [
      'the province designates a third city, which then answers',
      () => {
        given(...given2, disputed)
          .when('designateCompetence', designation, { of: '370000' })
          .then('CompetenceDesignated');
        given(...given2, disputed, {
          type: 'CompetenceDesignated',
          payload: { ...designation, to: { ...designation.to, function: 'enforcementAgency' }, docNo: null },
        })
          .when('receiveClue', one, { of: '370900' })
          .then('ClueReceived');
      },
    ],
    [
      'or of its own motion',
      () => {
        given(...given2)
          .when('designateCompetence', designation, { of: '370000' })
          .then('CompetenceDesignated');
      },
    ],
  ],
});

const machine = { system: '自行监测数据校核平台', rule: '同批次数据重复度模型 2.1', ranAt: '2024-08-01T03:00:00+08:00' };

byRule('R-065', {
  fires: [
    [
      'a clue from an AI check is marked as machine-made and off-site',
      () => {
        const outcome = given(problemFound({ machine })).when('transferClue', hand).then('ClueTransferred').thenRestsOn('R-065');
        expect(outcome.events[0]?.payload).toMatchObject({ machineMade: true, offSite: true });
      },
    ],
    [
      'and so is one from the screening of automatic data',
      () => {
        const outcome = given(problemFound({ source: 'automaticData', suspicionIds: ['plant.1-s1'] })).when('transferClue', hand);
        expect(outcome.events[0]?.payload).toMatchObject({ machineMade: true, offSite: true });
      },
    ],
  ],
  passes: [
    [
      'a clue that people found bears no such mark',
      () => {
        expect(given(problemFound()).when('transferClue', hand).events[0]?.payload).not.toHaveProperty('machineMade');
      },
    ],
    [
      'the rule is not cited in Gansu',
      () => {
        given(problemFound({ jurisdiction: LANZHOU, machine }))
          .when('transferClue', hand)
          .thenDoesNotRestOn('R-065');
      },
    ],
  ],
});
