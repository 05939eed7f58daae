import {
  ACTS,
  areasAbove,
  decide,
  denialOf,
  itemNamedBy,
  partiesOf,
  evolveSubject,
  hasCode,
  inOwnRight,
  isBorneOut,
  idOfStream,
  initialSubject,
  kindOfStream,
  placeOf,
  ruleById,
  STREAM_KINDS,
  streamOf,
  type Act,
  type Facts,
  type RecordedEvent,
  type Refusal,
  type Denied,
  type RegisterNeeds,
  type StreamKind,
  type Subject,
  type Text,
} from '@liuhen/workflows';
import { placeOfAct } from '../desk/place';
import { registersOver, streamsNeeded } from '../desk/registers';
import { canonicalJson } from '../ledger/canonical';

/** The first event of a record that was not lawful when it was done. */
export interface Unlawful {
  readonly event: Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'revision' | 'position' | 'occurredAt' | 'actor'>;
  /** Rule that it breaks, null where the procedure itself does not foresee it. */
  readonly rule: string | null;
  readonly citation: string | null;
  readonly message: Text;
}

export interface Judgement {
  readonly unlawful: Unlawful | null;
  /** Acts judged anew with all that their decision looked at. */
  readonly judged: number;
  /** Acts of which only procedure, function and area could be judged: older events, device data, registers that are not at hand. */
  readonly partly: number;
}

interface Declared {
  readonly kind: StreamKind;
  readonly act: Act;
}

const DECLARED: ReadonlyMap<string, Declared> = new Map(
  ACTS.flatMap(({ kind, acts }) => acts.map((act) => [act.name, { kind, act }] as const)),
);

const SILENT: readonly StreamKind[] = ['refusals', 'records', 'clock'];

class Objected extends Error {
  constructor(
    readonly text: Text,
    readonly by: Pick<Refusal | Denied, 'rule' | 'citation'> | null = null,
  ) {
    super(text.en);
  }
}

const isKind = (kind: string): kind is StreamKind => (STREAM_KINDS as readonly string[]).includes(kind);

/** What an act looks up in the registers, as the desk would ask; empty where it cannot be told. */
export const needsOf = (event: RecordedEvent, subject: Subject): RegisterNeeds => {
  const declared = event.asked && DECLARED.get(event.asked.name);
  const parsed = declared?.act.input.safeParse(event.asked?.input);

  return declared === undefined || parsed?.success !== true ? {} : declared.act.needs(parsed.data, idOfStream(event.stream), subject.state);
};

/** Replays a record through the machines and guards of the law, in the order of the log. */
export class LawJudge {
  readonly #subjects = new Map<string, Subject>();
  #judged = 0;
  #partly = 0;
  #unlawful: Unlawful | null = null;

  /** @param isWhole whether a stream is at hand from its beginning */
  constructor(private readonly isWhole: (stream: string) => boolean) {}

