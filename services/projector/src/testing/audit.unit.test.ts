import { START, streamOf, type ClockEvent, type RecordedEvent } from '@liuhen/workflows';
import { clockFaults } from './audit';
import { REGISTRAR } from './stand';

const DUTY = {
  obligationId: 'clue-filing:case-1:clue-1',
  cycle: 'opening-1',
  kind: 'deadline',
  rule: 'D-01',
  subject: 'case-1',
  subjectStream: 'case-case-1',
  item: 'clue-1',
  owedBy: 'enforcementAgency',
  jurisdiction: '370800',
  due: '2024-09-23',
  dueAt: null,
} as const;

/** As the statutory clock says it: in the stream of a day, never in that of the case. */
const said = (spoken: ClockEvent, day: string, position = START + 1): RecordedEvent => ({
  ...spoken,
  id: `${spoken.type}-${position}`,
  stream: streamOf('clock', day),
  revision: 0,
  position,
  schemaVersion: 1,
  occurredAt: `${day}T00:00:00.000+08:00`,
  recordedAt: `${day}T00:00:00.000+08:00`,
  actor: REGISTRAR,
  actId: `act-${position}`,
  correlationId: DUTY.subject,
  causationId: null,
  basis: [],
  evidence: [],
});

const missed: ClockEvent = { type: 'ObligationBreached', payload: DUTY };
const reminded: ClockEvent = { type: 'ObligationReminded', payload: DUTY };

describe('the audit of a trial', () => {
  it('holds the clock to every overdue case, and takes no reminder for the word that a day was missed', () => {
    const told = [said(missed, '2024-09-24')];

    expect(clockFaults(told, { overdue: ['case-1'] })).toEqual([]);
    expect(clockFaults(told, { overdue: ['case-1', 'case-2'] })).toEqual(['the clock has not told that case-2 is overdue']);
    expect(clockFaults([said(reminded, '2024-09-20')], { overdue: ['case-1'] })).toHaveLength(1);
  });

  it('finds what the clock said twice, on whatever days', () => {
    const twice = [said(missed, '2024-09-24', 1), said(missed, '2024-09-25', 2)];

    expect(clockFaults(twice, { overdue: [] })).toEqual(['the clock said 1 things twice']);
  });
});
