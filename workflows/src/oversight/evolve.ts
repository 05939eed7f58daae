import { itemsSlice } from '../case/slice';
import type { OversightEvent, OversightKind, OversightOutcome } from './events';
import { oversightProcedure, type OversightStatus } from './machine';

export interface Oversight {
  readonly id: string;
  readonly status: OversightStatus;
  readonly kind: OversightKind;
  readonly by: string;
  readonly against: string;
  readonly problemIds: readonly string[];
  readonly demand: string;
  readonly openedOn: string;
  readonly answeredOn: string | null;
  readonly outcome: OversightOutcome | null;
}

export const oversightSlice = itemsSlice<Oversight, OversightEvent, 'OversightOpened'>({
  idField: 'oversightId',
  procedure: oversightProcedure,
  opens: {
    OversightOpened: ({ kind, by, against, problemIds, demand, openedOn }) => ({
      kind,
      by,
      against,
      problemIds,
      demand,
      openedOn,
      answeredOn: null,
      outcome: null,
    }),
  },
  changes: {
    OversightAnswered: (_item, { answeredOn }) => ({ answeredOn }),
    OversightSuitFiled: () => ({}),
    OversightEnded: (_item, { outcome }) => ({ outcome }),
  },
});
