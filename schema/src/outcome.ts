import type { ActOutcome, ErrorCode, Text, Warning } from '@liuhen/workflows';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { TextType } from './common-types';
import { ErrorCodeEnum } from './enums';
import { DateTimeScalar, PositionScalar } from './scalars';

const simpleResolvers = true;

@ObjectType('Warning', { simpleResolvers, description: '警示：行为有效，警示随案留存 / the act stands, the warning stays with it' })
export class WarningType {
  @Field(() => ID) readonly rule!: string;
  @Field(() => String) readonly citation!: string;
  @Field(() => TextType) readonly message!: Text;
}

@ObjectType('Receipt', {
  simpleResolvers,
  description: '回执：行为已持久登记；同一幂等键始终得到同一回执 / the act is durable; the same key always gives the same receipt',
})
export class ReceiptType {
  @Field(() => ID) readonly actId!: string;
  @Field(() => String) readonly act!: string;
  @Field(() => ID, { description: '案件、当事人、排放口或记录编号 / id of the case, party, outlet or record' }) readonly subject!: string;
  @Field(() => Int) readonly revision!: number;
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => [ID]) readonly eventIds!: readonly string[];
  @Field(() => [String]) readonly eventTypes!: readonly string[];
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => [WarningType]) readonly warnings!: readonly Warning[];
  @Field(() => Boolean, { description: '该幂等键此前已使用，本次未写入 / the key was used before, nothing was written now' })
  readonly repeated!: boolean;
}

@ObjectType('Refusal', { simpleResolvers, description: '依法不予办理，载明规则与缺项 / the law says no: rule, citation, what is missing' })
export class RefusalType {
  @Field(() => ErrorCodeEnum) readonly code!: ErrorCode;
  @Field(() => ID) readonly rule!: string;
  @Field(() => String) readonly citation!: string;
  @Field(() => String, { nullable: true }) readonly clause!: string | null;
  @Field(() => TextType) readonly message!: Text;
  @Field(() => [TextType]) readonly missing!: readonly Text[];
}

@ObjectType('Conflict', { simpleResolvers, description: '他人已先行更新 / somebody else was faster' })
export class ConflictType {
  @Field(() => Int) readonly expectedRevision!: number;
  @Field(() => Int) readonly currentRevision!: number;
  @Field(() => TextType) readonly message!: Text;
}

@ObjectType('FieldFault', { simpleResolvers })
export class FieldFaultType {
  @Field(() => String) readonly path!: string;
  @Field(() => TextType) readonly message!: Text;
}

@ObjectType('InvalidInput', { simpleResolvers, description: '输入有误，未写入 / the input is wrong, nothing was written' })
export class InvalidInputType {
  @Field(() => ErrorCodeEnum) readonly code!: ErrorCode;
  @Field(() => TextType) readonly message!: Text;
  @Field(() => [FieldFaultType]) readonly fields!: readonly FieldFaultType[];
}

@ObjectType('Denied', { simpleResolvers, description: '无权办理 / not this function, or not this area' })
export class DeniedType {
  @Field(() => ErrorCodeEnum) readonly code!: ErrorCode;
  @Field(() => ID) readonly rule!: string;
  @Field(() => String) readonly citation!: string;
  @Field(() => TextType) readonly message!: Text;
}

/** GraphQL type of an outcome by its kind. */
export const TYPE_OF: Readonly<Record<ActOutcome['kind'], string>> = {
  receipt: 'Receipt',
  refusal: 'Refusal',
  conflict: 'Conflict',
  invalid: 'InvalidInput',
  denied: 'Denied',
};

export const ActOutcomeUnion = createUnionType({
  name: 'ActOutcome',
  types: () => [ReceiptType, RefusalType, ConflictType, InvalidInputType, DeniedType] as const,
  resolveType: (outcome: unknown) => TYPE_OF[(outcome as ActOutcome).kind],
});
