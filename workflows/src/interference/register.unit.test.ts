import { ACTS, evolveInterference, initialInterference, type InterferenceFact } from '..';
import { byRule } from '../testing/by-rule';
import { owedUnder } from '../testing/owed-under';
import { interferenceRecorded, LI, paper, problemFound, WANG, ZHAO } from '../testing/facts';
import { BEIJING, CHANGCHUN, given } from '../testing/given';

const IN_CHANGCHUN = { in: CHANGCHUN } as const;
const { caseId: _case, intermediary: _via, ...said } = interferenceRecorded().payload;
const input = { ...said, jurisdiction: CHANGCHUN };
const record = { ...interferenceRecorded({ jurisdiction: CHANGCHUN }), by: 'li' };
const digest = `sha256:${'c'.repeat(64)}`;
const stored = {
  type: 'InterferenceMediumStored',
  payload: { itemId: 'medium-1', description: '录音笔', digest, keeper: LI, storedAt: '2024-08-28T10:00:00+08:00' },
} as const;
const foundTrue = { type: 'InterferenceFoundTrue', payload: { finding: '属实' } } as const;
const silence = {
  type: 'NonRecordingFound',
  payload: { nonRecordingId: 'nonRecording-1', person: WANG, kind: 'hidden', finding: '在场而未记录' },
} as const;
const serious = {
  type: 'SeriousConsequenceFound',
  payload: { nonRecordingId: 'nonRecording-1', consequence: '案件被压', reasons: '致污染持续' },
} as const;
const sanctioned = {
  type: 'NonRecordingSanctioned',
  payload: { nonRecordingId: 'nonRecording-1', criticismNo: '通1号', warningNo: '警1号', decidedBy: '市纪委', decidedOn: '2024-09-01' },
} as const;
const { payload: sanction } = sanctioned;
const suppressed = {
  type: 'RecordingSuppressed',
  payload: {
    suppressionId: 'suppression-1',
    leader: { person: 'chief', name: '赵局', organisation: '某局', post: '局长' },
    told: WANG,
    content: '这事别记',
  },
} as const;
const FORMS = ['writtenInstruction', 'officialLetter', 'oralOpinion', 'hint'] as const;
const KINDS = ['orderingFraud', 'obstructingEnforcement', 'influencingHandling', 'influencingAssessmentData'] as const;
const INTERFERENCE = { kind: 'interference', in: CHANGCHUN } as const;

byRule('R-148', {
  fires: [
    [
      'each of the four forms is recorded by whoever is leaned on',
      () =>
        FORMS.forEach((form) =>
          given()
            .when('recordInterference', { ...input, form }, { ...IN_CHANGCHUN, as: 'monitoringUnit' })
            .thenRestsOn('R-148'),
        ),
    ],
  ],
  passes: [
    [
      'a form that the text does not know is none',
      () =>
        given()
          .when('recordInterference', { ...input, form: 'wink' })
          .thenInvalid('form'),
    ],
    [
      'elsewhere a record is made all the same, and rests on no draft of Changchun',
      () => given().when('recordInterference', input, { in: BEIJING }).thenDoesNotRestOn('R-148'),
    ],
  ],
});

byRule('R-149', {
  fires: [
    [
      'the stored item has its digest and its keeper',
      () =>
        given(record)
          .when(
            'storeInterferenceMedium',
            { description: '录音笔', digest, keeper: LI, storedAt: '2024-08-28T10:00:00+08:00' },
            { by: 'li', as: 'monitoringUnit' },
          )
          .thenRecorded(stored)
          .thenRestsOn('R-149'),
    ],
    [
      'an item handed over under another digest is remarked upon',
      () =>
        given(record, stored)
          .when(
            'handOverInterferenceMedium',
            { itemId: 'medium-1', to: ZHAO, digest: `sha256:${'d'.repeat(64)}`, reason: '调取' },
            { by: 'li' },
          )
          .thenWarned('R-149'),
    ],
  ],
  passes: [
    [
      'each hand-over tells from whom to whom',
      () =>
        given(record, stored)
          .when('handOverInterferenceMedium', { itemId: 'medium-1', to: ZHAO, digest, reason: '调取' }, { by: 'li' })
          .thenRecorded({
            type: 'InterferenceMediumHandedOver',
            payload: { itemId: 'medium-1', from: LI, to: ZHAO, digest, reason: '调取' },
          }),
    ],
    [
      'an item that was never stored is not handed over',
      () =>
        given(record)
          .when('handOverInterferenceMedium', { itemId: 'medium-1', to: ZHAO, digest, reason: '调取' }, { by: 'li' })
          .thenOutOfTurn('R-149'),
    ],
  ],
});

