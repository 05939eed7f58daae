import { epochOf, missedAt, obligationRules, type Obligation, type OfficialFunction, type Text } from '@liuhen/workflows';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from './connection';
import { TextType } from './common-types';
import { ObligationStatusEnum, OfficialFunctionEnum } from './enums';
import { DateScalar, DateTimeScalar } from './scalars';

const simpleResolvers = true;

type Due = NonNullable<Obligation['due']>;
type Escalated = Obligation['escalations'][number];

@ObjectType('SkippedDay', { simpleResolvers })
class SkippedDayType {
  @Field(() => DateScalar) readonly day!: string;
  @Field(() => String, { description: 'weekend 周末，publicHoliday 法定节假日' }) readonly reason!: string;
}

@ObjectType('ExcludedSpan', { simpleResolvers, description: '不计入期限的期间 / days that do not count, the last one excluded' })
class ExcludedSpanType {
  @Field(() => DateScalar) readonly from!: string;
  @Field(() => DateScalar, { nullable: true, description: '恢复计算之日；仍在中止时为空 / null while the clock stands' })
  readonly to!: string | null;
  @Field(() => String, { description: '引起中止的事件 / type of the event that stopped the clock' }) readonly by!: string;
  @Field(() => ID, { nullable: true, description: '中止的法律依据 / rule that lets it stand' }) readonly rule!: string | null;
  @Field(() => String, { nullable: true }) readonly reason!: string | null;
}

@ObjectType('AddedLimit', { simpleResolvers, description: '延长的期限 / what was added to the first limit' })
class AddedLimitType {
  @Field(() => Int) readonly count!: number;
  @Field(() => String, { description: 'hour, day, workingDay, month, year' }) readonly unit!: string;
  @Field(() => String) readonly regime!: string;
  @Field(() => String) readonly by!: string;
  @Field(() => String, { nullable: true }) readonly reason!: string | null;
}

@ObjectType('DueDate', { simpleResolvers, description: '期限及其计算说明 / day with its explanation' })
class DueDateType {
  @Field(() => DateScalar) readonly due!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: '按小时计算的期限届满时刻 / last moment, for limits in hours' })
  readonly dueAt!: string | null;
  @Field(() => DateScalar) readonly start!: string;
  @Field(() => String, { nullable: true, description: '计算规则 / counting rule of the instrument' }) readonly regime!: string | null;
  @Field(() => [SkippedDayType]) readonly skipped!: readonly SkippedDayType[];
  @Field(() => [ExcludedSpanType]) readonly excluded!: readonly ExcludedSpanType[];
  @Field(() => [AddedLimitType]) readonly extensions!: readonly AddedLimitType[];
  @Field(() => String) readonly calendarVersion!: string;
  @Field(() => [Int], { description: '节假日安排尚未公布、仅按周末推算的年份 / years counted by weekends alone, for want of a notice' })
  readonly assumedYears!: readonly number[];
  @Field(() => Boolean, { description: '起算日不精确 / counted from a day that is known in part only' }) readonly imprecise!: boolean;
}

@ObjectType('Escalation', { simpleResolvers })
class EscalationType {
  @Field(() => Int) readonly level!: number;
  @Field(() => DateTimeScalar) readonly at!: string;
  @Field(() => OfficialFunctionEnum) readonly toFunction!: OfficialFunction;
  @Field(() => String) readonly toJurisdiction!: string;
}

@ObjectType('Obligation', { simpleResolvers, description: '法定义务：谁、因何规则、何时到期 / who owes what by when, by which rule' })
export class ObligationType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => TextType) readonly duty!: Text;
  @Field(() => ID) readonly rule!: string;
  @Field(() => ID) readonly subject!: string;
  @Field(() => String) readonly item!: string;
  @Field(() => OfficialFunctionEnum) readonly owedBy!: OfficialFunction;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => DateTimeScalar) readonly openedAt!: string;
  @Field(() => Int, { description: '已历天数 / days since it was opened' }) readonly ageDays!: number;
  @Field(() => DueDateType, { nullable: true, description: '「及时」而无数字的为空 / null where the law gives no number' })
  readonly due!: DueDateType | null;
  @Field(() => ObligationStatusEnum) readonly status!: Obligation['status'];
  @Field(() => Boolean, { description: '此刻已过期限 / past its end now' }) readonly overdue!: boolean;
  @Field(() => [ExcludedSpanType], { description: '中止计算的原因 / why the clock stands' })
  readonly suspendedFor!: readonly ExcludedSpanType[];
  @Field(() => DateTimeScalar, { nullable: true }) readonly remindedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) readonly breachedAt!: string | null;
  @Field(() => [EscalationType]) readonly escalations!: readonly EscalationType[];
  @Field(() => DateTimeScalar, { nullable: true }) readonly dischargedAt!: string | null;
}

export const ObligationConnection = connectionOf('Obligation', ObligationType);

const DUTY: ReadonlyMap<string, Text> = new Map(obligationRules.map(({ id, duty }) => [id, duty]));

const DAY = 86_400_000;

const dueOf = ({ skipped, excluded = [], extensions = [], assumedYears = [], ...due }: Due): DueDateType => ({
  ...due,
  dueAt: due.dueAt ?? null,
  regime: due.regime ?? null,
  skipped: skipped.map(({ day, why }) => ({ day, reason: why })),
  excluded,
  extensions,
  assumedYears,
  imprecise: due.imprecise ?? false,
});

const escalationOf = ({ level, at, to }: Escalated): EscalationType => ({
  level,
  at,
  toFunction: to.function,
  toJurisdiction: to.jurisdiction,
});

/** A duty as it stands now. */
export const obligationOf = (duty: Obligation, now: string): ObligationType => ({
  ...duty,
  duty: DUTY.get(duty.kind) ?? { zh: duty.kind, en: duty.kind },
  ageDays: Math.floor((epochOf(now) - epochOf(duty.openedAt)) / DAY),
  due: duty.due === null ? null : dueOf(duty.due),
  overdue: duty.status === 'open' && duty.due !== null && epochOf(missedAt(duty.due)) <= epochOf(now),
  suspendedFor: duty.status === 'suspended' ? (duty.terms?.excluded ?? []).filter(({ to }) => to === null) : [],
  escalations: duty.escalations.map(escalationOf),
});
