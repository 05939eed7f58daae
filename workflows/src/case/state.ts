import type { ClosureEvent } from '../closure/events';
import type { Closure } from '../closure/evolve';
import type { ClueEvent } from '../clue/events';
import type { Clue } from '../clue/evolve';
import type { CloseOutEvent } from '../close-out/events';
import type { CaseTeamEvent } from '../case-team/events';
import type { CaseTeam } from '../case-team/evolve';
import type { ConductEvent } from '../conduct/events';
import type { Conduct } from '../conduct/evolve';
import type { CriminalTransferEvent } from '../criminal-transfer/events';
import type { CriminalTransfer } from '../criminal-transfer/evolve';
import type { DailyPenaltyEvent } from '../daily-penalty/events';
import type { DailyPenalty } from '../daily-penalty/evolve';
import type { DisclosureEvent } from '../disclosure/events';
import type { Disclosures } from '../disclosure/evolve';
import type { JoiningEvent } from '../joining/events';
import type { CaseLinks } from '../joining/evolve';
import type { InvestigationEvent } from '../investigation/events';
import type { Investigation } from '../investigation/evolve';
import type { LabCreditEvent } from '../lab-credit/events';
import type { LabCredit } from '../lab-credit/evolve';
import type { LiabilityClaimEvent } from '../liability-claim/events';
import type { LiabilityClaim } from '../liability-claim/evolve';
import type { PenaltyEvent } from '../penalty/events';
import type { Penalty } from '../penalty/evolve';
import type { PermitMeasureEvent } from '../permit-measure/events';
import type { PermitMeasure } from '../permit-measure/evolve';
import type { ProblemEvent } from '../problem/events';
import type { Problem } from '../problem/evolve';
import type { ProductionRestrictionEvent } from '../production-restriction/events';
import type { ProductionRestriction } from '../production-restriction/evolve';
import type { RemedyEvent } from '../remedy/events';
import type { Remedy } from '../remedy/evolve';
import type { RectificationEvent } from '../rectification/events';
import type { Rectification } from '../rectification/evolve';
import type { SupportEvent } from '../support/events';
import type { TechnicalSupport } from '../support/evolve';
import type { SeizureEvent } from '../seizure/events';
import type { Seizure } from '../seizure/evolve';
import type { EvidenceRegistrationEvent } from '../evidence-registration/events';
import type { EvidenceRegistration } from '../evidence-registration/evolve';
import type { DetentionTransferEvent } from '../detention-transfer/events';
import type { DetentionTransfer } from '../detention-transfer/evolve';
import type { OutsideTransferEvent } from '../outside-transfer/events';
import type { OutsideTransfer } from '../outside-transfer/evolve';
import type { OversightEvent } from '../oversight/events';
import type { Oversight } from '../oversight/evolve';
import type { ResponsibilityEvent } from '../responsibility/events';
import type { ResponsiblePerson } from '../responsibility/evolve';
import type { CircumstanceEvent } from '../circumstance/events';
import type { Circumstance } from '../circumstance/evolve';
import type { InformationSharingEvent } from '../information-sharing/events';
import type { InformationSharing } from '../information-sharing/evolve';
import type { CaseStatus } from './machine';

/** All events of a case are one stream, so that two officers who race get one winner and one clear refusal. */
export type CaseEvent =
  | ProblemEvent
  | ClueEvent
  | JoiningEvent
  | SupportEvent
  | InvestigationEvent
  | RectificationEvent
  | PenaltyEvent
  | CriminalTransferEvent
  | DisclosureEvent
  | DailyPenaltyEvent
  | ProductionRestrictionEvent
  | PermitMeasureEvent
  | ClosureEvent
  | RemedyEvent
  | LiabilityClaimEvent
  | LabCreditEvent
  | SeizureEvent
  | EvidenceRegistrationEvent
  | DetentionTransferEvent
  | OutsideTransferEvent
  | OversightEvent
  | ResponsibilityEvent
  | CircumstanceEvent
  | InformationSharingEvent
  | ConductEvent
  | CaseTeamEvent
  | CloseOutEvent;

export interface CaseFile {
  readonly status: CaseStatus;
  readonly jurisdiction: string;
  readonly openedAt: string;
  /** The linkage rules that it runs under, `<area>@<version>`; null where none were registered. */
  readonly configuration: string | null;
  readonly problems: readonly Problem[];
  readonly clues: readonly Clue[];
  readonly links: CaseLinks;
  /** Null where none was set up, or it was dissolved. */
  readonly team: CaseTeam | null;
  readonly support: readonly TechnicalSupport[];
  readonly investigation: Investigation;
  readonly rectifications: readonly Rectification[];
  readonly penalties: readonly Penalty[];
  readonly dailyPenalties: readonly DailyPenalty[];
  readonly restrictions: readonly ProductionRestriction[];
  readonly permitMeasures: readonly PermitMeasure[];
  readonly closures: readonly Closure[];
  readonly remedies: readonly Remedy[];
  readonly liabilityClaims: readonly LiabilityClaim[];
  readonly labCredit: LabCredit;
  readonly transfers: readonly CriminalTransfer[];
  readonly seizures: readonly Seizure[];
  readonly evidenceRegistrations: readonly EvidenceRegistration[];
  readonly detentionTransfers: readonly DetentionTransfer[];
  readonly outsideTransfers: readonly OutsideTransfer[];
  readonly oversights: readonly Oversight[];
  readonly responsiblePersons: readonly ResponsiblePerson[];
  readonly circumstances: readonly Circumstance[];
  readonly informationShared: readonly InformationSharing[];
  readonly disclosures: Disclosures;
  readonly conduct: Conduct;
}

export type CaseState = { readonly status: 'none' } | CaseFile;

export const initialState: CaseState = { status: 'none' };
