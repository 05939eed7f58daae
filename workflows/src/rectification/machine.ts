import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type RectificationStatus = 'ordered' | 'reported' | 'confirmed' | 'revoked';

export const rectificationMachine = setup({
  types: { events: {} as { type: 'RectificationReported' | 'RectificationConfirmed' | 'RectificationRejected' | 'RectificationRevoked' } },
}).createMachine({
  id: 'rectification',
  initial: 'ordered',
  states: {
    ordered: { on: { RectificationReported: 'reported', RectificationRevoked: 'revoked' } },
    reported: { on: { RectificationConfirmed: 'confirmed', RectificationRejected: 'ordered', RectificationRevoked: 'revoked' } },
    confirmed: {},
    revoked: {},
  },
});

export const rectificationProcedure = procedureOf<RectificationStatus>(rectificationMachine);
