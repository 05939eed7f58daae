import { dayOf, epochOf, missedAt, type DueDate } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { once } from '../kernel/once';
import { idOfStream } from '../kernel/streams';
import { ruleInForce, type Place } from '../regulation';
import { CLOCK_EVENTS, isClockEvent, type ClockEvent } from './clock-events';
import type { DischargedObligation, Obligation, Terms } from './obligation';
import { rulesBehind, type Payload } from './rule';
import { dayNamed, dueOf, termsOf } from './terms';
import { touches, touchingTypes, type Touch } from './touch';

type Undone = Exclude<Obligation, DischargedObligation>;

/** Where the duty is owed: the area of the unit it is owed by where the event names one, else that of the office that acted. */
const areaOf = (event: RecordedEvent): string => {
  const payload = event.payload as Payload;
  const { to } = payload;
  const receiver = typeof to === 'object' && to !== null && 'jurisdiction' in to ? to.jurisdiction : undefined;
  const named = payload['policeJurisdiction'] ?? payload['jurisdiction'] ?? receiver;

  return typeof named === 'string' ? named : event.actor.jurisdiction;
};

const speaking = ({ rule }: Touch, place: Place): string | undefined =>
  rulesBehind(rule).find((id) => ruleInForce(id, place) !== undefined);

const textOf = (event: RecordedEvent, field: string): string | null => {
  const value = (event.payload as Payload)[field];

  return typeof value === 'string' ? value : null;
};

/** A duty arises only where a rule behind it is in force at the place and day of what opens it. */
const opened = once((touch: Touch): Obligation | undefined => {
  const { event } = touch;
  const place = { jurisdiction: areaOf(event), on: dayOf(event.occurredAt) };
  const rule = speaking(touch, place);
  if (rule === undefined) return undefined;
  const terms = termsOf(touch.rule, event, place);

  return {
    id: touch.id,
    kind: touch.rule.id,
    rule,
    stream: touch.stream,
    subject: idOfStream(touch.stream),
    item: touch.item,
    owedBy: touch.rule.owedBy(event),
    jurisdiction: place.jurisdiction,
    confidential: touch.rule.confidential ?? false,
    openedAt: event.occurredAt,
    cycle: event.id,
    recordedAt: event.recordedAt,
    terms,
    due: terms === null ? null : dueOf(terms),
    remindedAt: null,
    breachedAt: null,
    escalations: [],
    status: 'open',
    dischargedAt: null,
  };
});

const standsStill = (terms: Terms | null): boolean => terms?.excluded.some(({ to }) => to === null) ?? false;

/** What the clock said about another end than this one is no longer so; the log keeps that it was said. */
const saidOf = (before: Obligation, due: DueDate | null): Pick<Obligation, 'remindedAt' | 'breachedAt' | 'escalations'> =>
  before.due !== null && due !== null && missedAt(before.due) !== missedAt(due)
    ? { remindedAt: null, breachedAt: null, escalations: [] }
    : { remindedAt: before.remindedAt, breachedAt: before.breachedAt, escalations: before.escalations };

const running = (before: Obligation, terms: Terms | null): Obligation => {
  const due = terms === null ? null : dueOf(terms);
  const { status: _status, dischargedAt: _dischargedAt, ...duty } = before;

  return { ...duty, terms, due, ...saidOf(before, due), status: standsStill(terms) ? 'suspended' : 'open', dischargedAt: null };
};

const discharged = (before: Undone, { occurredAt }: RecordedEvent): DischargedObligation => ({
  ...before,
  status: 'discharged',
  dischargedAt: occurredAt,
  late: before.status === 'open' && before.due !== null && epochOf(occurredAt) >= epochOf(missedAt(before.due)),
});

const suspended = (before: Undone, { rule }: Touch, event: RecordedEvent): Obligation => {
  if (before.terms === null) return before;
  const span = {
    from: dayNamed(event, rule.dayField?.[event.type]),
    to: null,
    by: event.type,
    rule: rule.suspensions?.[event.type]?.rule ?? null,
    reason: textOf(event, 'reason'),
  };

  return running(before, { ...before.terms, excluded: [...before.terms.excluded, span] });
};

