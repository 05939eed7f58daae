import {
  idOfStream,
  kindOfStream,
  type Actor,
  type CriminalTransferEvent,
  type MonitoringEvent,
  type RecordedEvent,
  type Stage,
} from '@liuhen/workflows';
import {
  caseFileOf,
  personsKeptFrom,
  standingOfId,
  titleOf,
  transferredCaseOf,
  type CaseFileDocument,
  type TimelineEntry,
} from '@liuhen/projections';
import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { PATIENCE } from './args';
import { asking, inReach, mayReach, isToldByCopy, reachesPlace, type View } from './authority';
import { personsActingAt } from './capacity';
import { TimelineEntryType } from './case-types';
import type { GraphContext } from './context';
import { StageEnum } from './enums';
import { PositionScalar } from './scalars';
import { TransferredCaseType } from './report-types';
import { SuspicionType } from './view-types';

const simpleResolvers = true;

@ObjectType('CaseTransferred', { simpleResolvers, description: '移送通知，含全部材料 / a transfer with its complete papers' })
class CaseTransferredType {
  @Field(() => PositionScalar, { description: '断线后以此为 after 续订 / resubscribe after this' }) readonly position!: number;
  @Field(() => TransferredCaseType) readonly transfer!: object;
}

@ObjectType('CaseChanged', { simpleResolvers })
class CaseChangedType {
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => ID) readonly caseId!: string;
  @Field(() => StageEnum, { description: '变更后的环节 / stage after the change' }) readonly stage!: Stage;
  @Field(() => TimelineEntryType) readonly entry!: TimelineEntry;
}

@ObjectType('SuspicionRaised', { simpleResolvers })
class SuspicionRaisedType {
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => SuspicionType) readonly suspicion!: object;
}

/** Arguments of a subscription beside `after`. */
export type Wanted = Readonly<Record<string, unknown>>;

export interface Listener {
  readonly actor: Actor;
  readonly wanted: Wanted;
  readonly context: Pick<GraphContext, 'reader' | 'waitFor' | 'now'>;
}

/** What is told, and to whom of those who listen with the same function and area. */
export interface Told {
  readonly payload: object;
  /** Null: to all of them; else to these persons alone, who are assigned to the case or act for another there. */
  readonly only: ReadonlySet<string> | null;
}

/** One subscription field: which events it may concern, and what it makes of one for a listener. */
export interface Topic {
  readonly eventTypes: readonly string[] | 'case';
  /** Payload of the field, or undefined where the event is not this listener's to hear. */
  tell(event: RecordedEvent, listener: Listener): Promise<Told | undefined>;
}

type Sent = Extract<CriminalTransferEvent, { type: 'CaseTransferredToPolice' }>['payload'];
type Copied = Extract<CriminalTransferEvent, { type: 'TransferCopiedToProcuratorate' }>['payload'];
type Raised = Extract<MonitoringEvent, { type: 'SuspicionRaised' }>['payload'];

interface Happened {
  readonly view: View;
  /** GB/T 2260 code. */
  readonly place: string;
  readonly payload: object;
}

/** To all whose area covers the place; else to those who act there for another. */
const toldAt = async ({ actor, context }: Listener, { view, place, payload }: Happened): Promise<Told | undefined> => {
  if (reachesPlace(view, actor, place)) return { payload, only: null };
  const moment = { reader: context.reader, now: context.now() };
  const persons = await personsActingAt(moment, actor, { place, reaches: (each) => reachesPlace(view, each, place) });

  return persons.length === 0 ? undefined : { payload, only: new Set(persons) };
};

/** 抄送: the procuratorate knows of the transfer from the copy on, with what the read model holds of it by then. */
const tellCopy = async (event: RecordedEvent, listener: Listener): Promise<Told | undefined> => {
  const { transferId } = event.payload as Copied;
  await listener.context.waitFor(event.position, PATIENCE);
  const transfer = await transferredCaseOf(listener.context.reader, { caseId: idOfStream(event.stream), transferId });

  return (
    transfer && toldAt(listener, { view: 'caseTransferred', place: transfer.jurisdiction, payload: { position: event.position, transfer } })
  );
};

const tellTransfer: Topic['tell'] = (event, listener) => {
  const isCopy = event.type === 'TransferCopiedToProcuratorate';
  if (isToldByCopy('caseTransferred', listener.actor) !== isCopy) return Promise.resolve(undefined);
  if (isCopy) return tellCopy(event, listener);
  const sent = event.payload as Sent;
  const transfer = {
    caseId: idOfStream(event.stream),
    transferId: sent.transferId,
    status: 'sent',
    jurisdiction: sent.policeJurisdiction,
    sent,
    sentAt: sent.sentAt,
    position: event.position,
  };

  return toldAt(listener, { view: 'caseTransferred', place: sent.policeJurisdiction, payload: { position: event.position, transfer } });
};

/** Those of one function and area who reach a case in person: on its team, or acting for another. */
const personsInReach = async (
  { actor, context }: Pick<Listener, 'actor' | 'context'>,
  document: CaseFileDocument,
): Promise<readonly string[]> => {
  const now = context.now();
  const members = (document.file.team?.members ?? []).map(({ person }) => person);
  const onTeam = members.filter((person) => inReach({ ...actor, person }, document, now));
  const reaches = (each: Actor): boolean => inReach(each, document, now);

  return [...onTeam, ...(await personsActingAt({ reader: context.reader, now }, actor, { place: document.jurisdiction, reaches }))];
};

