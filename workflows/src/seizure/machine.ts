import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type SeizureStatus = 'inForce' | 'liftApplied' | 'lifted' | 'handedOver' | 'ended';

/** 环境保护主管部门实施查封、扣押办法 arts. 10–23. */
export const seizureMachine = setup({
  types: {
    events: {} as {
      type:
        | 'SeizureApproved'
        | 'SeizureExtended'
        | 'SealInspected'
        | 'SeizureLiftApplied'
        | 'SeizureLiftRefused'
        | 'SeizureLifted'
        | 'SealRemoved'
        | 'SeizedItemsHandedOver';
    },
  },
}).createMachine({
  id: 'seizure',
  initial: 'inForce',
  states: {
    inForce: {
      on: {
        SeizureApproved: 'inForce',
        SeizureExtended: 'inForce',
        SealInspected: 'inForce',
        SeizureLiftApplied: 'liftApplied',
        SeizureLifted: 'lifted',
        SeizedItemsHandedOver: 'handedOver',
      },
    },
    liftApplied: { on: { SeizureLiftRefused: 'inForce', SeizureLifted: 'lifted', SeizureApproved: 'liftApplied' } },
    lifted: { on: { SealRemoved: 'ended' } },
    handedOver: {},
    ended: {},
  },
});

export const seizureProcedure = procedureOf<SeizureStatus>(seizureMachine);
