import { BEIJING, CHANGCHUN, given, JINING } from '../testing/given';
import {
  acceptedCase,
  clueAccepted,
  clueReceived,
  clueTransferred,
  determinedCase,
  ENFORCEMENT,
  MONITORING,
  problemFound,
  problemStruckOff,
} from '../testing/facts';

const POLICE = { organisation: '济宁市公安局', function: 'policeAuthority', jurisdiction: JINING } as const;
const hand = { problemIds: ['problem-1'], to: ENFORCEMENT, materials: ['监测报告'], fraud: false, verified: false };

describe('transferring a clue', () => {
  it('offers it in the name of the office that acts', () => {
    given(problemFound())
      .when('transferClue', hand, { as: 'monitoringUnit' })
      .thenRecorded(clueTransferred({ from: { organisation: '济宁市生态环境局', function: 'monitoringUnit', jurisdiction: JINING } }))
      .thenRestsOn('R-002', 'R-005', 'R-011', 'W-05');
  });

  it('is refused for problems that the case does not have', () => {
    given(problemFound())
      .when('transferClue', { ...hand, problemIds: ['problem-1', 'problem-2'] })
      .thenRefused({ rule: 'W-05', code: 'UNKNOWN_ID', zh: 'problem-2' });
  });

  it('is out of turn when every problem is struck off', () => {
    given(...determinedCase({ finding: 'noViolation' }), problemStruckOff)
      .when('transferClue', hand)
      .thenOutOfTurn('W-02');
  });

  it('takes no clue without material or without a problem', () => {
    given(problemFound())
      .when('transferClue', { ...hand, materials: [], problemIds: [] })
      .thenInvalid('problemIds', 'materials');
    given(problemFound())
      .when('transferClue', { ...hand, to: { ...ENFORCEMENT, jurisdiction: '3708' } })
      .thenInvalid('to.jurisdiction');
  });
});

describe('a clue of data fraud that is to leave the environmental authority', () => {
  const fraud = { ...hand, to: POLICE, fraud: true };

  it('is refused while it is not verified, by Jining in Jining and by Jilin in Jilin', () => {
    given(problemFound())
      .when('transferClue', fraud)
      .thenRefused({ rule: 'R-055', zh: '查实', missing: ['查实认定'], weighty: true, cites: '济环字〔2023〕16号' });
    given(problemFound({ jurisdiction: CHANGCHUN }))
      .when('transferClue', fraud)
      .thenRefused({ rule: 'R-054', missing: ['查实认定'], weighty: true, cites: '吉环监测字〔2023〕17号' });
  });

  it('goes once it is verified', () => {
    given(problemFound())
      .when('transferClue', { ...fraud, verified: true })
      .then('ClueTransferred')
      .thenRestsOn('R-055');
  });

  it('goes unverified within the authority, where neither text applies, and on the eve of the text', () => {
    given(problemFound())
      .when('transferClue', { ...fraud, to: ENFORCEMENT })
      .then('ClueTransferred');
    given(problemFound({ jurisdiction: BEIJING }))
      .when('transferClue', fraud)
      .then('ClueTransferred')
      .thenDoesNotRestOn('R-055');
    given(problemFound()).when('transferClue', fraud, { at: '2023-05-25T23:59:59+08:00' }).then('ClueTransferred');
    given(problemFound()).when('transferClue', fraud, { at: '2023-05-25T16:00:00Z' }).thenRefused({ rule: 'R-055' });
  });
});

describe('answering a clue', () => {
  const clue = { clueId: 'clue-1' };

  it('is receiving first, then accepting or returning', () => {
    given(problemFound(), clueTransferred()).when('receiveClue', clue).thenRecorded(clueReceived).thenRestsOn('R-005', 'W-01');
    given(problemFound(), clueTransferred(), clueReceived).when('acceptClue', clue).thenRecorded(clueAccepted);
    given(problemFound(), clueTransferred(), clueReceived)
      .when('returnClue', { ...clue, reason: '材料不全' })
      .thenRecorded({ type: 'ClueReturned', payload: { clueId: 'clue-1', reason: '材料不全', to: MONITORING } });
  });

  it('is refused out of turn, by the rule of the place', () => {
    given(problemFound()).when('receiveClue', clue).thenOutOfTurn('R-005', '签收');
    given(problemFound(), clueTransferred())
      .when('acceptClue', clue)
      .thenRefused({ rule: 'R-005', code: 'WRONG_STAGE', missing: ['线索签收'], weighty: false });
    given(problemFound({ jurisdiction: BEIJING }), clueTransferred())
      .when('acceptClue', clue)
      .thenOutOfTurn('W-01');
    given(...acceptedCase())
      .when('returnClue', { ...clue, reason: '晚了' })
      .thenOutOfTurn('R-005');
    given(problemFound(), clueTransferred()).when('receiveClue', { clueId: 'clue-2' }).thenOutOfTurn('R-005');
  });

  it('is for the unit it was offered to, by function and by area', () => {
    given(problemFound(), clueTransferred())
      .when('receiveClue', clue, { as: 'monitoringUnit' })
      .thenRefused({ rule: 'W-01', code: 'NOT_COMPETENT', zh: ENFORCEMENT.organisation, weighty: true });
    given(problemFound(), clueTransferred())
      .when('receiveClue', clue, { of: '370100' })
      .thenRefused({ rule: 'W-01', code: 'NOT_COMPETENT', weighty: true });
    given(problemFound(), clueTransferred()).when('receiveClue', clue, { of: '370000' }).then('ClueReceived');
  });
});

describe('feedback on a clue', () => {
  const told = { clueId: 'clue-1', to: 'monitoringUnit', content: '已立案' };

  it('goes to the sender or to the permit department, as often as there is news', () => {
    given(...acceptedCase())
      .when('giveFeedback', told)
      .thenRecorded({ type: 'FeedbackGiven', payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '已立案' } });
    given(...acceptedCase(), { type: 'FeedbackGiven', payload: { clueId: 'clue-1', to: 'monitoringUnit', content: '已立案' } })
      .when('giveFeedback', { ...told, to: 'permitDepartment' })
      .then('FeedbackGiven');
  });

  it('goes to nobody else', () => {
    given(...acceptedCase())
      .when('giveFeedback', { ...told, to: 'dischargingEntity' })
      .thenRefused({ rule: 'W-01', zh: '移交单位' });
  });

  it('is out of turn before the clue was accepted', () => {
    given(problemFound(), clueTransferred({ from: MONITORING }))
      .when('giveFeedback', told)
      .thenOutOfTurn('R-005');
  });
});
