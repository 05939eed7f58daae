import { becomes, type HandoffRule } from '../handoff/rule';
import type { OutsideTransferEvent } from './events';

type Sent = Extract<OutsideTransferEvent, { type: 'OutsideTransferSent' }>['payload'];

export const outsideHandoff: HandoffRule = {
  id: 'outsideTransfer',
  title: { zh: '移送其他部门', en: 'transfer to another department' },
  item: 'outsideId',
  offers: {
    OutsideTransferSent: ({ payload }) => {
      const { from, to } = payload as Sent;

      return { from, to };
    },
  },
  moves: {
    OutsideTransferReceived: becomes('received'),
    OutsideTransferAccepted: becomes('accepted'),
    OutsideTransferReturned: becomes('returned'),
    OutsideTransferAnswered: becomes('answered'),
  },
};
