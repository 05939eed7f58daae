import { concerns, notTold, type Listener, type Topic } from '@liuhen/schema';
import type { EventFeed, Position, RecordedEvent } from '@liuhen/workflows';
import type { Logger } from 'pino';

/** One question as several clients ask it with the same rights: told and written once for all of them. */
export interface Question {
  /** Same key: same operation text, same variables but for `after`, same rights. */
  readonly key: string;
  readonly topic: Topic;
  readonly listener: Listener;
  /** The payload of a `next` message as JSON. */
  readonly write: (told: object) => Promise<string>;
}

export interface Member {
  /** Position of the last event that this member has or does not want. */
  from: Position;
  /** Who listens: rights are shared by function and area, a recusal is one person's. */
  readonly person: string;
  send(payload: string): void;
  /** Called once, when nothing more will come. */
  end(): void;
}

interface Channel {
  readonly question: Question;
  readonly members: Set<Member>;
}

/**
 * Follows the log once for all subscribers. A member that asks for the past replays it by itself, in the same order,
 * and joins the channel at the event where both stand: no gap, no duplicate.
 */
export class FanOut {
  readonly #channels = new Map<string, Channel>();
  readonly #leave = new AbortController();
  /** Position of the event being told or told last; set before the telling, so that who joins meanwhile replays it. */
  #position: Position = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: EventFeed,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    this.#position = await this.feed.head();
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#leave.abort();
    await this.#running;
    for (const { members } of this.#channels.values()) for (const member of members) member.end();
    this.#channels.clear();
  }

  /** Starts at the present (`after` null) or replays first; returns how to leave. */
  join(question: Question, member: Omit<Member, 'from'>, after: Position | null): () => void {
    const leave = new AbortController();
    const joined: Member = { ...member, from: after ?? this.#position };
    const admit = () => this.#admit(question, joined);
    if (joined.from >= this.#position) admit();
    else void this.#replay(question, joined, AbortSignal.any([leave.signal, this.#leave.signal]), admit);

    return () => {
      leave.abort();
      this.#dismiss(question.key, joined);
    };
  }

  async #replay(question: Question, member: Member, signal: AbortSignal, admit: () => void): Promise<void> {
    try {
      for await (const item of this.feed.follow(member.from, signal)) {
        if (item.kind === 'event') await this.#tell(question, [member], item.event);
        member.from = Math.max(member.from, item.kind === 'event' ? item.event.position : item.position);
        if (signal.aborted) return;
        if (member.from >= this.#position) return admit();
      }
    } catch (error) {
      this.log.error({ err: error }, 'replay for a subscriber failed');
      member.end();
    }
  }

  #admit(question: Question, member: Member): void {
    const channel = this.#channels.get(question.key) ?? { question, members: new Set<Member>() };
    channel.members.add(member);
    this.#channels.set(question.key, channel);
  }

  #dismiss(key: string, member: Member): void {
    const channel = this.#channels.get(key);
    channel?.members.delete(member);
    if (channel?.members.size === 0) this.#channels.delete(key);
  }

  async #run(): Promise<void> {
    for await (const item of this.feed.follow(this.#position, this.#leave.signal)) {
      this.#position = Math.max(this.#position, item.kind === 'event' ? item.event.position : item.position);
      if (item.kind === 'event') await this.#announce(item.event);
    }
  }

  async #announce(event: RecordedEvent): Promise<void> {
    await Promise.all(
      [...this.#channels.values()].map(async ({ question, members }) => {
        try {
          await this.#tell(question, members, event);
        } catch (error) {
          // Silence would look like "nothing happened"; a closed subscription is taken up again after its last position.
          this.log.error({ err: error }, 'telling subscribers failed');
          for (const member of members) member.end();
        }
      }),
    );
  }

  async #tell({ topic, listener, write }: Question, members: Iterable<Member>, event: RecordedEvent): Promise<void> {
    if (!concerns(topic, event)) return;
    const told = await topic.tell(event, listener);
    if (told === undefined) return;
    const [payload, kept] = await Promise.all([write(told.payload), notTold(event, listener.context)]);
    for (const member of members) {
      if (member.from >= event.position) continue;
      member.from = event.position;
      if (told.only?.has(member.person) !== false && !kept.has(member.person)) member.send(payload);
    }
  }
}
