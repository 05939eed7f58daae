export { openEvidenceStore, type EvidenceStore, type EvidenceTerms, type StoredEvidence } from './evidence-store';
export { checkMedia, safeMediaType, SNIFFED } from './media';
export { openScanner, type Scanner } from './scanner';
