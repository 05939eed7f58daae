import { agendaOf, calendarWith, dueOf, entryAt, superiorOf, type Obligation } from '..';
import { byRule } from '../testing/by-rule';
import { owed, recordedAs, type Happened } from '../testing/owed';
import {
  clueReceived,
  hearingRequested,
  penaltyOpened,
  penaltyServed,
  rectificationOrdered,
  rectificationReported,
} from '../testing/facts';
import { evolveObligation } from './fold';
import { thresholdOf } from './terms';

const filed = { ...penaltyOpened({ filedOn: '2024-08-15' }), at: '2024-08-15T09:00:00+08:00' };

const stopped = (on: string): Happened => ({
  type: 'PenaltyClockSuspended',
  payload: { penaltyId: 'penalty-1', reason: '涉嫌犯罪移送公安机关', on },
});
const ran = (on: string): Happened => ({ type: 'PenaltyClockResumed', payload: { penaltyId: 'penalty-1', on } });
const heard = (heldOn: string): Happened => ({
  type: 'HearingHeld',
  payload: { penaltyId: 'penalty-1', heldOn, chair: { person: 'c', name: '周五' }, summary: '听取意见' },
});
const longer = (days: number): Happened => ({
  type: 'PenaltyTimeExtended',
  payload: { penaltyId: 'penalty-1', by: 'head', days, reason: '案情复杂' },
});

const decision = (...history: readonly Happened[]): Obligation | undefined => owed(filed, ...history)['penaltyDecision'];

describe('a clock that stands still', () => {
  it('is a duty suspended, with the rule and the reason, and is not overdue meanwhile', () => {
    expect(decision(stopped('2024-09-01'))).toMatchObject({
      status: 'suspended',
      due: { due: '2024-11-13', excluded: [{ from: '2024-09-01', to: null, rule: 'CJL-16', reason: '涉嫌犯罪移送公安机关' }] },
    });
    expect(agendaOf(decision(stopped('2024-09-01')) as Obligation)).toEqual([]);
  });

  it('runs on later by as many days as it stood', () => {
    expect(decision(stopped('2024-09-01'), ran('2024-09-11'))).toMatchObject({
      status: 'open',
      due: { due: '2024-11-25', excluded: [{ from: '2024-09-01', to: '2024-09-11', by: 'PenaltyClockSuspended' }] },
    });
    // 23 November is a Saturday, on which the last day does not end.
    expect(decision(stopped('2024-09-01'), ran('2024-09-01'))).toMatchObject({ due: { due: '2024-11-13' } });
  });

  it('runs on only when everything that stopped it is over, and a day is lost once', () => {
    const both = [stopped('2024-09-01'), { ...hearingRequested, payload: { penaltyId: 'penalty-1', requestedOn: '2024-09-05' } }] as const;
    expect(decision(...both, ran('2024-09-08'))).toMatchObject({ status: 'suspended' });
    expect(decision(...both, heard('2024-09-09'))).toMatchObject({ status: 'suspended' });
    expect(decision(...both, ran('2024-09-08'), heard('2024-09-09'))).toMatchObject({
      status: 'open',
      due: { due: '2024-11-21', excluded: [{ rule: 'CJL-16' }, { rule: 'MEP-57' }] },
    });
  });

  it('may stand again, and the days add up', () => {
    expect(decision(stopped('2024-09-01'), ran('2024-09-03'), stopped('2024-10-01'), ran('2024-10-08'))).toMatchObject({
      due: { due: '2024-11-22' },
    });
  });

  it('is extended by what was approved, on top of what was excluded', () => {
    expect(decision(longer(30))).toMatchObject({
      due: { due: '2024-12-13', extensions: [{ count: 30, unit: 'day', by: 'PenaltyTimeExtended' }] },
    });
    expect(decision(stopped('2024-09-01'), ran('2024-09-11'), longer(30), longer(30))).toMatchObject({ due: { due: '2025-01-22' } });
  });

  it('can be done while it stands, and is then never late', () => {
    const refrained: Happened = {
      type: 'NoPenaltyDecided',
      payload: { penaltyId: 'penalty-1', docNo: null, decidedOn: '2025-02-01', reasons: '不予处罚' },
      at: '2025-02-01T09:00:00+08:00',
    };
    expect(decision(stopped('2024-09-01'), refrained)).toMatchObject({ status: 'discharged', late: false });
    expect(decision(refrained)).toMatchObject({ status: 'discharged', late: true });
    expect(decision(refrained, stopped('2025-03-01'))).toMatchObject({ status: 'discharged' });
  });

  it('counts from the first day that a day known in part can have been', () => {
    expect(owed({ ...penaltyOpened({ filedOn: '2024-08' }) })['penaltyDecision']).toMatchObject({
      due: { due: '2024-10-30', imprecise: true },
    });
    expect(owed({ ...clueReceived, precision: 'month', at: '2024-08-01T00:00:00+08:00' })['filingDecision']).toMatchObject({
      due: { due: '2024-08-16', imprecise: true },
    });
  });
});

