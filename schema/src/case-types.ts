import type {
  Actor,
  CaseLinks,
  CaseTeam,
  Seizure,
  EvidenceRegistration,
  DetentionTransfer,
  OutsideTransfer,
  InformationSharing,
  Oversight,
  ResponsiblePerson,
  Circumstance,
  Closure,
  Clue,
  CriminalTransfer,
  DailyPenalty,
  Disclosure,
  DisclosureSubject,
  EvidenceRef,
  Investigation,
  LabCreditEvaluation,
  LabThen,
  LiabilityClaim,
  NamedPerson,
  Penalty,
  PermitMeasure,
  Precision,
  Problem,
  ProblemSource,
  ProductionRestriction,
  Rectification,
  Remedy,
  RuleRef,
  Stage,
  TechnicalSupport,
  Text,
} from '@liuhen/workflows';
import type { CaseFileDocument, TimelineEntry } from '@liuhen/projections';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ActorType, EvidenceType, NamedPersonType, RuleRefType, TextType } from './common-types';
import {
  DisclosureStatusEnum,
  DisclosureSubjectEnum,
  InvestigationStatusEnum,
  MonitoringTaskKindEnum,
  ProblemSourceEnum,
  ProblemStatusEnum,
  RectificationStatusEnum,
  StageEnum,
} from './enums';
import { CriminalTransferType } from './proceedings/criminal-transfer';
import { CaseLinksType, CaseLinkType, ClueType, HandedDownType, MachineCheckType, TechnicalSupportType } from './proceedings/clue';
import { CaseTeamType } from './proceedings/case-team';
import { ClosureType } from './proceedings/closure';
import { DailyPenaltyType } from './proceedings/daily-penalty';
import { PenaltyType } from './proceedings/penalty';
import { ProblemFindingType, ProblemGradingType } from './proceedings/problem';
import { PermitMeasureType } from './proceedings/permit-measure';
import { ProductionRestrictionType } from './proceedings/production-restriction';
import { LabCreditEvaluationType, LiabilityClaimType } from './proceedings/liability-claim';
import { RemedyType } from './proceedings/remedy';
import { SeizureType } from './proceedings/seizure';
import { EvidenceRegistrationType } from './proceedings/evidence-registration';
import { DetentionTransferType } from './proceedings/detention-transfer';
import { OutsideTransferType } from './proceedings/outside-transfer';
import { InformationSharingType } from './proceedings/information-sharing';
import { OversightType } from './proceedings/oversight';
import { ResponsiblePersonType } from './proceedings/responsibility';
import { CircumstanceType } from './proceedings/circumstance';
import { DateTimeScalar, DecimalScalar, JsonScalar, PartialDateScalar, PositionScalar } from './scalars';

const simpleResolvers = true;

@ObjectType('Problem', { simpleResolvers, description: '问题：程序逐个问题推进 / order is judged per problem' })
class ProblemType implements Problem {
  @Field(() => ID) readonly id!: string;
  @Field(() => ProblemStatusEnum) readonly status!: Problem['status'];
  @Field(() => String) readonly title!: string;
  @Field(() => ProblemSourceEnum) readonly source!: ProblemSource;
  @Field(() => ID) readonly partyId!: string;
  @Field(() => String) readonly partyName!: string;
  @Field(() => ID, { nullable: true }) readonly outletId!: string | null;
  @Field(() => String) readonly facts!: string;
  @Field(() => DateTimeScalar) readonly foundAt!: string;
  @Field(() => [ID]) readonly suspicionIds!: readonly string[];
  @Field(() => Boolean) readonly reporterAwaitsAnswer!: boolean;
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => HandedDownType, { nullable: true }) readonly origin!: Problem['origin'];
  @Field(() => MachineCheckType, { nullable: true }) readonly machine!: Problem['machine'];
  @Field(() => CaseLinkType, { nullable: true, description: '另案来源 / the problem of another case that it came out of' })
  readonly openedFrom!: Problem['openedFrom'];
  @Field(() => CaseLinkType, { nullable: true, description: '并案来源 / the problem of a merged case that lives on here' })
  readonly adoptedFrom!: Problem['adoptedFrom'];
  @Field(() => Boolean, { description: '执法机构自行发现 / the enforcement agency found it itself' }) readonly ownFinding!: boolean;
  @Field(() => Boolean, { description: '已督促整改 / the rectification was urged' }) readonly urged!: boolean;
  @Field(() => ProblemGradingType, { nullable: true, description: '问题台账的等级、类别 / grade and category on the ledger' })
  readonly grading!: Problem['grading'];
  @Field(() => ProblemFindingType, { nullable: true }) readonly finding!: Problem['finding'];
  @Field(() => String, { nullable: true }) readonly result!: string | null;
}

