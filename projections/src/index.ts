import type { Projection } from '@liuhen/workflows';
import { personTrails } from './audit-trail/audit-trail';
import { calendars } from './calendars/calendars';
import { caseFiles } from './case-file/case-file';
import { creditRecords } from './credit/credit-records';
import { sanctionOutcomes } from './discipline/sanction-outcomes';
import { engagements } from './engagements/engagements';
import { fraudDisclosures } from './fraud/fraud-disclosures';
import { fraudReports } from './fraud/fraud-reports';
import { forgotten } from './forgotten/forgotten';
import { handoffs } from './handoffs/handoffs';
import { interferenceTrails } from './interference-trail/interference-trail';
import { labInspections } from './lab-inspections/lab-inspections';
import { issues } from './issues/issues';
import { obligations } from './obligations/obligations';
import { outlets } from './outlets/outlets';
import { devices, parties } from './parties/parties';
import { patterns } from './patterns/patterns';
import { persons } from './persons/persons';
import { publicDisclosures } from './public-disclosures/public-disclosures';
import { publicReports } from './public-reports/public-reports';
import { recusals } from './recusals/recusals';
import { standings } from './standings/standings';
import { suspicions } from './suspicions/suspicions';
import { typicalCases } from './typical-cases/typical-cases';
import { ties } from './ties/ties';
import { transferredCases } from './transferred-cases/transferred-cases';
import { units } from './units/units';

/** Every read model of the product. */
export const allProjections: readonly Projection[] = [
  caseFiles,
  personTrails,
  interferenceTrails,
  transferredCases,
  issues,
  forgotten,
  handoffs,
  ties,
  obligations,
  patterns,
  calendars,
  suspicions,
  parties,
  devices,
  persons,
  labInspections,
  outlets,
  units,
  sanctionOutcomes,
  fraudReports,
  fraudDisclosures,
  typicalCases,
  publicDisclosures,
  publicReports,
  creditRecords,
  recusals,
  engagements,
  standings,
];

export * from './audit-trail/audit-trail';
export * from './case-file/as-of';
export * from './calendars/calendars';
export * from './case-file/case-file';
export * from './case-file/questions';
export * from './credit/credit-records';
export * from './discipline/sanction-outcomes';
export * from './engagements/engagements';
export * from './fraud/fraud-disclosures';
export * from './fraud/fraud-reports';
export * from './forgotten/forgotten';
export * from './handoffs/handoffs';
export * from './interference-trail/interference-trail';
export * from './issues/issues';
export * from './obligations/obligations';
export * from './outlets/outlets';
export * from './parties/parties';
export * from './patterns/patterns';
export * from './patterns/questions';
export * from './lab-inspections/lab-inspections';
export * from './persons/persons';
export * from './public-disclosures/public-disclosures';
export * from './public-reports/public-reports';
export * from './recusals/recusals';
export * from './shared/page';
export { isIn, sideOf, type Limit, type Scope } from './shared/scope';
export { knownTypes, titleOf } from './shared/titles';
export * from './standings/standings';
export * from './suspicions/suspicions';
export * from './typical-cases/typical-cases';
export * from './ties/ties';
export * from './transferred-cases/transferred-cases';
export * from './units/units';
