import { caseSlice } from '../case/slice';
import type { CircumstanceEvent } from './events';

export type Circumstance = CircumstanceEvent['payload'];

export const circumstanceSlice = caseSlice<readonly Circumstance[], CircumstanceEvent>({
  initial: [],
  events: { CircumstanceRecorded: true },
  evolve: (circumstances, { payload }) => [...circumstances, payload],
});
