import type {
  ActingFor,
  Actor,
  ErrorCode,
  EvidenceRef,
  InterferenceEvent,
  Refusal,
  Regulation,
  RuleRef,
  Text,
  Stage,
} from '@liuhen/workflows';
import type {
  CustodyStep,
  InterferenceStep,
  Involvement,
  NumberRole,
  PatternKind,
  ShouldHaveRecorded,
  SuspicionDocument,
} from '@liuhen/projections';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection';
import { CaseType } from './case-types';
import { CustodyStepType, ShouldHaveRecordedType } from './conduct-types';
import { ActingForType, ActorType, EvidenceType, RuleRefType, TextType } from './common-types';
import {
  ErrorCodeEnum,
  InterferenceFormEnum,
  InterferenceKindEnum,
  InterferenceStatusEnum,
  InvolvementEnum,
  NumberRoleEnum,
  PatternKindEnum,
  StageEnum,
  SuspicionResponseEnum,
} from './enums';
import { RefusalType } from './outcome';
import { DateScalar, DateTimeScalar, DecimalScalar, PositionScalar } from './scalars';

const simpleResolvers = true;

type Recorded = Extract<InterferenceEvent, { type: 'InterferenceRecorded' }>['payload'];
export const CaseConnection = connectionOf('Case', CaseType);

@ObjectType('CaseCount', { simpleResolvers, description: '某环节案件数 / how many cases stand at a stage' })
export class CaseCountType {
  @Field(() => StageEnum) readonly stage!: Stage;
  @Field(() => Int) readonly count!: number;
}

@ObjectType('BasisRule', { simpleResolvers })
class BasisRuleType {
  @Field(() => ID) readonly rule!: string;
  @Field(() => String) readonly citation!: string;
}

@ObjectType('AvailableAct', {
  simpleResolvers,
  description: '可办事项：能否办理、对象、依据；不能办理的载明原因 / open or not, on what, on which basis, or why not',
})
export class AvailableActType {
  @Field(() => String) readonly act!: string;
  @Field(() => TextType) readonly title!: Text;
  @Field(() => Boolean) readonly open!: boolean;
  @Field(() => [ID]) readonly targets!: readonly string[];
  @Field(() => [BasisRuleType]) readonly basis!: readonly BasisRuleType[];
  @Field(() => RefusalType, { nullable: true }) readonly refusal!: Refusal | null;
  @Field(() => ActingForType, { nullable: true, description: '受何人委托可办；本人职权内为空 / in whose stead; null where it is your own' })
  readonly acting!: ActingFor | null;
}

@ObjectType('TrailEntry', { simpleResolvers, description: '某人的行为或涉及某人的事项 / a deed of a person, or one that names the person' })
export class TrailEntryType {
  @Field(() => ID) readonly person!: string;
  @Field(() => String) readonly role!: string;
  @Field(() => InvolvementEnum) readonly involvement!: Involvement;
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => ID) readonly eventId!: string;
  @Field(() => String) readonly stream!: string;
  @Field(() => ID) readonly subject!: string;
  @Field(() => String) readonly type!: string;
  @Field(() => TextType) readonly title!: Text;
  @Field(() => DateTimeScalar) readonly occurredAt!: string;
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => ActorType) readonly actor!: Actor;
  @Field(() => [RuleRefType]) readonly basis!: readonly RuleRef[];
  @Field(() => String, { nullable: true }) readonly note!: string | null;
}
export const TrailConnection = connectionOf('TrailEntry', TrailEntryType);

@ObjectType('SignedNumber', { simpleResolvers, description: '每个数字由谁签字负责 / who answers for a number' })
export class SignedNumberType {
  @Field(() => String) readonly what!: string;
  @Field(() => DecimalScalar) readonly value!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => String, { nullable: true }) readonly documentNo!: string | null;
  @Field(() => NumberRoleEnum) readonly role!: NumberRole;
  @Field(() => ID) readonly person!: string;
  @Field(() => String) readonly name!: string;
}
export const SignedNumberConnection = connectionOf('SignedNumber', SignedNumberType);

