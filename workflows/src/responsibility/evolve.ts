import { caseSlice } from '../case/slice';
import type { ResponsibilityEvent } from './events';

export type ResponsiblePerson = ResponsibilityEvent['payload'];

export const responsibilitySlice = caseSlice<readonly ResponsiblePerson[], ResponsibilityEvent>({
  initial: [],
  events: { ResponsiblePersonNamed: true },
  evolve: (persons, { payload }) => [...persons, payload],
});