  get judgement(): Judgement {
    return { unlawful: this.#unlawful, judged: this.#judged, partly: this.#partly };
  }

  /** State of a stream as replayed so far; undefined for one on which no act is done. */
  subjectOf(stream: string): Subject | undefined {
    const kind = kindOfStream(stream);
    if (!isKind(kind) || SILENT.includes(kind)) return undefined;

    return this.#subjects.get(stream) ?? initialSubject(kind);
  }

  /** Takes the events of one act; stops listening after the first that was not lawful. */
  take(act: readonly RecordedEvent[]): void {
    const [first] = act;
    if (first === undefined || this.#unlawful !== null) return;
    const subject = this.subjectOf(first.stream);
    if (subject === undefined) return;
    if (!this.isWhole(first.stream)) {
      this.#partly += 1;

      return;
    }
    let at = first;
    try {
      this.#judge(act, first, subject);
      let folded = subject;
      for (const event of act) {
        at = event;
        folded = evolveSubject(folded, event);
      }
      this.#subjects.set(first.stream, folded);
    } catch (error) {
      this.#unlawful = unlawful(at, error);
    }
  }

  /** Takes events as they are, without judging them. */
  replay(act: readonly RecordedEvent[]): void {
    for (const event of act) {
      const subject = this.subjectOf(event.stream);
      if (subject === undefined || this.#unlawful !== null) return;
      try {
        this.#subjects.set(event.stream, evolveSubject(subject, event));
      } catch (error) {
        this.#unlawful = unlawful(event, error);
      }
    }
  }

  #judge(act: readonly RecordedEvent[], first: RecordedEvent, subject: Subject): void {
    if (first.asked === undefined) return this.#judgePartly(first, subject);
    const declared = DECLARED.get(first.asked.name);
    if (declared?.kind !== subject.kind) {
      throw new Objected({ zh: `没有此行为：${first.asked.name}`, en: `no such act: ${first.asked.name}` });
    }
    const parsed = declared.act.input.safeParse(first.asked.input);
    if (!parsed.success) throw new Objected({ zh: '行为的输入不合格式', en: 'the input of the act is not in form' });
    const needs = declared.act.needs(parsed.data, idOfStream(first.stream), subject.state);
    const facts = this.#facts(first, subject, { input: parsed.data, needs });
    const areas = [...areasAbove(facts.jurisdiction), first.actor.jurisdiction];
    if (!this.#canTellForWhom(first)) return this.#judgePartly(first, subject);
    if (!streamsNeeded(needs, areas).every((stream) => this.isWhole(stream))) return this.#judgePartly(first, subject);
    const scene = { ...facts, ...spoken(first, subject), item: itemNamedBy(declared.act, parsed.data) };
    const denied = denialOf(declared.act, first.actor, subject, scene);
    if (denied !== undefined) throw new Objected(denied.message, denied);
    const decision = decide(declared.act, parsed.data, facts);
    if (decision.kind !== 'accepted') throw new Objected(decision.message, decision);
    compare(act, decision.events);
    this.#judged += 1;
  }

  /** Throws where somebody acted for another under a delegation that the file of the unit does not bear out; false where that file is not at hand. */
  #canTellForWhom({ actor, occurredAt, recordedAt }: RecordedEvent): boolean {
    if (actor.acting === undefined) return true;
    const stream = streamOf('unit', actor.acting.unit);
    if (!this.isWhole(stream)) return false;
    const unit = this.subjectOf(stream);
    if (unit?.kind === 'unit' && isBorneOut(actor, unit.state, { occurredAt, now: recordedAt })) return true;
    const { id, citation } = ruleById('W-81');
    throw new Objected(
      {
        zh: '所称委托或代行不存在、已撤销或不在期限内',
        en: 'the delegation that the act claims does not exist, was revoked, or did not run',
      },
      { rule: id, citation },
    );
  }

  /** Without the input of the act: is there any act of this function on such a thing, and is the place its office's. */
  #judgePartly(first: RecordedEvent, subject: Subject): void {
    this.#canTellForWhom(first);
    this.#partly += 1;
    const acts = ACTS.filter(({ kind }) => kind === subject.kind).flatMap((group) => group.acts);
    const act = acts.find((each) => each.by.includes(first.actor.function)) ?? acts[0];
    const place = placeOf(subject) ?? first.actor.jurisdiction;
    const scene = { jurisdiction: place, occurredAt: first.occurredAt, ...spoken(first, subject) };
    const denied = act && denialOf(act, first.actor, subject, scene);
    if (denied !== undefined) throw new Objected(denied.message, denied);
  }

  #facts(
    event: RecordedEvent,
    subject: Subject,
    { input, needs }: { readonly input: Readonly<Record<string, unknown>>; readonly needs: RegisterNeeds },
  ): Facts<unknown> {
    const registers = registersOver(this.#subjects);
    const [party] = (needs.parties ?? []).map((id) => registers.party(id));

    return {
      state: subject.state,
      actor: event.actor,
      subject: idOfStream(event.stream),
      occurredAt: event.occurredAt,
      ...(event.occurredPrecision === undefined ? {} : { precision: event.occurredPrecision }),
      now: event.recordedAt,
      jurisdiction: placeOfAct(
        { kind: subject.kind, subject: idOfStream(event.stream), input, actor: inOwnRight(event.actor) },
        subject,
        party,
      ),
      evidence: event.evidence,
      registers,
    };
  }
}

/** Whom a person from outside spoke for is on record where the token named the party; before that, the office took their word. */
const spoken = (
  { actor, stream }: RecordedEvent,
  subject: Subject,
): { readonly subject: string; readonly speaksFor: readonly string[] } => {
  const id = idOfStream(stream);

  return { subject: id, speaksFor: actor.party === undefined ? partiesOf(subject, id) : [actor.party] };
};

type Decided = Pick<RecordedEvent, 'type' | 'payload' | 'basis' | 'evidence' | 'occurredAt'>;

const said = ({ type, payload, basis, evidence, occurredAt }: Decided): string =>
  canonicalJson({ type, payload, basis, evidence, occurredAt });

const compare = (recorded: readonly RecordedEvent[], decided: readonly Decided[]): void => {
  const isSame = recorded.length === decided.length && decided.every((event, at) => said(event) === said(recorded[at] ?? event));
  if (isSame) return;
  throw new Objected({
    zh: '所记事实不是该行为依法应产生的事实',
    en: 'the facts on record are not those that the act yields by law',
  });
};

const unlawful = (event: RecordedEvent, error: unknown): Unlawful => {
  const { id, type, stream, revision, position, occurredAt, actor } = event;
  const place = { id, type, stream, revision, position, occurredAt, actor };
  if (error instanceof Objected) {
    return { event: place, rule: error.by?.rule ?? null, citation: error.by?.citation ?? null, message: error.text };
  }
  const why = hasCode(error, 'UNLAWFUL_HISTORY') ? error.detail : String(error);

  return {
    event: place,
    rule: null,
    citation: null,
    message: { zh: `法定程序不容许该事件：${why}`, en: `the legal procedure does not foresee the event: ${why}` },
  };
};

/** Events of one act stand together: same stream, same act. */
export const groupedByAct = (events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] => {
  const groups: RecordedEvent[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last?.actId === event.actId && last.stream === event.stream && last.revision === event.revision - 1) group?.push(event);
    else groups.push([event]);
  }

  return groups;
};
