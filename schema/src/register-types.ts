import type { MeasuredValue } from '@liuhen/workflows';
import type { OutletDocument, PartyDocument } from '@liuhen/projections';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from './connection';
import { PartySupervisionType } from './proceedings/party-supervision';
import { LabFileType } from './proceedings/lab';
import { DateScalar, DateTimeScalar, DecimalScalar } from './scalars';

const simpleResolvers = true;

@ObjectType('OutletLimit', { simpleResolvers })
class OutletLimitType {
  @Field(() => String) readonly pollutant!: string;
  @Field(() => String) readonly period!: string;
  @Field(() => DecimalScalar) readonly limit!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => String) readonly standard!: string;
}

@ObjectType('Outlet', { simpleResolvers })
class OutletType {
  @Field(() => ID) readonly outletId!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly medium!: string;
  @Field(() => Boolean) readonly main!: boolean;
  @Field(() => [OutletLimitType]) readonly limits!: readonly OutletLimitType[];
}

@ObjectType('Device', { simpleResolvers })
class DeviceType {
  @Field(() => ID) readonly mn!: string;
  @Field(() => ID) readonly outletId!: string;
  @Field(() => String) readonly model!: string;
  @Field(() => ID, { nullable: true }) readonly omProvider!: string | null;
}

@ObjectType('LabContract', { simpleResolvers })
class LabContractType {
  @Field(() => String) readonly contractNo!: string;
  @Field(() => ID) readonly entityId!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => DateScalar) readonly from!: string;
  @Field(() => DateScalar, { nullable: true }) readonly to!: string | null;
}

@ObjectType('LabCertificate', { simpleResolvers })
class LabCertificateType {
  @Field(() => String) readonly certificateNo!: string;
  @Field(() => DateScalar) readonly validFrom!: string;
  @Field(() => DateScalar) readonly validTo!: string;
  @Field(() => String) readonly scope!: string;
}

@ObjectType('Party', {
  simpleResolvers,
  description: '排污单位、社会化监测机构或运维单位 / discharging entity, third-party lab or operation provider',
})
export class PartyType {
  @Field(() => ID) readonly partyId!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => String, { nullable: true }) readonly creditCode!: string | null;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => String) readonly address!: string;
  @Field(() => String, { nullable: true }) readonly legalRepresentative!: string | null;
  @Field(() => Boolean) readonly keyEntity!: boolean;
  @Field(() => Boolean) readonly keyPermitManagement!: boolean;
  @Field(() => String, { nullable: true }) readonly permitNo!: string | null;
  @Field(() => [OutletType]) readonly outlets!: PartyDocument['outlets'];
  @Field(() => [DeviceType]) readonly devices!: PartyDocument['devices'];
  @Field(() => [LabCertificateType]) readonly certificates!: PartyDocument['certificates'];
  @Field(() => [LabContractType]) readonly contracts!: PartyDocument['contracts'];
  @Field(() => PartySupervisionType) readonly supervision!: PartyDocument['supervision'];
  @Field(() => LabFileType, { description: '监测机构档案 / what is kept of a lab' }) readonly lab!: PartyDocument['lab'];
}
export const PartyConnection = connectionOf('Party', PartyType);

@ObjectType('MeasuredValue', { simpleResolvers })
class MeasuredValueType implements MeasuredValue {
  @Field(() => String) readonly pollutant!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly avg!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly min!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly max!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly cou!: string;
  @Field(() => String, { nullable: true }) readonly flag!: string;
}

@ObjectType('OutletResult', { simpleResolvers })
class OutletResultType {
  @Field(() => String) readonly period!: string;
  @Field(() => DateTimeScalar) readonly dataTime!: string;
  @Field(() => [MeasuredValueType]) readonly values!: readonly MeasuredValue[];
}

@ObjectType('OutletResults', { simpleResolvers, description: '排放口最近的监测结果 / latest results of an outlet' })
export class OutletResultsType {
  @Field(() => ID) readonly outletId!: string;
  @Field(() => [OutletResultType]) readonly latest!: OutletDocument['latest'];
}
