import type { RuleEntry } from '../rule';
import { automaticMonitoring } from './automatic-monitoring';
import { classification } from './classification';
import { closedLoop } from './closed-loop';
import { clues } from './clues';
import { creditDisclosure } from './credit-disclosure';
import { criminalTransfer } from './criminal-transfer';
import { dailyPenalty } from './daily-penalty';
import { disclosureNational } from './disclosure-national';
import { enforcementMonitoring } from './enforcement-monitoring';
import { interference } from './interference';
import { jointOperations } from './joint-operations';
import { keyList } from './key-list';
import { labs } from './labs';
import { measures } from './measures';
import { monitoringFraud } from './monitoring-fraud';
import { national } from './national';
import { permitSupervision } from './permit-supervision';
import { plansPeople } from './plans-people';
import { procedure } from './procedure';
import { publicParticipation } from './public-participation';
import { rectificationPenalty } from './rectification-penalty';
import { selfMonitoring } from './self-monitoring';

export const entries: readonly RuleEntry[] = [
  ...closedLoop,
  ...selfMonitoring,
  ...automaticMonitoring,
  ...classification,
  ...clues,
  ...enforcementMonitoring,
  ...jointOperations,
  ...keyList,
  ...labs,
  ...rectificationPenalty,
  ...criminalTransfer,
  ...interference,
  ...creditDisclosure,
  ...publicParticipation,
  ...permitSupervision,
  ...plansPeople,
  ...monitoringFraud,
  ...national,
  ...dailyPenalty,
  ...measures,
  ...procedure,
  ...disclosureNational,
];
