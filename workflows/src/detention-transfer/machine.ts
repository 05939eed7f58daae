import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type DetentionTransferStatus =
  'proposed' | 'approved' | 'refused' | 'sent' | 'received' | 'supplementing' | 'detained' | 'notMet' | 'becameCriminal';

/** 公治〔2014〕853号 arts. 10–16. */
export const detentionTransferMachine = setup({
  types: {
    events: {} as {
      type:
        | 'DetentionTransferApproved'
        | 'DetentionTransferRefused'
        | 'DetentionTransferSent'
        | 'DetentionTransferReceived'
        | 'DetentionSupplementRequested'
        | 'DetentionSupplementSupplied'
        | 'DetentionDecided'
        | 'DetentionNotMet'
        | 'DetentionBecameCriminal';
    },
  },
}).createMachine({
  id: 'detentionTransfer',
  initial: 'proposed',
  states: {
    proposed: { on: { DetentionTransferApproved: 'approved', DetentionTransferRefused: 'refused' } },
    approved: { on: { DetentionTransferSent: 'sent' } },
    refused: {},
    sent: { on: { DetentionTransferReceived: 'received' } },
    received: {
      on: {
        DetentionSupplementRequested: 'supplementing',
        DetentionDecided: 'detained',
        DetentionNotMet: 'notMet',
        DetentionBecameCriminal: 'becameCriminal',
      },
    },
    supplementing: { on: { DetentionSupplementSupplied: 'received' } },
    detained: { on: { DetentionBecameCriminal: 'becameCriminal' } },
    notMet: {},
    becameCriminal: {},
  },
});

export const detentionTransferProcedure = procedureOf<DetentionTransferStatus>(detentionTransferMachine);
