import { caseSlice } from '../case/slice';
import type { LabCreditEvent } from './events';

export interface LabCreditEvaluation {
  readonly id: string;
  readonly penaltyId: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly evaluatedBy: string;
  readonly measure: string;
  readonly grade: string;
  readonly evaluatedOn: string;
}

export interface LabCredit {
  readonly evaluations: readonly LabCreditEvaluation[];
  readonly notices: number;
}

const evolve = (credit: LabCredit, event: LabCreditEvent): LabCredit => {
  switch (event.type) {
    case 'LabCreditEvaluated': {
      const { evaluationId, ...evaluation } = event.payload;

      return { ...credit, evaluations: [...credit.evaluations, { id: evaluationId, ...evaluation }] };
    }
    case 'LabPenaltyNoticed':
      return { ...credit, notices: credit.notices + 1 };
  }
};

export const labCreditSlice = caseSlice<LabCredit, LabCreditEvent>({
  initial: { evaluations: [], notices: 0 },
  events: { LabCreditEvaluated: true, LabPenaltyNoticed: true },
  evolve,
});
