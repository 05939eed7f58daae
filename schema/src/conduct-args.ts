import { BREACH_CLASSES, REPORT_CHANNELS, REPORT_SOURCES } from '@liuhen/workflows';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from './args';
import { enumType } from './enums';
import { DateScalar } from './scalars';

@InputType('SanctionOutcomeFilterInput')
export class SanctionOutcomeFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => String, { nullable: true }) readonly status?: string | null;
  @Field(() => String, { nullable: true }) readonly trigger?: string | null;
}

@ArgsType()
export class SanctionOutcomeArgs extends PageArgs {
  @Field(() => SanctionOutcomeFilterInput, { nullable: true }) readonly filter?: SanctionOutcomeFilterInput | null;
}

@InputType('FraudReportFilterInput')
export class FraudReportFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => ID, { nullable: true }) readonly partyId?: string | null;
  @Field(() => Boolean, { nullable: true, description: '是否已上报 / false: still to be told' }) readonly reported?: boolean | null;
}

@ArgsType()
export class FraudReportArgs extends PageArgs {
  @Field(() => FraudReportFilterInput, { nullable: true }) readonly filter?: FraudReportFilterInput | null;
}

@InputType('FraudDisclosureFilterInput')
export class FraudDisclosureFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => ID, { nullable: true }) readonly partyId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '决定日起 / decided on or after' }) readonly decidedFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '决定日止 / decided on or before' }) readonly decidedTo?: string | null;
}

@ArgsType()
export class FraudDisclosureArgs extends PageArgs {
  @Field(() => FraudDisclosureFilterInput, { nullable: true }) readonly filter?: FraudDisclosureFilterInput | null;
}

@InputType('TypicalCaseFilterInput')
export class TypicalCaseFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => enumType('TypicalCaseKind', { reported: '报送', exposed: '曝光' }), { nullable: true }) readonly kind?: string | null;
}

@ArgsType()
export class TypicalCaseArgs extends PageArgs {
  @Field(() => TypicalCaseFilterInput, { nullable: true }) readonly filter?: TypicalCaseFilterInput | null;
}

@InputType('PublicReportFilterInput')
export class PublicReportFilterInput {
  @Field(() => ID, { nullable: true }) readonly caseId?: string | null;
  @Field(() => String, { nullable: true }) readonly status?: string | null;
  @Field(() => enumType('ReportChannel', REPORT_CHANNELS), { nullable: true }) readonly channel?: string | null;
  @Field(() => enumType('ReportSource', REPORT_SOURCES), { nullable: true }) readonly source?: string | null;
  @Field(() => Boolean, { nullable: true, description: '只列待答复 / only those that wait for an answer' }) readonly unanswered?:
    boolean | null;
}

@ArgsType()
export class PublicReportArgs extends PageArgs {
  @Field(() => PublicReportFilterInput, { nullable: true }) readonly filter?: PublicReportFilterInput | null;
}

@InputType('CreditRecordFilterInput')
export class CreditRecordFilterInput {
  @Field(() => ID, { nullable: true }) readonly partyId?: string | null;
  @Field(() => enumType('BreachClass', BREACH_CLASSES), { nullable: true }) readonly breachClass?: string | null;
}

@ArgsType()
export class CreditRecordArgs extends PageArgs {
  @Field(() => CreditRecordFilterInput, { nullable: true }) readonly filter?: CreditRecordFilterInput | null;
}
