import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type DisclosureStatus = 'published' | 'withdrawn';

export const disclosureMachine = setup({
  types: { events: {} as { type: 'DisclosureWithdrawn' | 'DisclosureCorrected' } },
}).createMachine({
  id: 'disclosure',
  initial: 'published',
  states: { published: { on: { DisclosureWithdrawn: 'withdrawn', DisclosureCorrected: 'published' } }, withdrawn: {} },
});

export const disclosureProcedure = procedureOf<DisclosureStatus>(disclosureMachine);