const said = (type: 'ObligationReminded' | 'ObligationBreached', due: string, at: string, cycle = 'event-0'): Happened => ({
  type,
  payload: {
    ...{
      obligationId: 'case-1/penaltyDecision/penalty-1',
      cycle,
      kind: 'penaltyDecision',
      rule: 'APL-60',
      subject: '1',
      subjectStream: 'case-1',
    },
    ...{ item: 'penalty-1', owedBy: 'authorityHead', jurisdiction: '370800', due, dueAt: null },
  },
  at,
  stream: 'clock-1',
});
const missed = said('ObligationBreached', '2024-11-13', '2024-11-14T00:00:00+08:00');

describe('what the clock says', () => {
  it('is kept, and the duty is owed still', () => {
    expect(decision(missed)).toMatchObject({ status: 'open', breachedAt: '2024-11-14T00:00:00+08:00' });
  });

  it('counts no more where the end has moved since, and not for another opening or another end', () => {
    expect(decision(missed, longer(30))).toMatchObject({ breachedAt: null, due: { due: '2024-12-13' } });
    expect(decision(longer(30), missed)).toMatchObject({ breachedAt: null });
    expect(decision(said('ObligationBreached', '2024-11-13', '2024-11-14T00:00:00+08:00', 'event-9'))).toMatchObject({ breachedAt: null });
  });

  it('does not blame a duty that was done in time and only recorded late', () => {
    const inTime: Happened = {
      type: 'NoPenaltyDecided',
      payload: { penaltyId: 'penalty-1', docNo: null, decidedOn: '2024-11-13', reasons: '不予处罚' },
      at: '2024-11-13T17:00:00+08:00',
    };
    expect(decision(inTime, missed)).toMatchObject({ status: 'discharged', late: false, breachedAt: null });
    expect(decision(missed, { ...inTime, at: '2024-11-20T09:00:00+08:00' })).toMatchObject({ late: true, breachedAt: missed.at });
  });

  it('is nothing about a duty that nobody knows', () => {
    expect(evolveObligation(undefined, recordedAs(missed, 0), 'case-1/penaltyDecision/penalty-1')).toBeUndefined();
  });

  it('leaves a breach where a duty is owed again by the same day', () => {
    const rejected: Happened = {
      type: 'RectificationRejected',
      payload: { rectificationId: 'rectification-1', reinspectedAt: '2024-09-05T09:00:00+08:00', reason: '未到位' },
      at: '2024-09-05T09:00:00+08:00',
    };
    const duty = owed(rectificationOrdered({ dueOn: '2024-09-02' }), rectificationReported(), rejected)['rectification'];
    expect(duty).toMatchObject({ status: 'open', due: { due: '2024-09-02' } });
    expect(agendaOf(duty as Obligation)[0]).toMatchObject({
      fact: 'breached',
      at: '2024-09-03T00:00:00+08:00',
      from: '2024-09-06T09:00:00+08:00',
    });
  });
});

