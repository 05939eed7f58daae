import { allRules, ERROR_CODES, LiuhenError, modeOf, streamOf, type Actor, type ErrorCode, STAGES, type Stage } from '@liuhen/workflows';
import {
  caseFileAsOf,
  caseList,
  keptFrom,
  countCases,
  interferenceTrail,
  knowledgeOf,
  labInspectionList,
  openObligations,
  outletResults,
  partyList,
  personList,
  signedNumbers,
  suspicionList,
  trailOfCase,
  unitList,
  type CaseFileDocument,
  type PageInput,
} from '@liuhen/projections';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  CaseFileArgs,
  CaseListArgs,
  CaseTrailArgs,
  FreshArgs,
  InterferenceArgs,
  KnowledgeArgs,
  ObligationArgs,
  PageArgs,
  SignedNumberArgs,
} from './args';
import { day, days, fresh } from './asked';
import { asking, type View } from './authority';
import { askingAs } from './capacity';
import { seenCaseOf } from './seen-case';
import { caseOf, CaseType } from './case-types';
import { ActorType } from './common-types';
import type { GraphContext } from './context';
import { RegisteredUnitConnection } from './proceedings/unit';
import { LabInspectionConnection, PersonConnection } from './proceedings/lab';
import { OutletResultsType, PartyConnection } from './register-types';
import { toldPage, withoutKept } from './told-page';
import { ObligationConnection, obligationOf } from './obligation-types';
import {
  AvailableActType,
  CaseCountType,
  CaseConnection,
  ErrorCodeEntryType,
  InterferenceConnection,
  KnowledgeConnection,
  RuleType,
  SignedNumberConnection,
  SuspicionConnection,
  TrailConnection,
} from './view-types';

@Resolver()
export class Queries {
  @Query(() => ActorType, { description: '令牌所载身份 / who the token says you are' })
  me(@Ctx() context: GraphContext): Actor {
    return asking(context, 'me');
  }

  @Query(() => [AvailableActType], { description: '该案下一步可办事项及依据 / what may I do next on this case, on what basis' })
  async availableActs(
    @Arg('caseId', () => ID) caseId: string,
    @Args(() => FreshArgs) args: FreshArgs,
    @Ctx() context: GraphContext,
  ): Promise<readonly object[]> {
    const actor = asking(context, 'availableActs');
    await seenCase(context, { caseId, args, view: 'availableActs' });

    return context.desk.availableActs('case', caseId, actor);
  }

  @Query(() => CaseType, { description: '案件卷宗 / case file' })
  async caseFile(
    @Arg('caseId', () => ID) caseId: string,
    @Args(() => CaseFileArgs) args: CaseFileArgs,
    @Ctx() context: GraphContext,
  ): Promise<CaseType> {
    const present = await seenCase(context, { caseId, args, view: 'caseFile' });
    if (args.asOf === null || args.asOf === undefined) return caseOf(present);
    const past = caseFileAsOf(await context.history(streamOf('case', caseId)), args.asOf);
    if (past === undefined) throw new LiuhenError('UNKNOWN_ID', `${caseId}: no case at that time`);

    return caseOf(past);
  }

