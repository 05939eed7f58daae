import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type CriminalTransferStatus =
  'proposed' | 'approved' | 'refused' | 'sent' | 'received' | 'supplementing' | 'accepted' | 'filed' | 'declined';

/** 环环监〔2017〕17号 arts. 5–9 and 长春 二(二)3: head's approval, papers, copy, receipt, acceptance, written notice. */
export const criminalTransferMachine = setup({
  types: {
    events: {} as {
      type:
        | 'CriminalTransferApproved'
        | 'CriminalTransferRefused'
        | 'CaseTransferredToPolice'
        | 'TransferCopiedToProcuratorate'
        | 'TransferReceiptSigned'
        | 'SupplementRequested'
        | 'SupplementSupplied'
        | 'TransferAcceptedByPolice'
        | 'CaseFilingNotified'
        | 'FilingDeclinedNotified';
    },
  },
}).createMachine({
  id: 'criminalTransfer',
  initial: 'proposed',
  states: {
    proposed: { on: { CriminalTransferApproved: 'approved', CriminalTransferRefused: 'refused' } },
    approved: { on: { CaseTransferredToPolice: 'sent' } },
    refused: {},
    sent: { on: { TransferCopiedToProcuratorate: 'sent', TransferReceiptSigned: 'received' } },
    received: {
      on: {
        TransferCopiedToProcuratorate: 'received',
        SupplementRequested: 'supplementing',
        TransferAcceptedByPolice: 'accepted',
      },
    },
    supplementing: { on: { TransferCopiedToProcuratorate: 'supplementing', SupplementSupplied: 'received' } },
    accepted: {
      on: {
        TransferCopiedToProcuratorate: 'accepted',
        CaseFilingNotified: 'filed',
        FilingDeclinedNotified: 'declined',
      },
    },
    filed: { on: { TransferCopiedToProcuratorate: 'filed' } },
    declined: { on: { TransferCopiedToProcuratorate: 'declined' } },
  },
});

export const criminalTransferProcedure = procedureOf<CriminalTransferStatus>(criminalTransferMachine);
