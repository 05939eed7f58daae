import {
  casesKeptFrom,
  creditRecordList,
  fraudDisclosureList,
  fraudReportList,
  publicReportList,
  sanctionOutcomeList,
  typicalCaseList,
  type PageInput,
} from '@liuhen/projections';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { askingAs } from './capacity';
import {
  CreditRecordArgs,
  FraudDisclosureArgs,
  FraudReportArgs,
  PublicReportArgs,
  SanctionOutcomeArgs,
  TypicalCaseArgs,
} from './conduct-args';
import {
  CreditRecordConnection,
  FraudDisclosureConnection,
  FraudReportConnection,
  PublicReportConnection,
  SanctionOutcomeConnection,
  TypicalCaseConnection,
} from './conduct-types';
import type { GraphContext } from './context';
import { day, fresh } from './asked';
import { toldPage, withoutKept } from './told-page';

@Resolver()
export class ConductQueries {
  @Query(() => FraudReportConnection, { description: '查实弄虚作假的上报（P-14）/ verified fraud, told to the superior or to be told' })
  async fraudReportUpward(@Args(() => FraudReportArgs) args: FraudReportArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'fraudReportUpward');
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => fraudReportList(context.reader, scopes, { filter: args.filter ?? {}, page }),
      caseOf: ({ caseId }) => caseId,
    });
  }

  @Query(() => SanctionOutcomeConnection, { description: '违规线索及处分结果（P-16）/ discipline clues and their outcome' })
  async sanctionOutcomes(@Args(() => SanctionOutcomeArgs) args: SanctionOutcomeArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'sanctionOutcomes');
    await fresh(context, args);
    const ask = (page: PageInput) => sanctionOutcomeList(context.reader, scopes, { filter: args.filter ?? {}, page });

    const kept = await casesKeptFrom(context.reader, actor.person);

    return toldPage(args, ask, ({ named, caseId }) => !named.includes(actor.person) && (caseId === null || !kept.has(caseId)));
  }

  @Query(() => FraudDisclosureConnection, {
    description: '已处罚的弄虚作假信息及公开、推送情况（P-19）/ penalised fraud, made public and pushed',
  })
  async fraudDisclosure(@Args(() => FraudDisclosureArgs) args: FraudDisclosureArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'fraudDisclosure');
    const filter = args.filter ?? {};
    day('decidedFrom', filter.decidedFrom);
    day('decidedTo', filter.decidedTo);
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => fraudDisclosureList(context.reader, scopes, { filter, page }),
      caseOf: ({ caseId }) => caseId,
    });
  }

  @Query(() => TypicalCaseConnection, { description: '典型案例（P-24）/ typical cases, reported upward or exposed' })
  async typicalCases(@Args(() => TypicalCaseArgs) args: TypicalCaseArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'typicalCases');
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => typicalCaseList(context.reader, scopes, { filter: args.filter ?? {}, page }),
      caseOf: ({ caseId }) => caseId,
    });
  }

  @Query(() => PublicReportConnection, { description: '公众举报及奖励（P-25）/ public reports and rewards' })
  async publicReports(@Args(() => PublicReportArgs) args: PublicReportArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'publicReports');
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => publicReportList(context.reader, scopes, { filter: args.filter ?? {}, page }),
      caseOf: ({ caseId }) => caseId,
    });
  }

  @Query(() => CreditRecordConnection, { description: '失信信息、联合惩戒与信用修复 / breaches, joint punishment and credit repair' })
  async creditRecords(@Args(() => CreditRecordArgs) args: CreditRecordArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'creditRecords');
    await fresh(context, args);
    return withoutKept(context, actor, {
      page: args,
      ask: (page) => creditRecordList(context.reader, scopes, { filter: args.filter ?? {}, page }),
      caseOf: ({ caseId }) => caseId,
    });
  }
}
