import { deadlinesOfCase } from '@liuhen/projections';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { asking, scopesOf } from './authority';
import { CaseType } from './case-types';
import type { GraphContext } from './context';
import { obligationOf, ObligationType } from './obligation-types';

/** Read beside the file and only when asked for: the clock moves a deadline without an event of the case. */
@Resolver(() => CaseType)
export class CaseDeadlines {
  @FieldResolver(() => [ObligationType], { description: '本案未履行义务及期限，先到期在前 / what is owed on this case, next due first' })
  async deadlines(@Root() { caseId }: CaseType, @Ctx() context: GraphContext): Promise<readonly ObligationType[]> {
    const scopes = scopesOf('openObligations', asking(context, 'openObligations'));
    // Who reads the file reads it wherever the case lies; what else they are told of its deadlines is as in the list.
    const duties = await deadlinesOfCase(
      context.reader,
      scopes.map((scope) => ({ ...scope, area: null })),
      caseId,
    );

    return duties.map((duty) => obligationOf(duty, context.now()));
  }
}