  @Query(() => CaseConnection, { description: '案件清单，最近变更在前 / cases of your area, latest change first' })
  async caseList(@Args(() => CaseListArgs) args: CaseListArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'caseList');
    const filter = args.filter ?? {};
    day('openedFrom', filter.openedFrom);
    day('openedTo', filter.openedTo);
    await fresh(context, args);
    const { edges, pageInfo } = await withoutKept(context, actor, {
      page: args,
      ask: (page) => caseList(context.reader, scopes, { filter, page }),
      mattersOf: ({ caseId }) => [caseId],
    });

    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: caseOf(node) })), pageInfo };
  }

  @Query(() => [CaseCountType], {
    description: '本辖区各环节案件数，不涉个案 / how many cases stand at each stage, nothing of any of them',
  })
  async caseCounts(@Args(() => FreshArgs) args: FreshArgs, @Ctx() context: GraphContext): Promise<readonly object[]> {
    const { scopes } = await askingAs(context, 'caseCounts');
    await fresh(context, args);
    const stages = Object.keys(STAGES) as Stage[];

    return Promise.all(stages.map(async (stage) => ({ stage, count: await countCases(context.reader, scopes, stage) })));
  }

  @Query(() => TrailConnection, { description: '案件审计轨迹，含被拒绝的行为 / what was done on a case, refused acts among it' })
  async auditTrail(
    @Arg('caseId', () => ID) caseId: string,
    @Args(() => CaseTrailArgs) args: CaseTrailArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    days(args.filter);
    await seenCase(context, { caseId, args, view: 'auditTrail' });

    return trailOfCase(context.reader, caseId, { filter: args.filter ?? {}, page: args });
  }

  @Query(() => SignedNumberConnection, {
    description: '每个数字由谁采样、分析、审核、签字（P-18）/ who sampled, analysed, reviewed and signed each number',
  })
  async signatures(
    @Arg('caseId', () => ID) caseId: string,
    @Args(() => SignedNumberArgs) args: SignedNumberArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    return signedNumbers(await seenCase(context, { caseId, args, view: 'signatures' }), { filter: args.filter ?? {}, page: args });
  }

  @Query(() => KnowledgeConnection, { description: '谁自何时知悉 / who knew of it since when' })
  async knowledge(
    @Arg('caseId', () => ID) caseId: string,
    @Args(() => KnowledgeArgs) args: KnowledgeArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    day('knewBy', args.filter?.knewBy);
    day('recordedBy', args.filter?.recordedBy);

    return knowledgeOf(await seenCase(context, { caseId, args, view: 'knowledge' }), { filter: args.filter ?? {}, page: args });
  }

  @Query(() => InterferenceConnection, {
    description: '干预轨迹；非纪检监察机关只见本人所记 / outside discipline inspection, only your own records',
  })
  async interferenceTrail(@Args(() => InterferenceArgs) args: InterferenceArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'interferenceTrail');
    await fresh(context, args);
    // Not under the case that was asked for: its trail would tell those who read it that there may be such a record.
    context.noteRead({ actor, view: 'interferenceTrail', subject: 'interference', why: args.why ?? null });
    const kept = await keptFrom(context.reader, actor.person);
    const ask = (page: PageInput) => interferenceTrail(context.reader, scopes, { filter: args.filter ?? {}, page });

    // Whoever is kept from the case of a record is not told of it either, unless it is their own; whom it names, not then (O-46).
    return toldPage(
      args,
      ask,
      ({ interferenceId, recordedByPerson, caseId }) =>
        !kept.has(interferenceId) && (recordedByPerson === actor.person || caseId === null || !kept.has(caseId)),
    );
  }

  @Query(() => ObligationConnection, { description: '未履行义务，先到期在前 / what is owed, next due first' })
  async openObligations(@Args(() => ObligationArgs) args: ObligationArgs, @Ctx() context: GraphContext): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'openObligations');
    day('overdueOn', args.filter?.overdueOn);
    await fresh(context, args);
    const now = context.now();
    const { edges, pageInfo } = await withoutKept(context, actor, {
      page: args,
      ask: (page) => openObligations(context.reader, scopes, { filter: args.filter ?? {}, page, now }),
      mattersOf: ({ subject }) => [subject],
    });

    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: obligationOf(node, now) })), pageInfo };
  }

  @Query(() => SuspicionConnection, { description: '初步涉嫌清单 / preliminary suspicions' })
  async suspicions(
    @Arg('outletId', () => ID, { nullable: true }) outletId: string | null,
    @Arg('answered', () => Boolean, { nullable: true, description: 'false 仅列未处置 / false: only those nobody answered' })
    answered: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    const { actor, scopes } = await askingAs(context, 'suspicions');
    await fresh(context, args);

    return withoutKept(context, actor, {
      page: args,
      ask: (page) => suspicionList(context.reader, scopes, { outletId, answered, page }),
      mattersOf: ({ caseId }) => [caseId],
    });
  }

  @Query(() => PartyConnection, { description: '登记的当事人 / registered parties' })
  async parties(
    @Arg('kind', () => String, { nullable: true }) kind: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
  ): Promise<object> {
    const { scopes } = await askingAs(context, 'parties');
    await fresh(context, args);

    return partyList(context.reader, scopes, { kind, page: args });
  }

  @Query(() => RegisteredUnitConnection, { description: '辖区单位 / the authorities of your area' })
  async units(@Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext): Promise<object> {
    const { scopes } = await askingAs(context, 'units');
    await fresh(context, args);

    return unitList(context.reader, scopes, { page: args });
  }

  @Query(() => PersonConnection, { description: '监测从业人员及从业禁止 / persons who do monitoring work, with their bans' })
  async persons(@Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext): Promise<object> {
    const { scopes } = await askingAs(context, 'persons');
    await fresh(context, args);

    return personList(context.reader, scopes, args);
  }

  @Query(() => LabInspectionConnection, { description: '监测机构联合双随机检查 / joint inspections of labs' })
  async labInspections(@Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext): Promise<object> {
    const { scopes } = await askingAs(context, 'labInspections');
    await fresh(context, args);

    return labInspectionList(context.reader, scopes, args);
  }

  @Query(() => OutletResultsType, { nullable: true, description: '排放口最近监测结果 / latest results of an outlet' })
  async outletResults(
    @Arg('outletId', () => ID) outletId: string,
    @Args(() => FreshArgs) args: FreshArgs,
    @Ctx() context: GraphContext,
  ): Promise<object | null> {
    const { scopes } = await askingAs(context, 'outletResults');
    await fresh(context, args);

    return (await outletResults(context.reader, scopes, outletId)) ?? null;
  }

  @Query(() => [RuleType], { description: '规则库 / the regulation register' })
  rules(@Arg('ids', () => [ID], { nullable: true }) ids: readonly string[] | null, @Ctx() context: GraphContext): readonly object[] {
    asking(context, 'rules');

    return allRules
      .filter((rule) => ids?.includes(rule.id) ?? true)
      .map((rule) => ({ ...rule, mode: modeOf(rule, { jurisdiction: rule.jurisdictions[0] ?? '000000', on: rule.effectiveFrom }) }));
  }

  @Query(() => [ErrorCodeEntryType], { description: '错误代码表 / the table of error codes' })
  errorCodes(@Ctx() context: GraphContext): readonly object[] {
    asking(context, 'errorCodes');

    return (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => ({ code, message: ERROR_CODES[code] }));
  }
}

interface SeenCase {
  readonly caseId: string;
  readonly args: FreshArgs;
  readonly view: View;
}

const seenCase = async (context: GraphContext, { caseId, args, view }: SeenCase): Promise<CaseFileDocument> => {
  const actor = asking(context, view);
  await fresh(context, args);
  const { document: shown, actor: as } = await seenCaseOf(context, actor, { caseId, view });
  if (view !== 'availableActs' && isUnderInvestigation(shown)) {
    context.noteRead({ actor: as, view, subject: caseId, why: args.why ?? null });
  }

  return shown;
};

/** From the opening of the investigation to the close of the case, what it says is not everyone's to know. */
const isUnderInvestigation = ({ status, file }: CaseFileDocument): boolean =>
  status === 'open' && file.investigation.status !== 'notOpened';
