import type { Involvement, NumberRole, ObligationStanding, PatternKind } from '@liuhen/projections';
import type { Stage } from '@liuhen/workflows';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import {
  InterferenceFormEnum,
  InterferenceKindEnum,
  InterferenceStatusEnum,
  InvolvementEnum,
  NumberRoleEnum,
  ObligationStandingEnum,
  OfficialFunctionEnum,
  PatternKindEnum,
  StageEnum,
} from './enums';
import { DateScalar, DateTimeScalar, PositionScalar } from './scalars';

/** Longest wait for a read model to reach the asked position, milliseconds. */
export const PATIENCE = 5_000;

@ArgsType()
export class FreshArgs {
  @Field(() => PositionScalar, { nullable: true, description: '至少反映到该位置（回执中的 position）/ answer no older than this position' })
  readonly atLeast?: number | null;
  @Field(() => String, {
    nullable: true,
    description: '查阅事由，查阅敏感信息时记入查阅记录 / why you ask; kept with the record of a sensitive read',
  })
  readonly why?: string | null;
}

@InputType('AsOfInput', { description: '时点：按发生、按知悉 / a moment: as it had happened, as it was known' })
export class AsOfInput {
  @Field(() => DateTimeScalar, { nullable: true, description: '至此已发生 / had happened by then' }) readonly happenedBy?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '至此已登记 / was on record by then' }) readonly knownBy?: string | null;
}

@ArgsType()
export class CaseFileArgs extends FreshArgs {
  @Field(() => AsOfInput, { nullable: true }) readonly asOf?: AsOfInput | null;
}

@ArgsType()
export class PageArgs extends FreshArgs {
  @Field(() => Int, { nullable: true, description: '每页条数，默认20，至多200 / rows per page, default 20, at most 200' })
  readonly first?: number | null;
  @Field(() => String, { nullable: true, description: '上一页末行的游标 / cursor of the last row seen' })
  readonly after?: string | null;
}

@InputType('CaseFilterInput')
export class CaseFilterInput {
  @Field(() => StageEnum, { nullable: true }) readonly stage?: Stage | null;
  @Field(() => String, { nullable: true, description: '行政区划代码 / GB/T 2260 code' }) readonly jurisdiction?: string | null;
  @Field(() => ID, { nullable: true, description: '排放口 / outlet' }) readonly facility?: string | null;
  @Field(() => ID, { nullable: true, description: '当事人 / party' }) readonly party?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '立案日起 / opened on or after' }) readonly openedFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '立案日止 / opened on or before' }) readonly openedTo?: string | null;
}

@ArgsType()
export class CaseListArgs extends PageArgs {
  @Field(() => CaseFilterInput, { nullable: true }) readonly filter?: CaseFilterInput | null;
}

@InputType('ObligationFilterInput')
export class ObligationFilterInput {
  @Field(() => OfficialFunctionEnum, { nullable: true }) readonly owedBy?: string | null;
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '此日前已到期 / due before this day' }) readonly overdueOn?: string | null;
  @Field(() => String, { nullable: true, description: '义务种类 / kind of duty, e.g. penaltyDecision' }) readonly kind?: string | null;
  @Field(() => String, { nullable: true, description: '行政区划代码 / GB/T 2260 code' }) readonly jurisdiction?: string | null;
  @Field(() => ObligationStandingEnum, { nullable: true, description: '状态，缺省为未履行的全部 / default: everything not yet done' })
  readonly standing?: ObligationStanding | null;
}

@ArgsType()
export class ObligationArgs extends PageArgs {
  @Field(() => ObligationFilterInput, { nullable: true }) readonly filter?: ObligationFilterInput | null;
}

@InputType('InterferenceFilterInput')
export class InterferenceFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => ID, { nullable: true }) readonly officialPerson?: string | null;
  @Field(() => InterferenceKindEnum, { nullable: true }) readonly kind?: string | null;
  @Field(() => InterferenceFormEnum, { nullable: true }) readonly form?: string | null;
  @Field(() => InterferenceStatusEnum, { nullable: true }) readonly status?: string | null;
  @Field(() => Boolean, { nullable: true, description: '补记 / late entries only' }) readonly late?: boolean | null;
}

@ArgsType()
export class InterferenceArgs extends PageArgs {
  @Field(() => InterferenceFilterInput, { nullable: true }) readonly filter?: InterferenceFilterInput | null;
}

@InputType('PatternFilterInput')
export class PatternFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => PatternKindEnum, { nullable: true }) readonly kind?: PatternKind | null;
}

@ArgsType()
export class PatternArgs extends PageArgs {
  @Field(() => PatternFilterInput, { nullable: true }) readonly filter?: PatternFilterInput | null;
}

@InputType('FindingFilterInput')
export class FindingFilterInput extends PatternFilterInput {
  @Field(() => ID, { nullable: true, description: '行为人 / whose deed' }) readonly person?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '登记日起 / recorded on or after' }) readonly from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '登记日止 / recorded on or before' }) readonly to?: string | null;
}

@ArgsType()
export class FindingArgs extends PageArgs {
  @Field(() => FindingFilterInput, { nullable: true }) readonly filter?: FindingFilterInput | null;
}

@InputType('TrailFilterInput')
export class TrailFilterInput {
  @Field(() => InvolvementEnum, { nullable: true, description: '参与方式 / did, read, was refused, signed, was named' })
  readonly involvement?: Involvement | null;
  @Field(() => String, { nullable: true, description: '事件种类 / kind of event, e.g. PenaltyDecided' }) readonly type?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '登记日起 / recorded on or after' }) readonly from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '登记日止 / recorded on or before' }) readonly to?: string | null;
}

@InputType('PersonTrailFilterInput')
export class PersonTrailFilterInput extends TrailFilterInput {
  @Field(() => ID, { nullable: true, description: '案件或其他事项 / case or other matter' }) readonly subject?: string | null;
}

@InputType('CaseTrailFilterInput')
export class CaseTrailFilterInput extends TrailFilterInput {
  @Field(() => ID, { nullable: true, description: '行为人 / whose deed' }) readonly person?: string | null;
}

@ArgsType()
export class PersonTrailArgs extends PageArgs {
  @Field(() => PersonTrailFilterInput, { nullable: true }) readonly filter?: PersonTrailFilterInput | null;
}

@ArgsType()
export class CaseTrailArgs extends PageArgs {
  @Field(() => CaseTrailFilterInput, { nullable: true }) readonly filter?: CaseTrailFilterInput | null;
}

@InputType('SignedNumberFilterInput')
export class SignedNumberFilterInput {
  @Field(() => ID, { nullable: true }) readonly person?: string | null;
  @Field(() => NumberRoleEnum, { nullable: true }) readonly role?: NumberRole | null;
  @Field(() => String, { nullable: true, description: '污染物，或“罚款” / pollutant, or 罚款' }) readonly what?: string | null;
}

@ArgsType()
export class SignedNumberArgs extends PageArgs {
  @Field(() => SignedNumberFilterInput, { nullable: true }) readonly filter?: SignedNumberFilterInput | null;
}

@InputType('KnowledgeFilterInput')
export class KnowledgeFilterInput {
  @Field(() => String, { nullable: true, description: '单位 / who' }) readonly who?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '至该日已知悉 / knew of it by that day, as it happened' })
  readonly knewBy?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '至该日已登记知悉 / was on record as knowing by that day' })
  readonly recordedBy?: string | null;
}

@ArgsType()
export class KnowledgeArgs extends PageArgs {
  @Field(() => KnowledgeFilterInput, { nullable: true }) readonly filter?: KnowledgeFilterInput | null;
}
