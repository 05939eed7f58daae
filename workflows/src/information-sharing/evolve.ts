import { caseSlice } from '../case/slice';
import type { InformationSharingEvent } from './events';

export type InformationSharing = InformationSharingEvent['payload'];

export const informationSharingSlice = caseSlice<readonly InformationSharing[], InformationSharingEvent>({
  initial: [],
  events: { CaseInformationShared: true },
  evolve: (shared, { payload }) => [...shared, payload],
});
