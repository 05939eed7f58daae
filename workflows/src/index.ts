export * from './kernel';
export * from './problem/events';
export type { DeterminedFinding, Problem } from './problem/evolve';
export { problemProcedure } from './problem/machine';
export type * from './clue/events';
export type { Clue } from './clue/evolve';
export { COMPETENCE_DISPUTES } from './clue/events';
export { clueProcedure, type ClueStatus } from './clue/machine';
export * from './problem/origin';
export { openProblemsOn, type OpenProblem } from './problem/age';
export type * from './joining/events';
export * from './case-team/events';
export type { Assignment, CaseTeam } from './case-team/evolve';
export type { CaseLinks, FurtherCase } from './joining/evolve';
export * from './support/events';
export type { TechnicalSupport } from './support/evolve';
export * from './investigation/elements';
export * from './investigation/events';
export * from './investigation/monitoring-events';
export type * from './investigation/evolve';
export { investigationProcedure } from './investigation/machine';
export type * from './rectification/events';
export type { Rectification } from './rectification/evolve';
export { rectificationProcedure } from './rectification/machine';
export * from './penalty/events';
export { groundOfLaw } from './penalty/ground-of-law';
export { surchargeOf, type Surcharge } from './penalty/surcharge';
export type { Penalty, PenaltyDecision, PenaltyNotice } from './penalty/evolve';
export { penaltyProcedure } from './penalty/machine';
export * from './remedy/events';
export type { Remedy } from './remedy/evolve';
export { remedyProcedure } from './remedy/machine';
export * from './daily-penalty/events';
export type { DailyPenalty } from './daily-penalty/evolve';
export { dailyPenaltyProcedure } from './daily-penalty/machine';
export { penaltyDays, penaltySum } from './daily-penalty/count';
export * from './production-restriction/events';
export type { ProductionRestriction } from './production-restriction/evolve';
export { productionRestrictionProcedure } from './production-restriction/machine';
export * from './permit-measure/events';
export type { PermitMeasure } from './permit-measure/evolve';
export { permitMeasureProcedure } from './permit-measure/machine';
export type * from './closure/events';
export type { Closure } from './closure/evolve';
export { closureProcedure } from './closure/machine';
export * from './criminal-transfer/events';
export type { CriminalTransfer, Judgment } from './criminal-transfer/evolve';
export { criminalTransferProcedure } from './criminal-transfer/machine';
export * from './seizure/events';
export type { Seizure } from './seizure/evolve';
export { seizureProcedure } from './seizure/machine';
export * from './evidence-registration/events';
export type { EvidenceRegistration } from './evidence-registration/evolve';
export { evidenceRegistrationProcedure } from './evidence-registration/machine';
export * from './detention-transfer/events';
export type { DetentionTransfer } from './detention-transfer/evolve';
export { detentionTransferProcedure } from './detention-transfer/machine';
export type * from './outside-transfer/events';
export type { OutsideTransfer } from './outside-transfer/evolve';
export { outsideTransferProcedure } from './outside-transfer/machine';
export * from './information-sharing/events';
export type { InformationSharing } from './information-sharing/evolve';
export * from './oversight/events';
export type { Oversight } from './oversight/evolve';
export { oversightProcedure } from './oversight/machine';
export * from './responsibility/events';
export type { ResponsiblePerson } from './responsibility/evolve';
export * from './circumstance/events';
export type { Circumstance } from './circumstance/evolve';
export * from './disclosure/events';
export type { Disclosure, Disclosures } from './disclosure/evolve';
export { disclosureProcedure } from './disclosure/machine';
export type * from './close-out/events';
export { caseProcedure } from './case/machine';
export { evolve as evolveCase, type CaseFact } from './case/evolve';
export { initialState as initialCase, type CaseEvent, type CaseFile, type CaseState } from './case/state';
export { STAGES, stageOf, type Stage } from './case/stage';
export type * from './conduct/events';
export { isBarred, type Bar, type Conduct, type DisciplineReferral, type LinkedReport } from './conduct/evolve';
export * from './discipline/events';
export {
  initialState as initialDiscipline,
  evolve as evolveDiscipline,
  type DisciplineFile,
  type DisciplineState,
} from './discipline/evolve';
export { disciplineProcedure, type DisciplineStatus } from './discipline/machine';
export * from './supervision/events';
export { initialState as initialSupervision, evolve as evolveSupervision, type SupervisionState } from './supervision/evolve';
export { supervisionProcedure } from './supervision/machine';
export * from './public-report/events';
export { initialState as initialReport, evolve as evolveReport, type ReportFile, type ReportState } from './public-report/evolve';
export { publicReportProcedure, type PublicReportStatus } from './public-report/machine';
export * from './credit/events';
export { creditProcedure, type CreditStatus } from './credit/machine';
export * from './publication/events';
export { publicationProcedure } from './publication/machine';
export * from './interference/events';
export {
  evolve as evolveInterference,
  initialState as initialInterference,
  type InterferenceFact,
  type InterferenceFile,
  type InterferenceState,
} from './interference/evolve';
export { interferenceProcedure, type InterferenceStatus } from './interference/machine';
export type * from './monitoring/events';
export * from './monitoring/response-events';
export { evolve as evolveOutlet, resultKey } from './monitoring/evolve';
export { initialState as initialOutlet, type OutletState, type Suspicion } from './monitoring/state';
export * from './party-supervision/events';
export { partySupervisionEventTypes, type PartySupervision } from './party-supervision/evolve';
export * from './unit/events';
export * from './delegation/events';
export type { Delegation } from './delegation/delegation';
export { evolve as evolveUnit, initialState as initialUnit, linkageRulesAt, type RegisteredUnit, type UnitState } from './unit/state';
export * from './party/events';
export {
  evolve as evolveParty,
  initialState as initialParty,
  type Device,
  type LabContract,
  type Outlet,
  type PartyState,
  type RegisteredParty,
} from './party/state';
export type * from './record/events';
export * from './liability-claim/events';
export type { LiabilityClaim } from './liability-claim/evolve';
export { liabilityClaimProcedure } from './liability-claim/machine';
export type * from './lab-credit/events';
export type { LabCredit, LabCreditEvaluation } from './lab-credit/evolve';
export * from './lab/events';
export type * from './lab/record';
export type { LabEquipment, LabFile } from './lab/state';
export * from './lab-inspection/events';
export { drawn, DRAW_METHOD } from './lab-inspection/draw';
export { labInspectionProcedure } from './lab-inspection/machine';
export {
  evolve as evolveLabInspection,
  initialState as initialLabInspection,
  type LabInspectionFile,
  type LabInspectionState,
} from './lab-inspection/state';
export * from './person/events';
export {
  banOn,
  evolve as evolvePerson,
  initialState as initialPerson,
  type PersonState,
  type PractitionerBan,
  type RegisteredPerson,
} from './person/state';
export * from './self-monitoring/events';
export type { SelfMonitoring } from './self-monitoring/state';
export type * from './refusal/events';
export { partyOfOutlet } from './monitoring/outlet-id';
export type * from './holiday-notice/events';
export { noticeOf, type CalendarState } from './holiday-notice/state';
export { ACTS, type ActGroup } from './acts';
export { denialOf, denialToStranger, isReserved, mayKnow, itemNamedBy, knowsOf, spokenFor } from './desk/authority';
export { caseTeamSlice } from './case-team/evolve';
export * from './authority/relation';
export * from './authority/term';
export { actingIn, EXERCISED_BY, inOwnRight, isBorneOut } from './authority/acting';
export * from './authority/reach';
export { partiesOf, standingOf, standingOfCase } from './authority/standing';
export { decide, deny, refuse } from './desk/judge';
export { evolveSubject, initialSubject, placeOf, type Subject } from './desk/fold';
export type * from './desk/port';
export { blockersOfCase, blockersOfProblem, type Blocker } from './close-out/blockers';
export * from './calendar';
export * from './regulation';
export * from './obligation';
export * from './trace';
export * from './carrying';
export * from './handoff';
