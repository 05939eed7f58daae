import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type OutsideTransferStatus = 'offered' | 'received' | 'accepted' | 'returned' | 'answered';

/** 办法 arts. 16, 17; S0 二(三), S1 二(五), 五(十一), S2 四(五). */
export const outsideTransferMachine = setup({
  types: {
    events: {} as {
      type: 'OutsideTransferReceived' | 'OutsideTransferAccepted' | 'OutsideTransferReturned' | 'OutsideTransferAnswered';
    },
  },
}).createMachine({
  id: 'outsideTransfer',
  initial: 'offered',
  states: {
    offered: { on: { OutsideTransferReceived: 'received' } },
    received: { on: { OutsideTransferAccepted: 'accepted', OutsideTransferReturned: 'returned' } },
    accepted: { on: { OutsideTransferAnswered: 'answered' } },
    returned: {},
    answered: {},
  },
});

export const outsideTransferProcedure = procedureOf<OutsideTransferStatus>(outsideTransferMachine);
