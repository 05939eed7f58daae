import { evolve } from '../case/evolve';
import { initialState, type CaseState } from '../case/state';

/** A case as it stands with its first problem found. */
export const anOpenCase = (): CaseState =>
  evolve(initialState, {
    type: 'ProblemFound',
    occurredAt: '2024-01-02T09:00:00+08:00',
    actor: { person: 'finder' },
    payload: {
      problemId: 'problem-1',
      title: '',
      source: 'enforcementMonitoring',
      partyId: '',
      partyName: '',
      outletId: null,
      jurisdiction: '000000',
      facts: '',
      foundAt: '2024-01-02T09:00:00+08:00',
      suspicionIds: [],
      reporterAwaitsAnswer: false,
    },
  });

/** And as it stands once it was merged into another one. */
export const aMergedCase = (): CaseState =>
  evolve(anOpenCase(), {
    type: 'CaseMerged',
    occurredAt: '2024-01-03T09:00:00+08:00',
    actor: { person: 'finder' },
    payload: { into: '', reason: '', problemIds: ['problem-1'] },
  });
