import { uuidOf } from '@liuhen/infra';
import {
  CLOCK_RULE,
  dayOf,
  ruleById,
  ruleInForce,
  ruleRef,
  streamOf,
  type Actor,
  type ClockEvent,
  type ClockFact,
  type DueDate,
  type NewEvent,
  type Obligation,
} from '@liuhen/workflows';

/** Time acts in nobody's name. */
export const CLOCK_ACTOR: Actor = {
  person: 'statutory-clock',
  name: '法定时钟',
  organisation: '法定时钟',
  office: '期限管理',
  function: 'statutoryClock',
  jurisdiction: '000000',
};

/** An event and the stream it belongs in: one for each day, so that the clock never races with an officer. */
export interface Spoken {
  readonly stream: string;
  readonly event: NewEvent;
}

const ofDuty = (duty: Obligation) => ({
  obligationId: duty.id,
  cycle: duty.cycle,
  kind: duty.kind,
  rule: duty.rule,
  subject: duty.subject,
  subjectStream: duty.stream,
  item: duty.item,
  owedBy: duty.owedBy,
  jurisdiction: duty.jurisdiction,
});

const saying = (duty: Obligation, due: DueDate, fact: ClockFact): ClockEvent => {
  const payload = { ...ofDuty(duty), due: due.due, dueAt: due.dueAt ?? null };
  switch (fact.fact) {
    case 'reminded':
      return { type: 'ObligationReminded', payload };
    case 'breached':
      return { type: 'ObligationBreached', payload };
    case 'escalated':
      return { type: 'ObligationEscalated', payload: { ...payload, level: fact.level, to: fact.to } };
  }
};

interface When {
  readonly occurredAt: string;
  readonly now: string;
}

const dressed = (duty: Obligation, spoken: ClockEvent, id: string, { occurredAt, now }: When): NewEvent => {
  const place = { jurisdiction: duty.jurisdiction, on: dayOf(duty.openedAt) };

  return {
    ...spoken,
    id,
    schemaVersion: 1,
    occurredAt,
    recordedAt: now,
    actor: CLOCK_ACTOR,
    actId: id,
    correlationId: duty.subject,
    causationId: duty.cycle,
    basis: [ruleInForce(duty.rule, place) ?? ruleById(duty.rule), ruleById(CLOCK_RULE)].map(ruleRef),
    evidence: [],
  };
};

/**
 * What the clock says of a duty. Its id follows from the duty, its opening, its end and what is said: told once, it is never
 * told again, however often it is tried, by however many.
 */
export const told = (duty: Obligation, due: DueDate, fact: ClockFact, now: string): Spoken => {
  const level = fact.fact === 'escalated' ? String(fact.level) : '';
  const id = uuidOf('clock', duty.id, duty.cycle, fact.fact, due.dueAt ?? due.due, level);

  return { stream: streamOf('clock', dayOf(fact.from)), event: dressed(duty, saying(duty, due, fact), id, { occurredAt: fact.at, now }) };
};

/** The day is counted anew because the calendar of a year arrived. */
export const recounted = (duty: Obligation, was: string, due: DueDate, now: string): Spoken => {
  const id = uuidOf('clock', duty.id, duty.cycle, 'recomputed', due.calendarVersion, JSON.stringify(duty.terms));
  const spoken: ClockEvent = { type: 'ObligationDueRecomputed', payload: { ...ofDuty(duty), was, due } };

  return { stream: streamOf('clock', dayOf(now)), event: dressed(duty, spoken, id, { occurredAt: now, now }) };
};
