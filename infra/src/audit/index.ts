export { readArchive, TABLES, writeArchive } from './archive';
export type { Trust } from './checks';
export {
  FORMAT,
  FORMAT_VERSION,
  parseProofs,
  type ExportEvent,
  type MadeParts,
  type MakeParts,
  type Manifest,
  type PackageFacts,
} from './contents';
export { recordExport, writePackage, type ExportWish, type PackageOptions, type PackageSource } from './export';
export { groupedByAct, LawJudge, needsOf, type Judgement, type Unlawful } from './lawfulness';
export { readPackage, type ReadPackage } from './reading';
export type { SealReport } from './seals';
export { selectStreams, type Related } from './select';
export { EXIT_CODES, verifyPackage, type AuditVerdict, type CheckResult, type VerdictKind, type VerifyOptions } from './verify';
