import { LiuhenError } from '../kernel/errors';
import { stepOf } from '../kernel/step';
import type { InterferenceEvent } from './events';
import { interferenceProcedure, type InterferenceStatus } from './machine';

export interface InterferenceFile {
  readonly status: InterferenceStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly recordedBy: string;
  readonly officialPerson: string | null;
}

export type InterferenceState = { readonly status: 'none' } | InterferenceFile;

export const initialState: InterferenceState = { status: 'none' };

export type InterferenceFact = InterferenceEvent & { readonly actor: { readonly person: string } };

const step = stepOf(interferenceProcedure);

export const evolve = (state: InterferenceState, fact: InterferenceFact): InterferenceState => {
  if (fact.type === 'InterferenceRecorded') {
    const { caseId, jurisdiction, official } = fact.payload;
    const recordedBy = fact.actor.person;

    return { status: interferenceProcedure.initial, caseId, jurisdiction, recordedBy, officialPerson: official.person };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${fact.type} before the record was made`);

  return { ...state, status: step(state.status, fact.type) };
};