const resumed = (before: Undone, { rule }: Touch, event: RecordedEvent): Obligation => {
  if (before.terms === null) return before;
  const ends = (by: string): boolean => rule.suspensions?.[by]?.until?.includes(event.type) ?? true;
  const on = dayNamed(event, rule.dayField?.[event.type]);
  const excluded = before.terms.excluded.map((span) => (span.to === null && ends(span.by) ? { ...span, to: on } : span));

  return running(before, { ...before.terms, excluded });
};

const extended = (before: Undone, { rule }: Touch, event: RecordedEvent): Obligation => {
  const limit = rule.extension?.(event) ?? null;
  if (before.terms === null || limit === null) return before;
  if (rule.extensionReplaces === true) return running(before, { ...before.terms, limit });
  const added = { ...limit, limit, by: event.type, reason: textOf(event, 'reason') };

  return running(before, { ...before.terms, extensions: [...before.terms.extensions, added] });
};

const touched = (before: Obligation | undefined, touch: Touch, event: RecordedEvent): Obligation | undefined => {
  if (touch.effect === 'opens') return opened(touch) ?? before;
  if (before === undefined) return undefined;
  if (touch.effect === 'reopens') return { ...running(before, before.terms), recordedAt: event.recordedAt };
  if (before.status === 'discharged') return before;
  switch (touch.effect) {
    case 'discharges':
      return discharged(before, event);
    case 'suspends':
      return suspended(before, touch, event);
    case 'resumes':
      return resumed(before, touch, event);
    case 'extends':
      return extended(before, touch, event);
  }
};

/** True where the clock spoke of this opening and this end of the duty, which was not done by then. */
const concerns = (before: Obligation, { cycle, due, dueAt }: Said, at: string): boolean =>
  cycle === before.cycle &&
  before.due !== null &&
  due === before.due.due &&
  dueAt === (before.due.dueAt ?? null) &&
  !(before.status === 'discharged' && epochOf(before.dischargedAt) < epochOf(at));

type Said = Extract<ClockEvent, { type: 'ObligationBreached' }>['payload'];

const told = (before: Obligation, event: ClockEvent & RecordedEvent): Obligation => {
  if (event.type === 'ObligationDueRecomputed') {
    const { cycle, was, due } = event.payload;
    if (cycle !== before.cycle || before.due?.due !== was || before.status === 'discharged') return before;

    return { ...before, due, ...saidOf(before, due) };
  }
  if (!concerns(before, event.payload, event.occurredAt)) return before;
  switch (event.type) {
    case 'ObligationReminded':
      return { ...before, remindedAt: event.occurredAt };
    case 'ObligationBreached':
      return { ...before, breachedAt: event.occurredAt };
    case 'ObligationEscalated': {
      const { level, to } = event.payload;
      if (before.escalations.some((each) => each.level === level)) return before;

      return { ...before, escalations: [...before.escalations, { level, at: event.occurredAt, to }] };
    }
  }
};

/** Folds one event into one duty; a duty that was never opened cannot be discharged, nor missed. */
export const evolveObligation = (before: Obligation | undefined, event: RecordedEvent, id: string): Obligation | undefined => {
  if (isClockEvent(event)) return before === undefined ? undefined : told(before, event);

  return touches(event)
    .filter((touch) => touch.id === id)
    .reduce((duty, touch) => touched(duty, touch, event), before);
};

/** True where the duty after this event is a new one, whatever there was under its id before. */
export const opensDuty = (event: RecordedEvent, id: string): boolean => {
  const first = isClockEvent(event) ? undefined : touches(event).find((touch) => touch.id === id);

  return first?.effect === 'opens' && opened(first) !== undefined;
};

/** Ids of the duties that an event is about. */
export const dutiesOf = (event: RecordedEvent): readonly string[] =>
  isClockEvent(event) ? [event.payload.obligationId] : [...new Set(touches(event).map((touch) => touch.id))];

/** Event types that any duty looks at. */
export const obligationEventTypes: readonly string[] = [...touchingTypes, ...CLOCK_EVENTS];
