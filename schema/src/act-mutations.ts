import 'reflect-metadata';
import { ACTS, idOfStream, LiuhenError, type Act, type ActOutcome, type ActRequest, type StreamKind } from '@liuhen/workflows';
import { evidence } from '@liuhen/workflows';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { actInput } from './act-inputs';
import type { GraphContext } from './context';
import { evenly } from './evenly';
import { ActOutcomeUnion } from './outcome';
import { DateTimeScalar } from './scalars';

const EvidenceInput = actInput('evidence', evidence);

@InputType('ActRequestInput', { description: '每次办理的公共部分 / what every act carries beside its own input' })
export class ActRequestInput {
  @Field(() => String, {
    description: '幂等键：重复提交返回首次回执，不再写入 / repeating it returns the first receipt and writes nothing',
  })
  readonly idempotencyKey!: string;
  @Field(() => Int, { nullable: true, description: '所见版本；已变更则返回 Conflict / revision you saw' })
  readonly expectedRevision?: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '行为时间，缺省为当前时间 / when it was done, default now' })
  readonly occurredAt?: string | null;
  @Field(() => String, {
    nullable: true,
    description: '仅知日期时：YYYY-MM-DD、YYYY-MM、YYYY，未知为 unknown / instead of occurredAt where only the day, month or year is known',
  })
  readonly occurredOn?: string | null;
  @Field(() => [EvidenceInput], { nullable: true, description: '证据材料 / pieces of evidence' })
  readonly evidence?: readonly { digest: string; name: string; mediaType: string; bytes: number }[] | null;
}

const SUBJECT: Readonly<Record<StreamKind, string>> = {
  case: 'caseId',
  interference: 'interferenceId',
  party: 'partyId',
  person: 'personId',
  labInspection: 'labInspectionId',
  outlet: 'outletId',
  unit: 'unitId',
  discipline: 'disciplineId',
  supervision: 'supervisionId',
  report: 'reportId',
  credit: 'creditId',
  publication: 'publicationId',
  refusals: 'subject',
  records: 'subject',
  calendar: 'year',
  clock: 'subject',
};

/** GraphQL says "absent" by null too; the declared inputs know only absence. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
};

interface Call {
  readonly act: string;
  readonly subject: string | null;
  readonly input: unknown;
  readonly request: ActRequestInput;
}

const perform = async (context: GraphContext, { act, subject, input, request }: Call): Promise<object> => {
  const { actor, desk } = context;
  if (actor === null) throw new LiuhenError('UNAUTHENTICATED', act);
  const asked: ActRequest = {
    act,
    subject,
    idempotencyKey: request.idempotencyKey,
    expectedRevision: request.expectedRevision ?? null,
    occurredAt: request.occurredAt ?? request.occurredOn ?? null,
    evidence: (request.evidence ?? []).map(({ digest, name, mediaType, bytes }) => ({ digest, name, mediaType, bytes })),
    input: withoutNulls(input),
  };
  const outcome = await evenly<ActOutcome>(
    () => desk.perform(asked, actor),
    (answer) => (answer.kind === 'invalid' || answer.kind === 'refusal') && answer.code === 'UNKNOWN_ID',
  );

  return outcome.kind === 'receipt' ? { ...outcome, subject: idOfStream(outcome.stream) } : outcome;
};

/** One mutation for each declared act; nothing of an act is typed a second time here. */
export class ActMutations {}

type Method = (...args: readonly unknown[]) => Promise<object>;

const declare = (kind: StreamKind, act: Act): void => {
  const { prototype } = ActMutations;
  const method: Method = act.opens
    ? (input, request, context) =>
        perform(context as GraphContext, { act: act.name, subject: null, input, request: request as ActRequestInput })
    : (subject, input, request, context) =>
        perform(context as GraphContext, { act: act.name, subject: String(subject), input, request: request as ActRequestInput });
  const first = act.opens ? 0 : 1;
  const input = actInput(act.name, act.input);
  const description = `${act.title.zh} / ${act.title.en} — ${act.by.join(', ')}`;
  Object.defineProperty(prototype, act.name, { value: method, configurable: true });
  Reflect.defineMetadata('design:paramtypes', [Object, Object, Object, Object].slice(0, first + 3), prototype, act.name);
  Mutation(() => ActOutcomeUnion, { description })(prototype, act.name, { value: method });
  if (!act.opens) Arg(SUBJECT[kind], () => ID)(prototype, act.name, 0);
  Arg('input', () => input)(prototype, act.name, first);
  Arg('request', () => ActRequestInput)(prototype, act.name, first + 1);
  Ctx()(prototype, act.name, first + 2);
};

Resolver()(ActMutations);
for (const { kind, acts } of ACTS) for (const act of acts) declare(kind, act);