@ObjectType('SiteInspection', { simpleResolvers })
class SiteInspectionType {
  @Field(() => ID) readonly id!: string;
  @Field(() => DateTimeScalar) readonly inspectedAt!: string;
  @Field(() => String) readonly place!: string;
  @Field(() => [NamedPersonType]) readonly officers!: readonly NamedPerson[];
}

@ObjectType('SealedItem', { simpleResolvers, description: '封存物证及其保管链 / sealed evidence with its chain of custody' })
class SealedItemType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly description!: string;
  @Field(() => String) readonly sealNo!: string;
  @Field(() => String) readonly digest!: string;
  @Field(() => NamedPersonType) readonly keeper!: NamedPerson;
  @Field(() => Int) readonly handOvers!: number;
}

@ObjectType('MonitoringTask', { simpleResolvers })
class MonitoringTaskType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly taskOrderNo!: string;
  @Field(() => MonitoringTaskKindEnum) readonly kind!: string;
  @Field(() => ID, { nullable: true, description: '空为本系统监测机构 / null for a monitoring unit of the authority' })
  readonly labId!: string | null;
  @Field(() => String) readonly labName!: string;
  @Field(() => ID) readonly entityId!: string;
  @Field(() => DateTimeScalar) readonly orderedAt!: string;
  @Field(() => Boolean) readonly reported!: boolean;
}

@ObjectType('ReportedValue', { simpleResolvers })
class ReportedValueType {
  @Field(() => String) readonly pollutant!: string;
  @Field(() => DecimalScalar) readonly value!: string;
  @Field(() => String) readonly unit!: string;
  @Field(() => DecimalScalar, { nullable: true }) readonly limit!: string | null;
}

@ObjectType('LabThen', { simpleResolvers })
class LabThenType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly name!: string;
  @Field(() => NamedPersonType, { nullable: true }) readonly head!: NamedPerson | null;
}

@ObjectType('MonitoringReport', { simpleResolvers, description: '监测报告及四方签字人 / with the four persons who answer for its numbers' })
class MonitoringReportType {
  @Field(() => ID) readonly id!: string;
  @Field(() => String, { nullable: true }) readonly reportNo!: string | null;
  @Field(() => String) readonly issuedBy!: string;
  @Field(() => String) readonly standard!: string;
  @Field(() => NamedPersonType) readonly sampler!: NamedPerson;
  @Field(() => NamedPersonType) readonly analyst!: NamedPerson;
  @Field(() => NamedPersonType) readonly reviewer!: NamedPerson;
  @Field(() => NamedPersonType) readonly signatory!: NamedPerson;
  @Field(() => [ReportedValueType]) readonly values!: readonly ReportedValueType[];
  @Field(() => LabThenType, { nullable: true, description: '出具机构及其负责人 / lab and its head as they stood then' })
  readonly lab!: LabThen | null;
}

@ObjectType('Investigation', { simpleResolvers })
class InvestigationType implements Investigation {
  @Field(() => InvestigationStatusEnum) readonly status!: Investigation['status'];
  @Field(() => [NamedPersonType]) readonly investigators!: readonly NamedPerson[];
  @Field(() => [SiteInspectionType]) readonly inspections!: Investigation['inspections'];
  @Field(() => [SealedItemType]) readonly sealedItems!: Investigation['sealedItems'];
  @Field(() => [MonitoringTaskType]) readonly tasks!: Investigation['tasks'];
  @Field(() => [MonitoringReportType]) readonly reports!: Investigation['reports'];
  @Field(() => String, { nullable: true }) readonly reportNo!: string | null;
}

@ObjectType('Rectification', { simpleResolvers })
class RectificationType {
  @Field(() => ID) readonly id!: string;
  @Field(() => RectificationStatusEnum) readonly status!: Rectification['status'];
  @Field(() => [ID]) readonly problemIds!: readonly string[];
  @Field(() => ID) readonly partyId!: string;
  @Field(() => String, { description: 'atOnce 立整立改，byDate 限期整改' }) readonly mode!: string;
  @Field(() => PartialDateScalar) readonly dueOn!: string;
  @Field(() => ID, { nullable: true }) readonly reportedBy!: string | null;
  @Field(() => Int) readonly rejections!: number;
}

@ObjectType('Disclosure', { simpleResolvers })
class DisclosureType implements Disclosure {
  @Field(() => ID) readonly id!: string;
  @Field(() => DisclosureStatusEnum) readonly status!: Disclosure['status'];
  @Field(() => DisclosureSubjectEnum) readonly subject!: DisclosureSubject;
  @Field(() => [ID]) readonly problemIds!: readonly string[];
  @Field(() => ID, { nullable: true }) readonly penaltyId!: string | null;
  @Field(() => String) readonly channel!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String, { nullable: true }) readonly url!: string | null;
  @Field(() => DateTimeScalar) readonly publishedAt!: string;
}

