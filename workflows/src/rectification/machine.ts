import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type RectificationStatus = 'ordered' | 'reported' | 'confirmed';

export const rectificationMachine = setup({
  types: { events: {} as { type: 'RectificationReported' | 'RectificationConfirmed' | 'RectificationRejected' } },
}).createMachine({
  id: 'rectification',
  initial: 'ordered',
  states: {
    ordered: { on: { RectificationReported: 'reported' } },
    reported: { on: { RectificationConfirmed: 'confirmed', RectificationRejected: 'ordered' } },
    confirmed: {},
  },
});

export const rectificationProcedure = procedureOf<RectificationStatus>(rectificationMachine);