byRule('W-21', {
  fires: [
    [
      'reminds, says that it is missed, and escalates in two steps',
      () => {
        expect(agendaOf(decision() as Obligation).map(({ fact, at }) => [fact, at])).toEqual([
          ['reminded', '2024-11-10T00:00:00+08:00'],
          ['breached', '2024-11-14T00:00:00+08:00'],
          ['escalated', '2024-11-17T00:00:00+08:00'],
          ['escalated', '2024-11-29T00:00:00+08:00'],
        ]);
      },
    ],
    [
      'tells enforcement what a party owes, the head what an office owes, then the authority above',
      () => {
        const payment = owed(penaltyServed)['penaltyPayment'] as Obligation;
        expect(superiorOf(payment, 1)).toEqual({ function: 'enforcementAgency', jurisdiction: '370800' });
        expect(superiorOf({ ...payment, owedBy: 'policeAuthority' }, 1)).toEqual({ function: 'authorityHead', jurisdiction: '370800' });
        expect(superiorOf({ ...payment, jurisdiction: '370881' }, 2)).toEqual({ function: 'authorityHead', jurisdiction: '370800' });
        expect(superiorOf({ ...payment, jurisdiction: '370000' }, 2)).toEqual({ function: 'authorityHead', jurisdiction: '000000' });
      },
    ],
  ],
  passes: [
    [
      'says nothing of a duty that has no number',
      () => {
        const duties = owed(
          { type: 'TransferCopiedToProcuratorate', payload: { transferId: 't', procuratorate: 'p', copiedAt: '2024-08-30' } },
          clueReceived,
        );
        expect(agendaOf(duties['clueAnswer'] as Obligation)).toEqual([]);
      },
    ],
  ],
});

describe('a threshold that a place has set for 「及时」 (O-10)', () => {
  const entry = { area: '370800', from: '2024-01-01', to: '2024-12-31', value: '3 workingDay', rules: ['R-005'] } as const;

  it('holds there while it is in force, and nowhere else', () => {
    expect(entryAt([entry], { jurisdiction: '370881', on: '2024-08-30' })).toBe(entry);
    expect(entryAt([entry], { jurisdiction: '220100', on: '2024-08-30' })).toBeUndefined();
    expect(entryAt([entry], { jurisdiction: '370800', on: '2025-01-01' })).toBeUndefined();
  });

  it('gives way to one of a place within', () => {
    const inner = { ...entry, area: '370881', value: '24 hour' } as const;
    expect(entryAt([entry, inner], { jurisdiction: '370881', on: '2024-08-30' })).toBe(inner);
  });

  it('is counted like any other limit', () => {
    expect(thresholdOf(entry)).toEqual({ count: 3, unit: 'workingDay', rollOver: true, regime: '及时（本地参数）' });
    expect(thresholdOf({ ...entry, value: '24 hour' })).toMatchObject({ count: 24, unit: 'hour', rollOver: false });
  });
});

describe('a calendar that arrives', () => {
  it('moves the day, and the terms are what it is counted from', () => {
    const duty = owed({ ...penaltyOpened({ filedOn: '2026-11-09' }), at: '2026-11-09T09:00:00+08:00' })['penaltyDecision'] as Obligation;
    const calendar = calendarWith([{ year: 2027, version: '2027/9', holidays: ['2027-02-08'], workingDays: [] }]);
    expect(duty.due).toMatchObject({ due: '2027-02-08', assumedYears: [2027] });
    expect(duty.terms && dueOf(duty.terms, calendar)).toMatchObject({
      due: '2027-02-09',
      skipped: [{ day: '2027-02-07' }, { day: '2027-02-08' }],
    });
  });
});
