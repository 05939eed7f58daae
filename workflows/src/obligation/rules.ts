import { clueObligations } from '../clue/obligations';
import { transferObligations } from '../criminal-transfer/obligations';
import { creditObligations } from '../credit/obligations';
import { dailyPenaltyObligations } from '../daily-penalty/obligations';
import { disciplineObligations } from '../discipline/obligations';
import { disclosureObligations } from '../disclosure/obligations';
import { interferenceObligations } from '../interference/obligations';
import { monitoringObligations } from '../monitoring/obligations';
import { labObligations } from '../lab/obligations';
import { labCreditObligations } from '../lab-credit/obligations';
import { liabilityClaimObligations } from '../liability-claim/obligations';
import { labInspectionObligations } from '../lab-inspection/obligations';
import { penaltyObligations } from '../penalty/obligations';
import { problemObligations } from '../problem/obligations';
import { productionRestrictionObligations } from '../production-restriction/obligations';
import { publicReportObligations } from '../public-report/obligations';
import { publicationObligations } from '../publication/obligations';
import { remedyObligations } from '../remedy/obligations';
import { rectificationObligations } from '../rectification/obligations';
import { partySupervisionObligations } from '../party-supervision/obligations';
import { selfMonitoringObligations } from '../self-monitoring/obligations';
import { seizureObligations } from '../seizure/obligations';
import { evidenceRegistrationObligations } from '../evidence-registration/obligations';
import { detentionTransferObligations } from '../detention-transfer/obligations';
import { outsideTransferObligations } from '../outside-transfer/obligations';
import { informationSharingObligations } from '../information-sharing/obligations';
import { oversightObligations } from '../oversight/obligations';
import { supervisionObligations } from '../supervision/obligations';
import type { ObligationRule } from './rule';

/** Every duty with a clock, by the proceeding that owes it. */
export const obligationRules: readonly ObligationRule[] = [
  ...problemObligations,
  ...clueObligations,
  ...penaltyObligations,
  ...dailyPenaltyObligations,
  ...productionRestrictionObligations,
  ...rectificationObligations,
  ...remedyObligations,
  ...transferObligations,
  ...seizureObligations,
  ...evidenceRegistrationObligations,
  ...detentionTransferObligations,
  ...outsideTransferObligations,
  ...informationSharingObligations,
  ...oversightObligations,
  ...disclosureObligations,
  ...interferenceObligations,
  ...monitoringObligations,
  ...partySupervisionObligations,
  ...labObligations,
  ...labInspectionObligations,
  ...labCreditObligations,
  ...liabilityClaimObligations,
  ...selfMonitoringObligations,
  ...disciplineObligations,
  ...supervisionObligations,
  ...publicReportObligations,
  ...creditObligations,
  ...publicationObligations,
];
