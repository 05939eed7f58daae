export * from './kernel';
export * from './problem/events';
export type { Problem } from './problem/evolve';
export { problemProcedure } from './problem/machine';
export type * from './clue/events';
export type { Clue } from './clue/evolve';
export { clueProcedure } from './clue/machine';
export * from './investigation/events';
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
export * from './disclosure/events';
export type { Disclosure, Disclosures } from './disclosure/evolve';
export { disclosureProcedure } from './disclosure/machine';
export type * from './close-out/events';
export { caseProcedure } from './case/machine';
export { evolve as evolveCase, type CaseFact } from './case/evolve';
export { initialState as initialCase, type CaseEvent, type CaseFile, type CaseState } from './case/state';
export { STAGES, stageOf, type Stage } from './case/stage';
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
export { evolve as evolveOutlet, resultKey } from './monitoring/evolve';
export { initialState as initialOutlet, type OutletState, type Suspicion } from './monitoring/state';
export type * from './party/events';
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
export type * from './refusal/events';
export { ACTS, type ActGroup } from './acts';
export { decide, deny, refuse } from './desk/judge';
export { evolveSubject, handedTo, initialSubject, placeOf, type Subject } from './desk/fold';
export type * from './desk/port';
export { blockersOfCase, blockersOfProblem, type Blocker } from './close-out/blockers';
export * from './calendar';
export * from './regulation';
export * from './obligation';
