import { aftermathOf } from '@liuhen/projections';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { asking, seesField } from './authority';
import type { GraphContext } from './context';
import { FollowedEventType, InterferenceType } from './view-types';

/** Joined when asked for, so that what happens to the case later is there too. */
@Resolver(() => InterferenceType)
export class InterferenceAftermath {
  @FieldResolver(() => [FollowedEventType], {
    description:
      '其后 30 日内案件的变化；仅纪检监察机关可见 / what happened to the case in the 30 days after, for discipline inspection only',
  })
  async followed(
    @Root() { interferenceId, caseId }: InterferenceType,
    @Ctx() context: GraphContext,
  ): Promise<readonly FollowedEventType[]> {
    if (caseId === null || !seesField('followed', asking(context, 'interferenceTrail'))) return [];
    const all = await aftermathOf(context.reader, caseId);

    return all.find((each) => each.interferenceId === interferenceId)?.followed ?? [];
  }
}
