import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type CriminalTransferStatus =
  | 'proposed'
  | 'approved'
  | 'refused'
  | 'sent'
  | 'received'
  | 'supplementing'
  | 'accepted'
  | 'passedOn'
  | 'returned'
  | 'filed'
  | 'declined'
  | 'reconsidering'
  | 'refusalUpheld'
  | 'supervised'
  | 'policeWithdrawn'
  | 'forProsecution'
  | 'notProsecuted'
  | 'prosecuted'
  | 'judged';

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
        | 'FilingPeriodExtended'
        | 'CaseFilingNotified'
        | 'FilingDeclinedNotified'
        | 'TransferPassedOn'
        | 'NotPoliceMatterReturned'
        | 'FilingReconsiderationApplied'
        | 'FilingRefusalUpheld'
        | 'FilingSupervisionProposed'
        | 'FilingRefusalFoundLawful'
        | 'ItemsHandedToPolice'
        | 'CoerciveMeasureRecorded'
        | 'PoliceCaseWithdrawn'
        | 'SentForProsecution'
        | 'SupplementaryInvestigationOrdered'
        | 'NonProsecutionNotified'
        | 'ProsecutionFiled'
        | 'JudgmentRecorded';
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
        TransferPassedOn: 'passedOn',
        NotPoliceMatterReturned: 'returned',
      },
    },
    supplementing: { on: { TransferCopiedToProcuratorate: 'supplementing', SupplementSupplied: 'received' } },
    accepted: {
      on: {
        TransferCopiedToProcuratorate: 'accepted',
        SupplementRequested: 'supplementing',
        CoerciveMeasureRecorded: 'accepted',
        FilingPeriodExtended: 'accepted',
        TransferPassedOn: 'passedOn',
        NotPoliceMatterReturned: 'returned',
        CaseFilingNotified: 'filed',
        FilingDeclinedNotified: 'declined',
        FilingSupervisionProposed: 'supervised',
      },
    },
    passedOn: { on: { TransferCopiedToProcuratorate: 'passedOn', TransferReceiptSigned: 'received' } },
    returned: { on: { TransferCopiedToProcuratorate: 'returned' } },
    filed: {
      on: {
        TransferCopiedToProcuratorate: 'filed',
        ItemsHandedToPolice: 'filed',
        CoerciveMeasureRecorded: 'filed',
        PoliceCaseWithdrawn: 'policeWithdrawn',
        SentForProsecution: 'forProsecution',
      },
    },
    declined: {
      on: {
        TransferCopiedToProcuratorate: 'declined',
        FilingReconsiderationApplied: 'reconsidering',
        FilingSupervisionProposed: 'supervised',
      },
    },
    reconsidering: { on: { FilingRefusalUpheld: 'refusalUpheld', CaseFilingNotified: 'filed' } },
    refusalUpheld: { on: { FilingSupervisionProposed: 'supervised' } },
    supervised: { on: { CaseFilingNotified: 'filed', FilingDeclinedNotified: 'declined', FilingRefusalFoundLawful: 'refusalUpheld' } },
    policeWithdrawn: { on: { FilingSupervisionProposed: 'supervised' } },
    forProsecution: {
      on: {
        CoerciveMeasureRecorded: 'forProsecution',
        SupplementaryInvestigationOrdered: 'filed',
        NonProsecutionNotified: 'notProsecuted',
        ProsecutionFiled: 'prosecuted',
      },
    },
    notProsecuted: {},
    prosecuted: { on: { CoerciveMeasureRecorded: 'prosecuted', JudgmentRecorded: 'judged' } },
    judged: { on: { JudgmentRecorded: 'judged' } },
  },
});

export const criminalTransferProcedure = procedureOf<CriminalTransferStatus>(criminalTransferMachine);
