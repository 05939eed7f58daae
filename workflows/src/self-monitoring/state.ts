import { changeItem } from '../kernel/step';
import type { SelfMonitoringEvent, SelfProofResult } from './events';

export interface SelfMonitoringResult {
  readonly id: string;
  readonly outletId: string;
  readonly reportNo: string | null;
  readonly issuedOn: string;
  readonly publishedAt: string | null;
}

export interface SelfProof {
  readonly id: string;
  readonly status: 'requested' | 'answered' | 'assessed';
  readonly about: string;
  readonly result: SelfProofResult | null;
}

export interface SelfMonitoring {
  readonly results: readonly SelfMonitoringResult[];
  readonly recordChecks: number;
  readonly proofs: readonly SelfProof[];
}

export const initialSelfMonitoring: SelfMonitoring = { results: [], recordChecks: 0, proofs: [] };

export const evolveSelfMonitoring = (state: SelfMonitoring, event: SelfMonitoringEvent): SelfMonitoring => {
  switch (event.type) {
    case 'SelfMonitoringResultRecorded': {
      const { resultId, outletId, reportNo, issuedOn } = event.payload;

      return { ...state, results: [...state.results, { id: resultId, outletId, reportNo, issuedOn, publishedAt: null }] };
    }
    case 'SelfMonitoringPublished': {
      const { resultId, publishedAt } = event.payload;

      return { ...state, results: changeItem(state.results, resultId, (each) => ({ ...each, publishedAt })) };
    }
    case 'RawRecordsChecked':
      return { ...state, recordChecks: state.recordChecks + 1 };
    case 'SelfProofRequested': {
      const { proofId, about } = event.payload;

      return { ...state, proofs: [...state.proofs, { id: proofId, status: 'requested', about, result: null }] };
    }
    case 'SelfProofAnswered':
      return { ...state, proofs: changeItem(state.proofs, event.payload.proofId, (each) => ({ ...each, status: 'answered' })) };
    case 'SelfProofAssessed': {
      const { proofId, result } = event.payload;

      return { ...state, proofs: changeItem(state.proofs, proofId, (each) => ({ ...each, status: 'assessed', result })) };
    }
  }
};
