export { openEvidenceStore, type EvidenceStore, type StoredEvidence } from './evidence-store';
