import type { Obligation, RecordedEvent } from '@liuhen/workflows';
import { caseFileAsOf } from '../case-file/as-of';
import { knownTypes } from '../shared/titles';
import { isLastMinute } from './last-minute';
import { CORRECTIONS, patterns, PATTERNS, REVERSALS, type PatternDocument } from './patterns';

let position = 0;

const event = (type: string, over: Partial<RecordedEvent> = {}): RecordedEvent => {
  position += 1;

  return {
    id: `e-${position}`,
    type,
    payload: { jurisdiction: '370800', clueId: 'clue-1' },
    schemaVersion: 1,
    occurredAt: '2024-08-30T09:00:00+08:00',
    recordedAt: over.occurredAt ?? '2024-08-30T09:00:00+08:00',
    actor: { person: 'p-1', name: '张三', organisation: '某局', office: '支队', function: 'enforcementAgency', jurisdiction: '370800' },
    actId: `a-${position}`,
    correlationId: 'c',
    causationId: null,
    basis: [],
    evidence: [],
    stream: 'case-c',
    revision: position,
    position,
    ...over,
  };
};

const folded = (...events: readonly RecordedEvent[]): PatternDocument | undefined =>
  events.reduce<PatternDocument | undefined>(
    (document, each) =>
      patterns.keysOf(each).reduce<PatternDocument | undefined>((before, key) => patterns.evolve(before, each, key), document),
    undefined,
  );

const intervention = event('InterferenceRecorded', {
  stream: 'interference-i',
  payload: {
    caseId: 'c',
    jurisdiction: '370800',
    happenedAt: '2024-08-28T09:00:00+08:00',
    official: { organisation: '某区', name: '钱五' },
    content: '不要罚了',
  },
});
const opened = event('ProblemFound');

describe('an unusual pattern', () => {
  it('is looked for in events that there are', () => {
    expect([...REVERSALS, ...CORRECTIONS].filter((type) => !knownTypes.includes(type))).toEqual([]);
  });

  it('is none in an ordinary deed', () => expect(folded(opened, event('ClueReceived'))?.findings).toEqual([]));

  it.each([
    ['outsideHours', [opened, event('ClueReceived', { occurredAt: '2024-08-30T22:10:00+08:00' })]],
    ['outsideHours', [opened, event('ClueReceived', { occurredAt: '2024-10-01T10:00:00+08:00' })]],
    ['recordedLate', [opened, event('ClueReceived', { recordedAt: '2024-09-10T09:00:00+08:00' })]],
    ['returnedTwice', [opened, event('ClueReturned'), event('ClueReturned')]],
    ['reversalAfterIntervention', [opened, intervention, event('PenaltyCaseWithdrawn')]],
    ['correctedAfterwards', [opened, event('DisclosureWithdrawn')]],
    ['openedFromOutside', [opened, event('SensitiveRead', { stream: 'records-c', actor: { ...opened.actor, person: 'stranger' } })]],
  ] as const)('%s is found, with the rule behind it', (kind, events) => {
    const document = folded(...events);

    expect(document?.kinds).toContain(kind);
    expect(document?.findings.find((finding) => finding.kind === kind)?.rule).toEqual(PATTERNS[kind]);
  });

  describe('of a term met at the last minute', () => {
    const received = event('ClueReceived');
    const due = folded(opened, received)?.duties.find(({ kind }) => kind === 'filingDecision')?.due?.due ?? '';
    const before = (days: number) => Temporal.PlainDate.from(due).subtract({ days }).toString();
    const openedOn = (day: string) => folded(opened, received, event('PenaltyCaseOpened', { occurredAt: `${day}T15:00:00+08:00` }));

    it('is the last day of the fifteen for the filing', () => {
      expect(openedOn(due)?.findings.find(({ kind }) => kind === 'lastMinute')).toMatchObject({
        type: 'PenaltyCaseOpened',
        rule: PATTERNS.lastMinute,
      });
      expect(openedOn(due)?.duties.map(({ kind }) => kind)).not.toContain('filingDecision');
    });

    it('is not the day before, and not what came too late', () => {
      expect(openedOn(before(1))?.kinds).not.toContain('lastMinute');
      expect(openedOn(before(-1))?.kinds).not.toContain('lastMinute');
    });

    it('of hours is the last tenth of them', () => {
      const duty = (dischargedAt: string) =>
        ({
          status: 'discharged',
          late: false,
          dischargedAt,
          due: { due: '2024-08-31', dueAt: '2024-08-31T09:00:00+08:00', start: '2024-08-30' },
          terms: { from: '2024-08-30T09:00:00+08:00' },
        }) as unknown as Obligation;

      expect(isLastMinute(duty('2024-08-31T07:00:00+08:00'))).toBe(true);
      expect(isLastMinute(duty('2024-08-31T06:00:00+08:00'))).toBe(false);
    });
  });

  it('is not a reversal more than thirty days after the intervention', () => {
    expect(folded(opened, intervention, event('PenaltyCaseWithdrawn', { occurredAt: '2024-10-08T10:00:00+08:00' }))?.kinds).toEqual([]);
  });

  it('is not a look by an inspector, nor by who works on the case', () => {
    const look = (person: string, fn: RecordedEvent['actor']['function']) =>
      event('SensitiveRead', { stream: 'records-c', actor: { ...opened.actor, person, function: fn } });

    expect(folded(opened, look('inspector', 'disciplineInspection'), look('p-1', 'enforcementAgency'))?.kinds).toEqual([]);
  });
});

describe('an intervention', () => {
  it('is joined with what happened to the case in the thirty days after', () => {
    const document = folded(
      opened,
      intervention,
      event('ClueReceived'),
      event('ClueAccepted', { occurredAt: '2024-10-08T10:00:00+08:00' }),
    );

    expect(document?.interventions).toMatchObject([{ official: '某区钱五', content: '不要罚了', followed: [{ type: 'ClueReceived' }] }]);
  });
});

describe('the case file as of a moment', () => {
  const found = event('ProblemFound', {
    payload: {
      problemId: 'problem-1',
      title: '超标',
      source: 'enforcementMonitoring',
      partyId: 'p',
      partyName: '厂',
      outletId: null,
      jurisdiction: '370800',
      facts: '',
      foundAt: '2024-08-01T09:00:00+08:00',
      suspicionIds: [],
      reporterAwaitsAnswer: false,
    },
    occurredAt: '2024-08-01T09:00:00+08:00',
    recordedAt: '2024-08-05T09:00:00+08:00',
  });
  const second = event('ProblemFound', {
    payload: { ...(found.payload as object), problemId: 'problem-2' },
    occurredAt: '2024-07-01T09:00:00+08:00',
    recordedAt: '2024-09-01T09:00:00+08:00',
  });
  const problems = (...given: Parameters<typeof caseFileAsOf>) => caseFileAsOf(...given)?.file.problems.map(({ id }) => id);

  it('shows what was known by then, and what had happened by then', () => {
    expect(problems([found, second], {})).toEqual(['problem-1', 'problem-2']);
    expect(problems([found, second], { knownBy: '2024-08-10T00:00:00+08:00' })).toEqual(['problem-1']);
    expect(problems([found, second], { happenedBy: '2024-07-10T00:00:00+08:00' })).toEqual(['problem-2']);
    expect(problems([found, second], { knownBy: '2024-08-10T00:00:00+08:00', happenedBy: '2024-07-10T00:00:00+08:00' })).toBeUndefined();
  });
});