@ObjectType('Knowledge', { simpleResolvers, description: '谁自何时知悉 / who knew of the case since when' })
export class KnowledgeType {
  @Field(() => String) readonly who!: string;
  @Field(() => DateTimeScalar, { description: '知悉时间（按发生） / as it happened' }) readonly since!: string;
  @Field(() => DateTimeScalar, { description: '登记时间（按知悉） / as it was put on record' }) readonly recordedAt!: string;
  @Field(() => String) readonly through!: string;
  @Field(() => PositionScalar) readonly position!: number;
}
export const KnowledgeConnection = connectionOf('Knowledge', KnowledgeType);

@ObjectType('LeaningOfficial', { simpleResolvers })
class LeaningOfficialType {
  @Field(() => ID, { nullable: true }) readonly person!: string | null;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly organisation!: string;
  @Field(() => String) readonly post!: string;
}

@ObjectType('InNameOf', { simpleResolvers, description: '以谁的名义 / in whose name' })
class InNameOfType {
  @Field(() => String) readonly kind!: string;
  @Field(() => String) readonly name!: string;
}

@ObjectType('InterferenceTarget', { simpleResolvers, description: '干预对象 / which case, decision or data' })
class InterferenceTargetType {
  @Field(() => String) readonly kind!: string;
  @Field(() => String) readonly reference!: string;
}

@ObjectType('InterferenceRecord', { simpleResolvers })
class InterferenceRecordType {
  @Field(() => InterferenceFormEnum) readonly form!: string;
  @Field(() => InterferenceKindEnum) readonly kind!: string;
  @Field(() => LeaningOfficialType) readonly official!: Recorded['official'];
  @Field(() => String, { nullable: true }) readonly intermediary!: string | null;
  @Field(() => DateTimeScalar) readonly happenedAt!: string;
  @Field(() => String) readonly place!: string;
  @Field(() => String) readonly content!: string;
  @Field(() => String) readonly demanded!: string;
  @Field(() => String) readonly effect!: string;
  @Field(() => String) readonly medium!: string;
  @Field(() => String, { nullable: true, description: '途径 / how the words came' }) readonly channel?: string;
  @Field(() => InNameOfType, { nullable: true }) readonly inNameOf?: Recorded['inNameOf'];
  @Field(() => InterferenceTargetType, { nullable: true }) readonly target?: Recorded['target'];
  @Field(() => [EvidenceType], { nullable: true }) readonly attachments?: readonly EvidenceRef[];
}

@ObjectType('InterferenceStep', { simpleResolvers })
class InterferenceStepType {
  @Field(() => String) readonly type!: string;
  @Field(() => TextType) readonly title!: Text;
  @Field(() => DateTimeScalar) readonly occurredAt!: string;
  @Field(() => ActorType) readonly actor!: Actor;
  @Field(() => String, { nullable: true }) readonly finding!: string | null;
}

@ObjectType('FollowedEvent', { simpleResolvers })
export class FollowedEventType {
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => TextType) readonly title!: Text;
  @Field(() => DateTimeScalar) readonly occurredAt!: string;
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => ActorType) readonly actor!: Actor;
}

@ObjectType('Interference', { simpleResolvers, description: '干预留痕 / who leaned on whom, and what came of it' })
export class InterferenceType {
  @Field(() => ID) readonly interferenceId!: string;
  @Field(() => InterferenceStatusEnum) readonly status!: string;
  @Field(() => ID, { nullable: true }) readonly caseId!: string | null;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => InterferenceRecordType) readonly record!: Recorded;
  @Field(() => ActorType) readonly recordedBy!: Actor;
  @Field(() => DateTimeScalar) readonly happenedAt!: string;
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => Int, { description: '发生至记录相隔天数 / days from the fact to its recording' }) readonly gapDays!: number;
  @Field(() => Boolean, { description: '补记 / late entry' }) readonly late!: boolean;
  @Field(() => String, { nullable: true }) readonly reportedTo!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly reportedAt!: string | null;
  @Field(() => String, { nullable: true }) readonly consequence!: string | null;
  @Field(() => [CustodyStepType]) readonly custody!: readonly CustodyStep[];
  @Field(() => [ShouldHaveRecordedType]) readonly shouldHaveRecorded!: readonly ShouldHaveRecorded[];
  @Field(() => [InterferenceStepType]) readonly steps!: readonly InterferenceStep[];
}
export const InterferenceConnection = connectionOf('Interference', InterferenceType);