byRule('R-150', {
  fires: [
    [
      'each of the four kinds is classified',
      () =>
        KINDS.forEach((kind) =>
          given()
            .when('recordInterference', { ...input, kind }, IN_CHANGCHUN)
            .thenRestsOn('R-150'),
        ),
    ],
  ],
  passes: [
    [
      'a client who leans on its lab stands apart',
      () =>
        given()
          .when('recordInterference', { ...input, kind: 'clientOnLab' }, IN_CHANGCHUN)
          .thenRestsOn('R-035')
          .thenDoesNotRestOn('R-150'),
    ],
  ],
});

byRule('R-035', {
  fires: [
    [
      'interference of a client with its lab is a kind of its own',
      () =>
        given()
          .when('recordInterference', { ...input, kind: 'clientOnLab' }, IN_CHANGCHUN)
          .thenRestsOn('R-035'),
    ],
  ],
  passes: [
    [
      'interference by an official is not',
      () =>
        given()
          .when('recordInterference', { ...input, kind: 'orderingFraud' }, IN_CHANGCHUN)
          .thenDoesNotRestOn('R-035'),
    ],
  ],
});

byRule('R-151', {
  fires: [
    [
      'what is verified leads to accountability',
      () => expect(owedUnder('R-151', INTERFERENCE, record, foundTrue)).toEqual(['accountability:record']),
    ],
    [
      'a leader who told someone not to record answers for it',
      () => expect(owedUnder('R-151', INTERFERENCE, record, suppressed)).toEqual(['suppressionAccountability:suppression-1']),
    ],
  ],
  passes: [
    [
      'an action on file discharges it',
      () => {
        const action = { action: '诫勉', decidedBy: '纪委', outcome: '已执行' };
        expect(owedUnder('R-151', INTERFERENCE, record, foundTrue, { type: 'AccountabilityActionRecorded', payload: action })).toEqual([]);
        expect(
          owedUnder('R-151', INTERFERENCE, record, suppressed, {
            type: 'AccountabilityActionRecorded',
            payload: { ...action, suppressionId: 'suppression-1' },
          }),
        ).toEqual([]);
      },
    ],
    ['an alleged one leads to none', () => expect(owedUnder('R-151', INTERFERENCE, record)).toEqual([])],
  ],
});

byRule('R-152', {
  fires: [
    [
      'with one condition only there is no sanction, draft or not',
      () => {
        const expected = { rule: 'R-152', code: 'WRONG_STAGE', zh: '均须在案', weighty: false } as const;
        given(record).when('sanctionNonRecording', sanction, { by: 'auditor' }).thenRefused(expected);
        given(record, silence).when('sanctionNonRecording', sanction, { by: 'auditor' }).thenRefused(expected);
        given({ ...record, payload: { ...record.payload, jurisdiction: BEIJING } }, silence)
          .when('sanctionNonRecording', sanction, { by: 'auditor' })
          .thenOutOfTurn('W-02');
      },
    ],
    [
      'with both the sanction is owed',
      () => expect(owedUnder('R-152', INTERFERENCE, record, silence, serious)).toEqual(['nonRecordingSanction:nonRecording-1']),
    ],
  ],
  passes: [
    [
      'with both on file criticism and warning follow, once',
      () => {
        given(record, silence, serious).when('sanctionNonRecording', sanction, { by: 'auditor' }).thenRecorded(sanctioned);
        given(record, silence, serious, sanctioned).when('sanctionNonRecording', sanction, { by: 'auditor' }).thenOutOfTurn('R-152');
      },
    ],
    ['then nothing is owed', () => expect(owedUnder('R-152', INTERFERENCE, record, silence, serious, sanctioned)).toEqual([])],
  ],
});

byRule('W-16', {
  fires: [
    [
      'who is neither the recorder nor an auditor learns not even that the record exists',
      () =>
        given(record)
          .when(
            'storeInterferenceMedium',
            { description: 'x', digest, keeper: LI, storedAt: '2024-08-28' },
            { by: 'stranger', as: 'monitoringUnit' },
          )
          .thenRefused({ rule: 'W-16', code: 'UNKNOWN_ID', weighty: true, cites: '' }),
    ],
    [
      'an auditor who is named in it is no auditor of it',
      () =>
        ['boss', 'chief'].forEach((by) =>
          given(record, suppressed)
            .when('findNonRecording', { person: WANG, kind: 'hidden', finding: '在场' }, { by })
            .thenRefused({ rule: 'W-16', code: 'UNKNOWN_ID', weighty: true, cites: '' }),
        ),
    ],
    [
      'a person named in a record on a case does nothing on the case, and is not told of what',
      () =>
        given(problemFound(), { type: 'PersonBarred', payload: { barId: 'bar-1', person: 'boss', recordId: 'record-1' } })
          .when('closeCase', { summary: '结案' }, { by: 'boss', at: '2018-06-01T09:00:00+08:00' })
          .thenRefused({ rule: 'W-16', code: 'NOT_COMPETENT', cites: '', missing: [] }),
    ],
  ],
  passes: [
    [
      'another auditor goes on',
      () =>
        given(record)
          .when('findNonRecording', { person: WANG, kind: 'hidden', finding: '在场' }, { by: 'auditor' })
          .then('NonRecordingFound'),
    ],
  ],
});

