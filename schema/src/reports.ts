import { dayOf } from '@liuhen/workflows';
import { issueLedger, liabilityTrace, matterOfHandoff, outstandingHandoffs, transferredTo } from '@liuhen/projections';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs } from './args';
import { withoutKept } from './told-page';
import { askingAs } from './capacity';
import type { GraphContext } from './context';
import { day, fresh } from './asked';
import { TransferredCaseStatusEnum } from './enums';
import {
  HandoffArgs,
  HandoffConnection,
  IssueArgs,
  IssueConnection,
  TieArgs,
  TieConnection,
  TransferredCaseConnection,
} from './report-types';

/** Reports that bear on cases, parties and persons (rules.md part 5); each a list in pages, and so exportable. */
@Resolver()
export class Reports {
  @Query(() => IssueConnection, { description: '问题台账（P-11），先发现在前 / ledger of problems, first found first' })
  async issueLedger(@Args(() => IssueArgs) args: IssueArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'issueLedger');
    const filter = args.filter ?? {};
    day('foundFrom', filter.foundFrom);
    day('foundTo', filter.foundTo);
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => issueLedger(context.reader, scopes, { filter, page, today: dayOf(context.now()) }),
      mattersOf: ({ caseId }) => [caseId],
    });
  }

  @Query(() => HandoffConnection, {
    description: '未办结移交（P-12），最久在前 / hand-offs that the receiver still owes something on, oldest first',
  })
  async outstandingHandoffs(@Args(() => HandoffArgs) args: HandoffArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'outstandingHandoffs');
    day('lateOn', args.filter?.lateOn);
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => outstandingHandoffs(context.reader, scopes, { filter: args.filter ?? {}, page, today: dayOf(context.now()) }),
      mattersOf: ({ caseId, handoffId }) => [caseId, matterOfHandoff(handoffId)],
    });
  }

  @Query(() => TransferredCaseConnection, { description: '移送公安机关的案件（P-13）/ cases transferred to the police' })
  async transferredCases(
    @Arg('status', () => TransferredCaseStatusEnum, { nullable: true }) status: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'transferredCases');
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => transferredTo(context.reader, scopes, { status, page }),
      mattersOf: ({ caseId }) => [caseId],
    });
  }

  @Query(() => TieConnection, {
    description:
      '责任追溯（P-18）：何人对何数据、报告终身负责；按人查询不受调动影响 / who answers for which number and report, wherever they went',
  })
  async liabilityTrace(@Args(() => TieArgs) args: TieArgs, @Ctx() context: GraphContext): Promise<object> {
    const who = args.filter?.who ?? null;
    const { actor, scopes } = await askingAs(context, 'liabilityTrace', who);
    await fresh(context, args);
    if (who !== null) context.noteRead({ actor, view: 'liabilityTrace', subject: who, why: null });

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => liabilityTrace(context.reader, scopes, { filter: args.filter ?? {}, page }),
      mattersOf: ({ caseId }) => [caseId],
    });
  }
}
