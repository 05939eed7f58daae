import { isTrailWithin, keptFrom, mattersOfPattern, trailOfPerson, unusualFindings, unusualPatterns } from '@liuhen/projections';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { FindingArgs, PatternArgs, PersonTrailArgs } from './args';
import { days, fresh } from './asked';
import { askingAs } from './capacity';
import type { GraphContext } from './context';
import { toldPage, withoutKept } from './told-page';
import { FindingConnection, PatternConnection, TrailConnection } from './view-types';

/** What discipline inspection asks over all cases of its area. */
@Resolver()
export class AuditorQueries {
  @Query(() => TrailConnection, {
    description: '个人审计轨迹：办理、查阅、被拒绝、署名、被提及 / everything a person did, read, was refused, signed or was named in',
  })
  async personTrail(
    @Arg('person', () => ID) person: string,
    @Args(() => PersonTrailArgs) args: PersonTrailArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'personTrail');
    days(args.filter);
    await fresh(context, args);
    context.noteRead({ actor, view: 'personTrail', subject: person, why: args.why ?? null });

    const { reader } = context;
    const kept = await keptFrom(reader, actor.person);

    return toldPage(
      args,
      (page) => trailOfPerson(reader, { filter: { ...args.filter, person }, page }),
      (entry) => !kept.has(entry.subject) && isTrailWithin(reader, scopes, entry),
    );
  }

  @Query(() => PatternConnection, {
    description: '异常情形及其规则，干预之后发生的事项 / what is unusual, by which rule; what followed each intervention',
  })
  async unusualPatterns(@Args(() => PatternArgs) args: PatternArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'unusualPatterns');
    await fresh(context, args);

    const filter = args.filter ?? {};

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => unusualPatterns(context.reader, scopes, { filter, page }),
      mattersOf: mattersOfPattern,
    });
  }

  @Query(() => FindingConnection, {
    description: '异常情形逐条列出，载明规则 / each unusual thing by itself, with the rule by which it was found',
  })
  async unusualFindings(@Args(() => FindingArgs) args: FindingArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'unusualFindings');
    days(args.filter);
    await fresh(context, args);

    const filter = args.filter ?? {};

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => unusualFindings(context.reader, scopes, { filter, page }),
      mattersOf: ({ caseId, interferences }) => [caseId, ...interferences],
    });
  }
}