describe('the full record', () => {
  const full = {
    ...input,
    channel: 'phone',
    inNameOf: { kind: 'organisation', name: '某办公室' },
    target: { kind: 'decision', reference: '罚1号' },
    attachments: [paper('通话录音.wav')],
    addressed: [WANG, ZHAO],
    reportedTo: '市纪委',
    reportedAt: '2024-08-29T09:00:00+08:00',
    consequence: '未采纳',
  } as const;

  it('keeps channel, name, target, attachments by digest, those addressed, the report and the consequence', () => {
    given()
      .when('recordInterference', full, IN_CHANGCHUN)
      .thenRecorded({ type: 'InterferenceRecorded', payload: { ...full, caseId: null, intermediary: null } });
  });

  it('of before these fields still folds, and is protected as the new one', () => {
    const old = { ...interferenceRecorded(), actor: { person: 'li' } } as InterferenceFact;

    expect(evolveInterference(initialInterference, old)).toMatchObject({
      status: 'recorded',
      items: [],
      nonRecordings: [],
      named: ['boss'],
    });
  });

  it('is reported upward and its recorder protected, at any time', () => {
    given(record, foundTrue)
      .when('reportInterferenceUpward', { reportedTo: '市委', reportedAt: '2024-09-01' }, { by: 'li' })
      .then('InterferenceReportedUpward');
    given(record)
      .when('protectRecorder', { threat: '调岗', measure: '撤销调岗', on: '2024-09-01' }, { by: 'auditor' })
      .then('RecorderProtected');
    given(record)
      .when('recordSuppression', { leader: suppressed.payload.leader, told: WANG, content: '这事别记' }, { by: 'li' })
      .thenRecorded(suppressed);
  });
});

describe('recusal on a case', () => {
  const barred = { type: 'PersonBarred', payload: { barId: 'bar-1', person: 'boss', recordId: 'record-1' } } as const;
  const bar = { person: 'boss', recordId: 'record-1', recordKind: 'interference' };
  const summary = { summary: '结案' };

  it('rests on a record that names the person, and repeats nothing of it', () => {
    given(problemFound())
      .when('barPerson', bar, { interferences: { 'record-1': [record] } })
      .thenRecorded(barred);
    given(problemFound()).when('barPerson', bar).thenRefused({ rule: 'W-16', code: 'UNKNOWN_ID', cites: '' });
    given(problemFound())
      .when('barPerson', { ...bar, person: 'li' }, { interferences: { 'record-1': [record] } })
      .thenRefused({ rule: 'W-16', code: 'UNKNOWN_ID', cites: '' });
  });

  it('is asked by every act on a case that exists', () => {
    const acts = ACTS.filter(({ kind }) => kind === 'case').flatMap((group) => group.acts);

    expect(acts.filter((act) => !act.opens && act.bars === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('keeps the person from every act on the case, before anything else is said of it', () => {
    for (const act of ['closeCase', 'reopenCase']) {
      given(problemFound(), barred)
        .when(act, act === 'closeCase' ? summary : { reason: 'x' }, { by: 'boss' })
        .thenRefused({ rule: 'APL-43', code: 'NOT_COMPETENT', zh: '回避', weighty: true });
    }
    given(problemFound(), barred).when('closeCase', summary, { by: 'li' }).thenRefused({ rule: 'R-004', code: 'CLOSE_OUT_BLOCKED' });
  });

  it('ends when it is lifted, and blocks no close-out', () => {
    const lifted = { type: 'PersonBarLifted', payload: { barId: 'bar-1' } } as const;
    given(problemFound(), barred).when('liftBar', { barId: 'bar-1' }, { by: 'auditor' }).thenRecorded(lifted);
    given(problemFound(), barred, lifted).when('liftBar', { barId: 'bar-1' }, { by: 'auditor' }).thenOutOfTurn('W-02');
    given(problemFound(), barred, lifted).when('reopenCase', { reason: 'x' }, { by: 'boss' }).thenOutOfTurn('W-04');
  });
});
