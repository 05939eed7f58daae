import type { ActingFor, OfficialFunction } from '@liuhen/workflows';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OfficialFunctionEnum } from './enums';

const simpleResolvers = true;

@ObjectType('Text', { simpleResolvers, description: '中文在前，英文在后 / Chinese first, English beside' })
export class TextType {
  @Field(() => String) readonly zh!: string;
  @Field(() => String) readonly en!: string;
}

@ObjectType('ActingFor', { simpleResolvers, description: '受委托或代行 / acting for another under a delegation' })
export class ActingForType {
  @Field(() => ID, { description: '委托编号 / id of the delegation' }) readonly delegation!: string;
  @Field(() => String, { description: '委托所在单位的行政区划代码 / area of the unit in whose file it stands' }) readonly unit!: string;
  @Field(() => ID) readonly person!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => OfficialFunctionEnum, { description: '行为人本人职能 / function of their own' }) readonly ownFunction!: OfficialFunction;
  @Field(() => String) readonly ownJurisdiction!: string;
}

@ObjectType('Actor', {
  simpleResolvers,
  description: '行为人，按行为当时的职务固定 / who acted, frozen as it was at the moment of the act',
})
export class ActorType {
  @Field(() => ID) readonly person!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly organisation!: string;
  @Field(() => String) readonly office!: string;
  @Field(() => OfficialFunctionEnum) readonly function!: OfficialFunction;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => ActingForType, { nullable: true, description: '代何人、依何委托 / for whom, under which delegation' })
  readonly acting?: ActingFor;
}

@ObjectType('RuleRef', { simpleResolvers, description: '所依据的规则及版本 / rule and version that an event rests on' })
export class RuleRefType {
  @Field(() => ID) readonly rule!: string;
  @Field(() => String) readonly version!: string;
}

@ObjectType('Evidence', { simpleResolvers })
export class EvidenceType {
  @Field(() => String) readonly digest!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly mediaType!: string;
  @Field(() => Int) readonly bytes!: number;
}

@ObjectType('NamedPerson', { simpleResolvers })
export class NamedPersonType {
  @Field(() => ID) readonly person!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String, { nullable: true }) readonly certificateNo!: string | null;
}

@ObjectType('Unit', { simpleResolvers })
export class UnitType {
  @Field(() => String) readonly organisation!: string;
  @Field(() => OfficialFunctionEnum) readonly function!: OfficialFunction;
  @Field(() => String) readonly jurisdiction!: string;
}

@ObjectType('PageInfo', { simpleResolvers })
export class PageInfoType {
  @Field(() => Boolean) readonly hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) readonly endCursor!: string | null;
}
