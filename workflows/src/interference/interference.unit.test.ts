import { given } from '../testing/given';
import { interferenceRecorded } from '../testing/facts';

const { caseId: _case, intermediary: _via, official, ...record } = interferenceRecorded().payload;
const found = { type: 'InterferenceFoundTrue', payload: { finding: '属实' } } as const;

describe('recording an interference', () => {
  it('needs nobody but the person who was leaned on', () => {
    given()
      .when('recordInterference', { ...record, official })
      .thenRecorded(interferenceRecorded());
    given()
      .when('recordInterference', { ...record, official }, { in: '220100', as: 'monitoringUnit' })
      .thenRestsOn('R-148', 'R-149', 'R-150')
      .thenWarned();
  });

  it('keeps an official whose person id is not known', () => {
    const { person: _person, ...unknown } = official;
    given()
      .when('recordInterference', { ...record, official: unknown })
      .thenRecorded(interferenceRecorded({ official: { ...official, person: null } }));
  });

  it('is not recorded over an earlier record', () => {
    given(interferenceRecorded())
      .when('recordInterference', { ...record, official })
      .thenOutOfTurn('W-02', '已存在');
  });

  it('takes no moment that does not exist and no unknown form', () => {
    given()
      .when('recordInterference', { ...record, official, happenedAt: '2024-08-28 09:00', form: 'wink' })
      .thenInvalid('form', 'happenedAt');
  });
});

describe('ruling on an interference', () => {
  const recorded = { ...interferenceRecorded(), by: 'li' };

  it('finds it true or untrue, once', () => {
    given(recorded).when('findInterferenceTrue', { finding: '属实' }, { by: 'auditor' }).thenRecorded(found).thenRestsOn('W-03');
    given(recorded).when('findInterferenceUntrue', { finding: '查无实据' }, { by: 'auditor' }).then('InterferenceFoundUntrue');
    given(recorded, found).when('findInterferenceUntrue', { finding: '反悔' }, { by: 'auditor' }).thenOutOfTurn('W-02');
    given().when('findInterferenceTrue', { finding: '属实' }, { by: 'auditor' }).thenOutOfTurn('W-02');
  });

  const ACCOUNTED = { action: '诫勉', decidedBy: '纪委', outcome: '已执行' };
  const RULINGS = [
    ['findInterferenceTrue', { finding: '属实' }, [recorded], 'InterferenceFoundTrue'],
    ['findInterferenceUntrue', { finding: '不实' }, [recorded], 'InterferenceFoundUntrue'],
    ['recordAccountability', ACCOUNTED, [recorded, found], 'AccountabilityActionRecorded'],
  ] as const;

  it.each(RULINGS)('by %s is not for who made the record', (act, input, history) => {
    given(...history)
      .when(act, input, { by: 'li' })
      .thenRefused({ rule: 'W-03', zh: '记录人', weighty: true });
  });

  const suppressed = {
    type: 'RecordingSuppressed',
    payload: {
      suppressionId: 'suppression-1',
      leader: { person: 'chief', name: '赵局', organisation: '某局', post: '局长' },
      told: { person: 'wang', name: '王五' },
      content: '这事别记',
    },
  } as const;
  const silent = {
    type: 'NonRecordingFound',
    payload: { nonRecordingId: 'nonRecording-1', person: { person: 'mute', name: '某' }, kind: 'hidden', finding: '在场而未记录' },
  } as const;

  it.each(RULINGS)(
    'by %s is not for whom it names: who leaned, who told others to be silent, who was silent',
    (act, input, history, event) => {
      for (const by of ['boss', 'chief', 'mute']) {
        given(...history, suppressed, silent)
          .when(act, input, { by })
          .thenRefused({ rule: 'W-16', code: 'UNKNOWN_ID', weighty: true, cites: '' });
      }
      given(...history, suppressed, silent)
        .when(act, input, { by: 'wang' })
        .then(event);
    },
  );

  it('leads to accountability only when it was found true, and then as often as there is some', () => {
    const action = { action: '诫勉', decidedBy: '纪委', outcome: '已执行' };
    given(recorded).when('recordAccountability', action, { by: 'auditor' }).thenOutOfTurn('W-02');
    given(recorded, found)
      .when('recordAccountability', action, { by: 'auditor' })
      .thenRecorded({ type: 'AccountabilityActionRecorded', payload: action });
    given(recorded, found, { type: 'AccountabilityActionRecorded', payload: action })
      .when('recordAccountability', action, { by: 'auditor' })
      .then('AccountabilityActionRecorded');
    given(recorded, { type: 'InterferenceFoundUntrue', payload: { finding: '不实' } })
      .when('recordAccountability', action, { by: 'auditor' })
      .thenOutOfTurn('W-02');
  });
});
