import {
  ACTS,
  areasAbove,
  decide,
  denialOf,
  hasCode,
  inOwnRight,
  isReserved,
  itemNamedBy,
  momentOf,
  partiesOf,
  placeOf,
  knowsOf,
  refuse,
  ruleById,
  streamOf,
  type Act,
  type ActOption,
  type ActOutcome,
  type ActRequest,
  type Actor,
  type Decision,
  type Denied,
  type Desk,
  type Facts,
  type NewEvent,
  type RecordedEvent,
  type Receipt,
  type Refusal,
  type StreamKind,
  LiuhenError,
} from '@liuhen/workflows';
import type { AppendDone, EventStore } from '../event-store/port';
import type { LateLog } from '../reads';
import { asRefusal, unknownId } from './answers';
import { couldDeputise, deputiesOf } from './deputies';
import { Folder, type Folded } from './folder';
import { digestOf, uuidOf } from './ids';
import { placeOfAct } from './place';
import { conflict, nothingNew, receipt, receiptOf } from './receipts';
import { registersFor } from './registers';
import { withoutText, withSeals, type Seals } from './seals';
import { faultOf, faultsOf, invalid } from './request';
import { spokenForBy } from './spoken-for';
import { knownAmong, strangerTo, type Looks } from './strangers';
import type { DeclaredAct, Task } from './task';

export interface DeskOptions {
  readonly store: EventStore;
  /** Present time, ISO instant with offset. */
  now(): string;
  /** Seals the particulars that acts declare as sealed; without it an act that brings any is an error. */
  readonly seals?: Seals;
  /**
   * What is known of who may have to do with a case, as far as the read models have come. With it a stranger is answered
   * without the events being read, and so as fast for a case of a thousand events as for none.
   */
  readonly standingOf?: NonNullable<Looks['standingOf']>;
  /** Where attempts of strangers are put on record behind the answer; without it, before the answer. */
  readonly late?: Pick<LateLog, 'add'>;
}

const DECLARED: ReadonlyMap<string, DeclaredAct> = new Map(
  ACTS.flatMap(({ kind, acts }) => acts.map((act) => [act.name, { kind, act }] as const)),
);

/** How often a request without an expected revision is decided anew after somebody else was faster. */
const ATTEMPTS = 8;

/** Events of an act read at once. */
const PAGE = 200;

interface Judged {
  readonly decision: Decision | Denied;
  /** The person as whom the act is done: themselves, or in the function that was delegated to them. */
  readonly actor: Actor;
  readonly folded: Folded;
  readonly jurisdiction: string;
  /** The person may not know of the thing, and is answered as if it did not exist. */
  readonly hidden: boolean;
}

/** The one way through. Everything it needs to know about the law it asks of `decide`. */
export class EventSourcedDesk implements Desk {
  readonly #folder: Folder;
  readonly #looks: Looks;
  constructor(private readonly options: DeskOptions) {
    this.#folder = new Folder(options.store);
    this.#looks = { folder: this.#folder, store: options.store, standingOf: options.standingOf };
  }