@ObjectType('TimelineEntry', { simpleResolvers, description: '案件的一个事件，不可更改 / one event of the case, immutable' })
export class TimelineEntryType implements TimelineEntry {
  @Field(() => ID) readonly eventId!: string;
  @Field(() => Int) readonly revision!: number;
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => String) readonly type!: string;
  @Field(() => TextType) readonly title!: Text;
  @Field(() => DateTimeScalar) readonly occurredAt!: string;
  @Field(() => String, { nullable: true, description: '时间精度：day、month、year、unknown；空为精确 / null for a known moment' })
  readonly occurredPrecision?: Precision;
  @Field(() => DateTimeScalar) readonly recordedAt!: string;
  @Field(() => ActorType) readonly actor!: Actor;
  @Field(() => ID) readonly actId!: string;
  @Field(() => [RuleRefType]) readonly basis!: readonly RuleRef[];
  @Field(() => [EvidenceType]) readonly evidence!: readonly EvidenceRef[];
  @Field(() => JsonScalar, { description: '事件内容，结构因类型而异 / shape depends on the type' }) readonly payload!: unknown;
}

@ObjectType('Case', { simpleResolvers, description: '案件卷宗 / case file' })
export class CaseType {
  @Field(() => ID) readonly caseId!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => String) readonly status!: string;
  @Field(() => StageEnum) readonly stage!: Stage;
  @Field(() => String) readonly jurisdiction!: string;
  @Field(() => [ID]) readonly partyIds!: readonly string[];
  @Field(() => [ID]) readonly outletIds!: readonly string[];
  @Field(() => DateTimeScalar) readonly openedAt!: string;
  @Field(() => String, { nullable: true, description: '所适用联动制度版本 / linkage rules that it runs under' })
  readonly configuration!: string | null;
  @Field(() => DateTimeScalar) readonly updatedAt!: string;
  @Field(() => Int, { description: '案件版本，可作为 expectedRevision / pass it as expectedRevision' }) readonly revision!: number;
  @Field(() => PositionScalar) readonly position!: number;
  @Field(() => [ProblemType]) readonly problems!: readonly Problem[];
  @Field(() => [ClueType]) readonly clues!: readonly Clue[];
  @Field(() => CaseLinksType) readonly links!: CaseLinks;
  @Field(() => CaseTeamType, { nullable: true }) readonly team!: CaseTeam | null;
  @Field(() => [TechnicalSupportType]) readonly support!: readonly TechnicalSupport[];
  @Field(() => InvestigationType) readonly investigation!: Investigation;
  @Field(() => [RectificationType]) readonly rectifications!: readonly Rectification[];
  @Field(() => [PenaltyType]) readonly penalties!: readonly Penalty[];
  @Field(() => [CriminalTransferType]) readonly transfers!: readonly CriminalTransfer[];
  @Field(() => [DailyPenaltyType]) readonly dailyPenalties!: readonly DailyPenalty[];
  @Field(() => [ProductionRestrictionType]) readonly restrictions!: readonly ProductionRestriction[];
  @Field(() => [PermitMeasureType]) readonly permitMeasures!: readonly PermitMeasure[];
  @Field(() => [ClosureType]) readonly closures!: readonly Closure[];
  @Field(() => [RemedyType]) readonly remedies!: readonly Remedy[];
  @Field(() => [LiabilityClaimType]) readonly liabilityClaims!: readonly LiabilityClaim[];
  @Field(() => [LabCreditEvaluationType]) readonly labCreditEvaluations!: readonly LabCreditEvaluation[];
  @Field(() => [SeizureType]) readonly seizures!: readonly Seizure[];
  @Field(() => [EvidenceRegistrationType]) readonly evidenceRegistrations!: readonly EvidenceRegistration[];
  @Field(() => [DetentionTransferType]) readonly detentionTransfers!: readonly DetentionTransfer[];
  @Field(() => [OutsideTransferType]) readonly outsideTransfers!: readonly OutsideTransfer[];
  @Field(() => [InformationSharingType]) readonly informationShared!: readonly InformationSharing[];
  @Field(() => [OversightType]) readonly oversights!: readonly Oversight[];
  @Field(() => [ResponsiblePersonType]) readonly responsiblePersons!: readonly ResponsiblePerson[];
  @Field(() => [CircumstanceType]) readonly circumstances!: readonly Circumstance[];
  @Field(() => [DisclosureType]) readonly disclosures!: readonly Disclosure[];
  @Field(() => [TimelineEntryType]) readonly timeline!: readonly TimelineEntry[];
}

const shown = new WeakMap<CaseFileDocument, CaseType>();

/** Flattens the document once; a document never changes, so what was made of it may be kept with it. */
export const caseOf = (document: CaseFileDocument): CaseType => {
  const known = shown.get(document);
  if (known !== undefined) return known;
  const { file, ...rest } = document;
  const { disclosures, labCredit } = file;
  const made = { ...file, ...rest, disclosures: disclosures.published, labCreditEvaluations: labCredit.evaluations };
  shown.set(document, made);

  return made;
};
