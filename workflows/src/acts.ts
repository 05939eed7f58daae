import { closureActs } from './closure/acts';
import { clueActs } from './clue/acts';
import { calendarActs } from './holiday-notice/acts';
import { clueCourseActs } from './clue/course-acts';
import { closeOutActs } from './close-out/acts';
import { conductActs } from './conduct/acts';
import { creditActs } from './credit/acts';
import { criminalTransferActs } from './criminal-transfer/acts';
import { filingPeriodActs } from './criminal-transfer/filing-period';
import { laterTransferActs } from './criminal-transfer/later-acts';
import { dailyPenaltyActs } from './daily-penalty/acts';
import { disciplineActs } from './discipline/acts';
import { disclosureActs } from './disclosure/acts';
import { disclosureCaseActs } from './disclosure/case-acts';
import { interferenceActs } from './interference/acts';
import { laterInterferenceActs } from './interference/later-acts';
import { investigationActs } from './investigation/acts';
import { monitoringOrderActs } from './investigation/monitoring-order-acts';
import { joiningActs } from './joining/acts';
import type { Act } from './kernel/act';
import type { StreamKind } from './kernel/streams';
import { labCreditActs } from './lab-credit/acts';
import { liabilityClaimActs } from './liability-claim/acts';
import { labActs } from './lab/acts';
import { labInspectionActs } from './lab-inspection/acts';
import { outletActs } from './monitoring/acts';
import { outletResponseActs } from './monitoring/response-acts';
import { partyActs } from './party/acts';
import { particularsActs } from './party/particulars-acts';
import { penaltyActs } from './penalty/acts';
import { penaltyCourseActs } from './penalty/course-acts';
import { penaltyExecutionActs } from './penalty/execution-acts';
import { personActs } from './person/acts';
import { remedyActs } from './remedy/acts';
import { penaltyDecisionActs } from './penalty/decision-acts';
import { permitMeasureActs } from './permit-measure/acts';
import { problemActs } from './problem/acts';
import { problemCourseActs } from './problem/course-acts';
import { productionRestrictionActs } from './production-restriction/acts';
import { publicReportActs } from './public-report/acts';
import { publicationActs } from './publication/acts';
import { rectificationActs } from './rectification/acts';
import { partySupervisionActs } from './party-supervision/acts';
import { permitDemandActs } from './party-supervision/permit-acts';
import { supportActs } from './support/acts';
import { caseTeamActs } from './case-team/acts';
import { delegationActs } from './delegation/acts';
import { unitActs } from './unit/acts';
import { selfMonitoringActs } from './self-monitoring/acts';
import { supervisionActs } from './supervision/acts';

import { seizureActs } from './seizure/acts';
import { evidenceRegistrationActs } from './evidence-registration/acts';
import { detentionTransferActs } from './detention-transfer/acts';
import { outsideTransferActs } from './outside-transfer/acts';
import { informationSharingActs } from './information-sharing/acts';
import { oversightActs } from './oversight/acts';
import { responsibilityActs } from './responsibility/acts';
import { circumstanceActs } from './circumstance/acts';

export interface ActGroup {
  readonly kind: StreamKind;
  readonly acts: readonly Act[];
}

/** Every legal act of the product, by the kind of stream that it writes to, in the order of the main line. */
export const ACTS: readonly ActGroup[] = [
  {
    kind: 'case',
    acts: [
      ...problemActs,
      ...problemCourseActs,
      ...clueActs,
      ...clueCourseActs,
      ...joiningActs,
      ...caseTeamActs,
      ...investigationActs,
      ...monitoringOrderActs,
      ...supportActs,
      ...rectificationActs,
      ...penaltyActs,
      ...penaltyDecisionActs,
      ...penaltyCourseActs,
      ...penaltyExecutionActs,
      ...remedyActs,
      ...dailyPenaltyActs,
      ...productionRestrictionActs,
      ...permitMeasureActs,
      ...closureActs,
      ...seizureActs,
      ...evidenceRegistrationActs,
      ...responsibilityActs,
      ...criminalTransferActs,
      ...filingPeriodActs,
      ...laterTransferActs,
      ...liabilityClaimActs,
      ...labCreditActs,
      ...detentionTransferActs,
      ...informationSharingActs,
      ...outsideTransferActs,
      ...oversightActs,
      ...circumstanceActs,
      ...disclosureActs,
      ...disclosureCaseActs,
      ...conductActs,
      ...closeOutActs,
    ],
  },
  { kind: 'interference', acts: [...interferenceActs, ...laterInterferenceActs] },
  { kind: 'discipline', acts: disciplineActs },
  { kind: 'supervision', acts: supervisionActs },
  { kind: 'report', acts: publicReportActs },
  { kind: 'credit', acts: creditActs },
  { kind: 'publication', acts: publicationActs },
  {
    kind: 'party',
    acts: [...partyActs, ...particularsActs, ...labActs, ...selfMonitoringActs, ...partySupervisionActs, ...permitDemandActs],
  },
  { kind: 'person', acts: personActs },
  { kind: 'labInspection', acts: labInspectionActs },
  { kind: 'outlet', acts: [...outletActs, ...outletResponseActs] },
  { kind: 'unit', acts: [...unitActs, ...delegationActs] },
  { kind: 'calendar', acts: calendarActs },
];