  async perform(request: ActRequest, actor: Actor): Promise<ActOutcome> {
    const declared = DECLARED.get(request.act);
    if (declared === undefined) {
      return invalid([{ path: 'act', message: { zh: `没有此行为：${request.act}`, en: `no such act: ${request.act}` } }], 'UNKNOWN_ID');
    }
    const now = this.options.now();
    const faults = faultsOf(request, now);
    if (faults.length > 0) return invalid(faults);
    const parsed = declared.act.input.safeParse(request.input);
    if (!parsed.success) return invalid(parsed.error.issues.map(faultOf));
    if (declared.act.opens !== (request.subject === null)) {
      return invalid([{ path: 'subject', message: { zh: '编号缺失或多余', en: 'an id is missing, or given where none belongs' } }]);
    }
    const key = [actor.person, request.idempotencyKey] as const;
    const { act, subject, evidence, occurredAt } = request;
    const onSubject = subject ?? uuidOf('subject', act, ...key);
    const sealing = { act: declared.act, input: parsed.data, under: streamOf(declared.kind, onSubject), seals: this.options.seals };
    // The same request has the same digest, though no two seals are alike; and the digest tells nothing of what was sealed.
    const input = await withoutText(sealing);
    const task: Task = {
      ...declared,
      request,
      actor,
      input: await withSeals(sealing),
      now,
      subject: onSubject,
      actId: uuidOf('act', ...key, digestOf({ act, subject, input, evidence, occurredAt })),
    };

    return (await this.#earlier(task)) ?? this.#attempt(task, ATTEMPTS);
  }

  async availableActs(kind: StreamKind, subject: string, actor: Actor): Promise<readonly ActOption[]> {
    const folded = await this.#folder.fold(kind, subject);
    if (folded.revision < 0) throw new LiuhenError('UNKNOWN_ID', streamOf(kind, subject));
    const now = this.options.now();
    const jurisdiction = placeOf(folded.subject) ?? actor.jurisdiction;
    const speaksFor = await spokenForBy(this.#folder, actor, partiesOf(folded.subject, subject));
    const scene = { jurisdiction, occurredAt: now, subject, speaksFor };
    const deputies = await deputiesOf(this.#folder, actor, { jurisdiction, occurredAt: now, now });
    const isTheirs = !isReserved(folded.subject.kind) || [actor, ...deputies].some((each) => knowsOf(each, folded.subject, scene));
    if (!isTheirs) throw new LiuhenError('UNKNOWN_ID', streamOf(kind, subject));
    const isDenied = (act: Act, who: Actor, item: string): boolean => denialOf(act, who, folded.subject, { ...scene, item }) !== undefined;

    return ACTS.filter((group) => group.kind === kind)
      .flatMap((group) => group.acts)
      .filter((act) => !act.opens)
      .map((act) => {
        const own = denialOf(act, actor, folded.subject, scene);
        const deputy = own && deputies.find((each) => denialOf(act, each, folded.subject, scene) === undefined);
        const denied = deputy === undefined ? own : undefined;
        const found = denied === undefined ? act.targets(folded.subject.state) : [];
        const targets = act.target === null ? found : found.filter((item) => !isDenied(act, deputy ?? actor, item));
        const refusal =
          targets.length === 0 && denied === undefined
            ? refuse({ code: 'WRONG_STAGE', ...act.outOfTurn(folded.subject.state) }, scene)
            : null;

        return {
          act: act.name,
          title: act.title,
          open: denied === undefined && refusal === null,
          targets: act.target === null ? [] : targets,
          basis: act.basis.map((rule) => ({ rule, citation: ruleById(rule).citation })),
          refusal: denied === undefined ? refusal : asRefusal(denied),
          acting: deputy?.acting ?? null,
        };
      });
  }

  /** The first receipt of this key, if it was used before; after a crash too, for it is read from the log. */
  async #earlier(task: Task): Promise<Receipt | ActOutcome | undefined> {
    const { actor, request } = task;
    const first = await this.options.store.findEvent(eventId(actor.person, request.idempotencyKey, 0));
    if (first === undefined) return undefined;
    if (first.actId !== task.actId) {
      return invalid(
        [{ path: 'request.idempotencyKey', message: { zh: '该幂等键已用于另一请求', en: 'used for another request' } }],
        'KEY_REUSED',
      );
    }
    const events = await this.#eventsOf(first);
    const before = await this.#folder.foldBefore(first.stream, task.kind, first.revision);
    const facts = await this.#facts({ ...task, actor: first.actor, now: first.recordedAt }, before);
    const decision = decide(task.act, task.input, facts);

    return receiptOf(task, events, { warnings: decision.kind === 'accepted' ? decision.warnings : [], repeated: true });
  }

  async #attempt(task: Task, left: number): Promise<ActOutcome> {
    if (await this.#isStranger(task)) return unknownId(task.subject);
    const judged = await this.#judge(task);
    const { decision, actor, folded } = judged;
    const expected = task.request.expectedRevision;
    if (isUnknown(task, folded)) return unknownId(task.subject);
    if (decision.kind !== 'accepted') return this.#refused(task, decision, judged);
    if (expected !== null && expected !== folded.revision) return (await this.#earlier(task)) ?? conflict(task, expected, folded.revision);
    if (decision.events.length === 0) return nothingNew(task, folded, decision.warnings);
    const events = decision.events.map((event, at) => newEvent({ ...task, actor }, event, at));
    const done = await this.#append(task, events, folded.revision);
    if (done.kind === 'appended') {
      const { revision, position } = done;

      return receipt(task, { revision, position, events, warnings: decision.warnings, repeated: false });
    }
    const earlier = await this.#earlier(task);
    if (earlier !== undefined) return earlier;

    return left > 1 && expected === null ? this.#attempt(task, left - 1) : conflict(task, folded.revision, done.current);
  }

  /**
   * A request that is repeated while it is under way may have been written since it was looked for: what stands against it then is itself.
   * Who may not know of the thing did not do it before either.
   */
  async #refused(task: Task, decision: Refusal | Denied, { actor, jurisdiction, hidden }: Judged): Promise<ActOutcome> {
    const earlier = hidden ? undefined : await this.#earlier(task);
    if (earlier !== undefined) return earlier;
    await this.#keepRefusal({ ...task, actor }, decision, { jurisdiction, hidden });

    return hidden ? unknownId(task.subject) : decision;
  }

  /** The attempt of a stranger stays on record, where there was something to attempt. */
  async #isStranger(task: Task): Promise<boolean> {
    const stranger = await strangerTo(this.#looks, task);
    if (stranger?.to === 'case') await this.#keepRefusal(task, stranger.denial, { jurisdiction: stranger.jurisdiction, hidden: true });

    return stranger !== undefined;
  }

  /** Where the key was used between looking and writing, the log knows its event ids, in this stream or in another. */
  async #append(
    task: Task,
    events: readonly NewEvent[],
    revision: number,
  ): Promise<AppendDone | { readonly kind: 'slower'; readonly current: number }> {
    try {
      const done = await this.options.store.append(streamOf(task.kind, task.subject), events, revision < 0 ? 'none' : revision);
      if (done.kind === 'appended' && !done.repeated) return done;

      return { kind: 'slower', current: done.kind === 'appended' ? done.revision : done.current };
    } catch (error) {
      if (!hasCode(error, 'INVALID_INPUT')) throw error;

      return { kind: 'slower', current: revision };
    }
  }

  /** All events of the act that began with this one; they stand together, however many they are. */
  async #eventsOf(first: RecordedEvent): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (;;) {
      const page = await this.options.store.readStream(first.stream, { from: first.revision + events.length, limit: PAGE });
      const own = page.filter((event) => event.actId === first.actId);
      events.push(...own);
      if (own.length === 0 || own.length < page.length) return events;
    }
  }

  async #judge(task: Task): Promise<Judged> {
    const folded = await this.#folder.fold(task.kind, task.subject);
    const facts = await this.#facts(task, folded);
    const { act, actor, input, kind, subject } = task;
    const item = itemNamedBy(act, input);
    const parties = partiesOf(folded.subject, subject);
    const scene = { ...facts, subject, item, speaksFor: await spokenForBy(this.#folder, actor, parties) };
    const denied = denialOf(act, actor, folded.subject, scene);
    const deputies = denied === undefined || !couldDeputise(act, actor) ? [] : await deputiesOf(this.#folder, actor, facts);
    const deputy = deputies.find((each) => denialOf(act, each, folded.subject, scene) === undefined);
    const { jurisdiction } = facts;
    if (deputy !== undefined) {
      return { decision: decide(act, input, { ...facts, actor: deputy }), actor: deputy, folded, jurisdiction, hidden: false };
    }
    const isKnown = () => [actor, ...deputies].some((each) => knowsOf(each, folded.subject, scene));
    const decision = denied ?? decide(act, input, facts);
    const mayHide = decision.kind === 'denied' || (decision.kind === 'refusal' && isReserved(folded.subject.kind));
    const hidden = mayHide && !act.opens && !OPENED_BY_ANY_ACT.includes(kind) && !isKnown();

    return { decision, actor, folded, jurisdiction, hidden };
  }

  async #facts(task: Task, folded: Folded): Promise<Facts<unknown>> {
    const named = task.act.needs(task.input, task.subject, folded.subject.state);
    const needs = { ...named, cases: await knownAmong(this.#looks, task, named.cases) };
    const first = needs.parties?.[0];
    const party = first === undefined ? undefined : (await this.#folder.fold('party', first)).subject;
    const jurisdiction = placeOfAct(
      { ...task, actor: inOwnRight(task.actor) },
      folded.subject,
      party?.kind === 'party' ? party.state : undefined,
    );
    const areas = [...areasAbove(jurisdiction), task.actor.jurisdiction];

    return {
      state: folded.subject.state,
      actor: task.actor,
      subject: task.subject,
      ...momentOf(task.request.occurredAt, { now: task.now, last: folded.last }),
      now: task.now,
      jurisdiction,
      evidence: task.request.evidence,
      registers: await registersFor(this.#folder, needs, areas),
    };
  }

  /** Refusals of weight stay on record; the same request tried again is the same attempt. */
  async #keepRefusal(
    task: Task,
    refused: Refusal | Denied,
    { jurisdiction, hidden }: { readonly jurisdiction: string; readonly hidden: boolean },
  ): Promise<void> {
    if (refused.kind === 'refusal' && !refused.weighty) return;
    const payload = {
      act: task.act.name,
      subjectKind: task.kind,
      subject: task.subject,
      code: refused.code,
      rule: refused.rule,
      citation: refused.citation,
      messageZh: refused.message.zh,
      messageEn: refused.message.en,
      jurisdiction,
    };
    const event = { type: 'ActRefused', payload, occurredAt: task.now, basis: [], evidence: [] };
    const id = uuidOf('refusal', task.actId, refused.rule);
    const [stream, refusal] = [streamOf('refusals', task.subject), { ...newEvent(task, event, 0), id }] as const;
    // Who may not know of the thing would know it by the write.
    if (hidden && this.options.late !== undefined) this.options.late.add(stream, refusal);
    else await this.options.store.append(stream, [refusal], 'any');
  }
}

const eventId = (person: string, key: string, index: number): string => uuidOf('event', person, key, String(index));

/** What a device sends is its own event, field by field; keeping it twice would double the log. */
const isKept = ({ kind }: Task): boolean => kind !== 'outlet';

const newEvent = (
  task: Task,
  event: Pick<NewEvent, 'type' | 'payload' | 'occurredAt' | 'occurredPrecision' | 'basis' | 'evidence'>,
  at: number,
): NewEvent => ({
  ...event,
  id: eventId(task.actor.person, task.request.idempotencyKey, at),
  schemaVersion: 1,
  recordedAt: task.now,
  actor: task.actor,
  actId: task.actId,
  ...(at === 0 && isKept(task) ? { asked: { name: task.act.name, input: task.input } } : {}),
  correlationId: task.subject,
  causationId: null,
});

/** An outlet opens with its first reading, a year with its notice, a unit under the code of its area, a person under the id that acts name. */
const OPENED_BY_ANY_ACT: readonly StreamKind[] = ['outlet', 'calendar', 'unit', 'person'];

/** All else must be on record before an act can be done on it. */
const isUnknown = ({ act, kind }: Task, { revision }: Folded): boolean => !act.opens && revision < 0 && !OPENED_BY_ANY_ACT.includes(kind);