@ObjectType('UnusualFinding', { simpleResolvers, description: '一处异常 / one unusual thing' })
class FindingType extends FollowedEventType {
  @Field(() => PatternKindEnum) readonly kind!: PatternKind;
  @Field(() => TextType, { description: '判定规则 / the rule behind the pattern' }) readonly rule!: Text;
}

@ObjectType('Aftermath', {
  simpleResolvers,
  description: '干预及其后 30 日内案件的变化 / an intervention and what happened to the case in the 30 days after',
})
class AftermathType {
  @Field(() => ID) readonly interferenceId!: string;
  @Field(() => DateTimeScalar) readonly happenedAt!: string;
  @Field(() => String) readonly official!: string;
  @Field(() => String) readonly content!: string;
  @Field(() => [FollowedEventType]) readonly followed!: readonly FollowedEventType[];
}

@ObjectType('UnusualCase', { simpleResolvers, description: '有异常情形的案件 / a case in which something is unusual' })
export class UnusualCaseType {
  @Field(() => ID) readonly caseId!: string;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => [PatternKindEnum]) readonly kinds!: readonly PatternKind[];
  @Field(() => [FindingType]) readonly findings!: readonly FindingType[];
  @Field(() => [AftermathType]) readonly interventions!: readonly AftermathType[];
}
export const PatternConnection = connectionOf('UnusualCase', UnusualCaseType);

@ObjectType('UnusualFindingRow', { simpleResolvers, description: '一处异常及其所在案件 / one unusual thing, with the case it stands in' })
export class FindingRowType extends FindingType {
  @Field(() => ID) readonly caseId!: string;
  @Field(() => String) readonly jurisdiction!: string;
}
export const FindingConnection = connectionOf('UnusualFindingRow', FindingRowType);

@ObjectType('Suspicion', { simpleResolvers, description: '初步涉嫌，本身不构成违法 / preliminary, never a violation by itself' })
export class SuspicionType {
  @Field(() => ID) readonly suspicionId!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => ID) readonly partyId!: string;
  @Field(() => ID) readonly outletId!: string;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => String) readonly pollutant!: string;
  @Field(() => DateTimeScalar) readonly dataTime!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly value!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) readonly limit!: string | null;
  @Field(() => String, { nullable: true }) readonly unit!: string | null;
  @Field(() => String, { description: '筛查规则及其输入 / the screening rule with its input (R-064)' }) readonly screening!: string;
  @Field(() => DateTimeScalar) readonly raisedAt!: string;
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => ID, { nullable: true }) readonly caseId!: SuspicionDocument['caseId'];
  @Field(() => SuspicionResponseEnum, { nullable: true, description: '处置；空为尚无 / null while nothing was done (R-019)' })
  readonly response!: SuspicionDocument['response'];
  @Field(() => DateTimeScalar, { nullable: true }) readonly respondedAt!: SuspicionDocument['respondedAt'];
}
export const SuspicionConnection = connectionOf('Suspicion', SuspicionType);

@ObjectType('Rule', { simpleResolvers, description: '规则库中的一条规则 / one rule of the regulation register' })
export class RuleType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => [String]) readonly jurisdictions!: readonly string[];
  @Field(() => String) readonly citation!: string;
  @Field(() => String, { nullable: true }) readonly clause!: string | null;
  @Field(() => String) readonly summary!: string;
  @Field(() => String, { description: 'block 拦截，warn 警示' }) readonly mode!: string;
  @Field(() => String) readonly legalForce!: Regulation['legalForce'];
  @Field(() => DateScalar) readonly effectiveFrom!: string;
  @Field(() => DateScalar, { nullable: true }) readonly effectiveTo!: string | null;
  @Field(() => String) readonly version!: string;
}

@ObjectType('ErrorCodeEntry', { simpleResolvers })
export class ErrorCodeEntryType {
  @Field(() => ErrorCodeEnum) readonly code!: ErrorCode;
  @Field(() => TextType) readonly message!: Text;
}
