import { evolveClues } from '../clue/evolve';
import { evolveTransfers } from '../criminal-transfer/evolve';
import { evolveDisclosures, initialDisclosures } from '../disclosure/evolve';
import { evolveInvestigation, initialInvestigation } from '../investigation/evolve';
import { LiuhenError } from '../kernel/errors';
import { stepOf } from '../kernel/step';
import { evolvePenalties } from '../penalty/evolve';
import { determined, evolveProblems, takenUpAgain } from '../problem/evolve';
import { evolveRectifications } from '../rectification/evolve';
import { caseProcedure } from './machine';
import type { CaseEvent, CaseFile, CaseState } from './state';

/** A case event with the little of its envelope that the fold looks at. */
export type CaseFact = CaseEvent & { readonly occurredAt: string; readonly actor: { readonly person: string } };

const step = stepOf(caseProcedure);

const opened = (fact: Extract<CaseFact, { type: 'ProblemFound' }>): CaseFile => ({
  status: caseProcedure.initial,
  jurisdiction: fact.payload.jurisdiction,
  openedAt: fact.occurredAt,
  problems: evolveProblems([], fact),
  clues: [],
  investigation: initialInvestigation,
  rectifications: [],
  penalties: [],
  transfers: [],
  disclosures: initialDisclosures,
});

// eslint-disable-next-line max-lines-per-function -- the list of all events of a case, each named once; the compiler sees that none is missing
const grown = (file: CaseFile, fact: CaseFact): CaseFile => {
  switch (fact.type) {
    case 'ProblemFound':
    case 'ProblemStruckOff':
      return { ...file, problems: evolveProblems(file.problems, fact) };
    case 'ClueTransferred':
    case 'ClueReceived':
    case 'ClueAccepted':
    case 'ClueReturned':
    case 'FeedbackGiven':
      return { ...file, clues: evolveClues(file.clues, fact) };
    case 'InvestigationReported':
      return {
        ...file,
        investigation: evolveInvestigation(file.investigation, fact),
        problems: determined(file.problems, fact.payload.findings),
      };
    case 'InvestigationOpened':
    case 'SiteInspectionRecorded':
    case 'EvidenceSealed':
    case 'EvidenceHandedOver':
    case 'EnforcementMonitoringCommissioned':
    case 'MonitoringReportRecorded':
    case 'InvestigationResumed':
      return { ...file, investigation: evolveInvestigation(file.investigation, fact) };
    case 'RectificationOrdered':
    case 'RectificationReported':
    case 'RectificationConfirmed':
    case 'RectificationRejected':
      return { ...file, rectifications: evolveRectifications(file.rectifications, fact, fact.actor.person) };
    case 'PenaltyCaseOpened':
    case 'PenaltyNoticeServed':
    case 'StatementRecorded':
    case 'StatementWaived':
    case 'HearingRequested':
    case 'HearingHeld':
    case 'HearingForfeited':
    case 'LegalReviewCompleted':
    case 'PenaltyDecided':
    case 'NoPenaltyDecided':
    case 'PenaltyServed':
    case 'PenaltyPaid':
    case 'PenaltyExecuted':
    case 'PenaltyCaseWithdrawn':
      return { ...file, penalties: evolvePenalties(file.penalties, fact) };
    case 'CriminalTransferProposed':
    case 'CriminalTransferApproved':
    case 'CriminalTransferRefused':
    case 'CaseTransferredToPolice':
    case 'TransferCopiedToProcuratorate':
    case 'TransferReceiptSigned':
    case 'SupplementRequested':
    case 'SupplementSupplied':
    case 'TransferAcceptedByPolice':
    case 'CaseFilingNotified':
    case 'FilingDeclinedNotified':
      return { ...file, transfers: evolveTransfers(file.transfers, fact) };
    case 'DisclosurePublished':
    case 'DisclosureWithdrawn':
    case 'FraudReportedToSuperior':
    case 'CreditInformationPushed':
    case 'ReporterAnswered':
      return { ...file, disclosures: evolveDisclosures(file.disclosures, fact) };
    case 'CaseClosed':
      return { ...file, status: step(file.status, fact.type) };
    case 'CaseReopened':
      return { ...file, status: step(file.status, fact.type), problems: takenUpAgain(file.problems) };
  }
};

/** Folds one fact into the case. Throws `UNLAWFUL_HISTORY` where a recorded event does not follow the procedure. */
export const evolve = (state: CaseState, fact: CaseFact): CaseState => {
  if (state.status !== 'none') return grown(state, fact);
  if (fact.type === 'ProblemFound') return opened(fact);

  throw new LiuhenError('UNLAWFUL_HISTORY', `${fact.type} before the case was opened`);
};