/** The file, where any of those who listen can have to do with the case; the rest are spared the look, and show nothing by it. */
const fileFor = async ({ actor, context }: Pick<Listener, 'actor' | 'context'>, caseId: string): Promise<CaseFileDocument | undefined> => {
  const { reader } = context;
  const now = context.now();
  const standing = await standingOfId(reader, caseId);
  if (standing === undefined) return undefined;
  const members = (standing.team?.members ?? []).map(({ person }) => ({ ...actor, person }));
  const reaches = (each: Actor): boolean => mayReach([each], standing, now);
  const isTheirs =
    [actor, ...members].some(reaches) ||
    (await personsActingAt({ reader, now }, actor, { place: standing.jurisdiction, reaches })).length > 0;

  return isTheirs ? caseFileOf(reader, caseId) : undefined;
};

const tellChange: Topic['tell'] = async (event, { actor, wanted, context }) => {
  const caseId = idOfStream(event.stream);
  if (typeof wanted['caseId'] === 'string' && wanted['caseId'] !== caseId) return undefined;
  await context.waitFor(event.position, PATIENCE);
  const document = await fileFor({ actor, context }, caseId);
  if (document === undefined) return undefined;
  const entry = { ...event, eventId: event.id, title: titleOf(event.type) };
  const payload = { position: event.position, caseId, stage: document.stage, entry };
  // Nobody in particular: what one of them holds in person is not told to the others.
  if (inReach({ ...actor, person: '' }, document, context.now())) return { payload, only: null };
  const persons = await personsInReach({ actor, context }, document);

  return persons.length === 0 ? undefined : { payload, only: new Set(persons) };
};

const tellSuspicion: Topic['tell'] = (event, listener) => {
  const raised = event.payload as Raised;
  const wanted = listener.wanted['outletId'];
  if (typeof wanted === 'string' && wanted !== raised.outletId) return Promise.resolve(undefined);
  const suspicion = { ...raised, raisedAt: event.recordedAt, position: event.position, caseId: null };

  return toldAt(listener, { view: 'suspicionRaised', place: raised.jurisdiction, payload: { position: event.position, suspicion } });
};

export const TOPICS = {
  caseTransferred: { eventTypes: ['CaseTransferredToPolice', 'TransferCopiedToProcuratorate'], tell: tellTransfer },
  caseChanged: { eventTypes: 'case', tell: tellChange },
  suspicionRaised: { eventTypes: ['SuspicionRaised'], tell: tellSuspicion },
} as const satisfies Readonly<Partial<Record<View, Topic>>>;

export type TopicName = keyof typeof TOPICS;

export const isTopic = (name: string): name is TopicName => Object.hasOwn(TOPICS, name);

/** Cheap first look, before anything is read. */
export const concerns = ({ eventTypes }: Topic, event: RecordedEvent): boolean =>
  eventTypes === 'case' ? kindOfStream(event.stream) === 'case' : eventTypes.includes(event.type);

const NOBODY: ReadonlySet<string> = new Set();

/** Persons who are not told of an event, though their function and area are: those kept from the case (O-46). */
export const notTold = async (event: RecordedEvent, { reader }: Listener['context']): Promise<ReadonlySet<string>> =>
  kindOfStream(event.stream) === 'case' ? personsKeptFrom(reader, idOfStream(event.stream)) : NOBODY;

interface SubscribeCall {
  readonly args: Wanted & { readonly after?: number | null };
  readonly context: GraphContext;
}

/** Replays what came after a position, then goes on live; without a position it starts now. */
const listen = (name: TopicName) =>
  async function* ({ args, context }: SubscribeCall): AsyncGenerator<object> {
    const actor = asking(context, name);
    const topic: Topic = TOPICS[name];
    const { after, ...wanted } = args;
    const leave = new AbortController();
    try {
      for await (const item of context.feed.follow(after ?? (await context.feed.head()), leave.signal)) {
        if (item.kind !== 'event' || !concerns(topic, item.event)) continue;
        const told = await topic.tell(item.event, { actor, wanted, context });
        if (told === undefined || told.only?.has(actor.person) === false) continue;
        if (!(await notTold(item.event, context)).has(actor.person)) yield told.payload;
      }
    } finally {
      leave.abort();
    }
  };

const AFTER = '此位置之后的全部事件先补发，再实时推送 / replays everything after this position, then goes on live';

@Resolver()
export class Subscriptions {
  @Subscription(() => CaseTransferredType, {
    subscribe: (call) => listen('caseTransferred')(call),
    description:
      '案件移送公安机关；检察机关自抄送起获知 / a case was transferred to the police of your area; the procuratorate is told at the copy',
  })
  caseTransferred(
    @Root() told: CaseTransferredType,
    @Arg('after', () => PositionScalar, { nullable: true, description: AFTER }) _after: number | null,
    @Ctx() context: GraphContext,
  ): CaseTransferredType {
    asking(context, 'caseTransferred');

    return told;
  }

  @Subscription(() => CaseChangedType, {
    subscribe: (call) => listen('caseChanged')(call),
    description: '案件变更 / a case moved',
  })
  caseChanged(
    @Root() told: CaseChangedType,
    @Arg('caseId', () => ID, { nullable: true }) _caseId: string | null,
    @Arg('after', () => PositionScalar, { nullable: true, description: AFTER }) _after: number | null,
    @Ctx() context: GraphContext,
  ): CaseChangedType {
    asking(context, 'caseChanged');

    return told;
  }

  @Subscription(() => SuspicionRaisedType, {
    subscribe: (call) => listen('suspicionRaised')(call),
    description: '初步涉嫌 / a preliminary suspicion was raised',
  })
  suspicionRaised(
    @Root() told: SuspicionRaisedType,
    @Arg('outletId', () => ID, { nullable: true }) _outletId: string | null,
    @Arg('after', () => PositionScalar, { nullable: true, description: AFTER }) _after: number | null,
    @Ctx() context: GraphContext,
  ): SuspicionRaisedType {
    asking(context, 'suspicionRaised');

    return told;
  }
}
