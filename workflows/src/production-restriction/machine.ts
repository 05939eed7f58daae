import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type ProductionRestrictionStatus = 'noticed' | 'decided' | 'inForce' | 'lifted';

/** 限制生产、停产整治办法 arts. 10–20. */
export const productionRestrictionMachine = setup({
  types: {
    events: {} as {
      type:
        | 'RestrictionDecided'
        | 'RestrictionServed'
        | 'RestrictionExtended'
        | 'RectificationPlanFiled'
        | 'RestrictionLifted'
        | 'AfterCheckRecorded';
    },
  },
}).createMachine({
  id: 'productionRestriction',
  initial: 'noticed',
  states: {
    noticed: { on: { RestrictionDecided: 'decided' } },
    decided: { on: { RestrictionServed: 'inForce', RestrictionLifted: 'lifted' } },
    inForce: { on: { RestrictionExtended: 'inForce', RectificationPlanFiled: 'inForce', RestrictionLifted: 'lifted' } },
    lifted: { on: { AfterCheckRecorded: 'lifted' } },
  },
});

export const productionRestrictionProcedure = procedureOf<ProductionRestrictionStatus>(productionRestrictionMachine);
