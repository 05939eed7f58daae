import { isSealed, LiuhenError, streamOf, type Actor, type RecordedEvent, type Sealed } from '@liuhen/workflows';
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { asking } from './authority';
import type { GraphContext } from './context';
import { enumType } from './enums';

const simpleResolvers = true;

const RECORDS = { report: '举报人身份', party: '自然人当事人个人信息' } as const;

type Kind = keyof typeof RECORDS;

const SealedRecordEnum = enumType('SealedRecord', RECORDS);

const OPENINGS: readonly string[] = ['ReporterIdentityOpened', 'PartyParticularsOpened'];

/** After an opening was put on record, the one who opened may read for so long, milliseconds. */
const WINDOW = 15 * 60_000;

@ObjectType('OpenedParticulars', { simpleResolvers, description: '启封后的个人信息 / what stands under a seal that was opened' })
class OpenedParticularsType {
  @Field(() => String, { nullable: true, description: '密钥已销毁的为空 / null where the key was destroyed' })
  readonly content!: string | null;
  @Field(() => Boolean, { description: '已封存，密钥已销毁 / sealed, key destroyed' }) readonly keyDestroyed!: boolean;
}

const isOwnOpening = ({ type, actor, recordedAt }: RecordedEvent, person: string, now: string): boolean =>
  OPENINGS.includes(type) && actor.person === person && Date.parse(now) - Date.parse(recordedAt) <= WINDOW;

const latestSeal = (events: readonly RecordedEvent[]): Sealed | undefined =>
  events
    .flatMap(({ payload }): readonly unknown[] => Object.values(payload as Readonly<Record<string, unknown>>))
    .filter(isSealed)
    .at(-1);

@Resolver()
export class SealedQueries {
  @Query(() => OpenedParticularsType, {
    description:
      '启封后十五分钟内查阅密封的个人信息；启封本身须先登记（openReporterIdentity、openPartyParticulars）/ what is sealed, within fifteen minutes of your opening it on record',
  })
  async openedParticulars(
    @Arg('of', () => SealedRecordEnum) of: Kind,
    @Arg('id', () => ID) id: string,
    @Ctx() context: GraphContext,
  ): Promise<OpenedParticularsType> {
    const actor: Actor = asking(context, 'openedParticulars');
    const events = await context.history(streamOf(of, id));
    const seal = latestSeal(events);
    if (seal === undefined || !events.some((event) => isOwnOpening(event, actor.person, context.now()))) {
      throw new LiuhenError('UNKNOWN_ID', `${id}: nothing that you opened in the last fifteen minutes`);
    }
    const content = context.unseal(seal);

    return { content: typeof content === 'string' ? content : null, keyDestroyed: content === undefined };
  }
}
