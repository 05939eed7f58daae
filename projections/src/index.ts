import type { Projection } from '@liuhen/workflows';
import { personTrails } from './audit-trail/audit-trail';
import { caseFiles } from './case-file/case-file';
import { interferenceTrails } from './interference-trail/interference-trail';
import { obligations } from './obligations/obligations';
import { outlets } from './outlets/outlets';
import { devices, parties } from './parties/parties';
import { patterns } from './patterns/patterns';
import { suspicions } from './suspicions/suspicions';
import { transferredCases } from './transferred-cases/transferred-cases';

/** Every read model of the product. */
export const allProjections: readonly Projection[] = [
  caseFiles,
  personTrails,
  interferenceTrails,
  transferredCases,
  obligations,
  patterns,
  suspicions,
  parties,
  devices,
  outlets,
];

export * from './audit-trail/audit-trail';
export * from './case-file/as-of';
export * from './case-file/case-file';
export * from './case-file/questions';
export * from './interference-trail/interference-trail';
export * from './obligations/obligations';
export * from './outlets/outlets';
export * from './parties/parties';
export * from './patterns/patterns';
export * from './shared/page';
export { knownTypes, titleOf } from './shared/titles';
export * from './suspicions/suspicions';
export * from './transferred-cases/transferred-cases';
