import { caseSlice } from '../case/slice';
import type { NamedPerson } from '../kernel/input';
import { changeItem, stepOf } from '../kernel/step';
import type { CriminalTransferEvent } from './events';
import { criminalTransferProcedure, type CriminalTransferStatus } from './machine';

export interface CriminalTransfer {
  readonly id: string;
  readonly status: CriminalTransferStatus;
  readonly problemIds: readonly string[];
  readonly suspectedCrime: string;
  readonly legalBasis: string;
  readonly proposers: readonly NamedPerson[];
  readonly letterNo: string | null;
  readonly policeOrganisation: string | null;
  readonly policeJurisdiction: string | null;
  readonly sentAt: string | null;
  readonly copiedToProcuratorate: boolean;
  readonly noticeNo: string | null;
  readonly declineReasons: string | null;
}

const step = stepOf(criminalTransferProcedure);

type LaterEvent = Exclude<CriminalTransferEvent, { type: 'CriminalTransferProposed' }>;

const changed = (transfer: CriminalTransfer, event: LaterEvent): CriminalTransfer => {
  const moved = { ...transfer, status: step(transfer.status, event.type) };
  switch (event.type) {
    case 'CaseTransferredToPolice': {
      const { letterNo, policeOrganisation, policeJurisdiction, sentAt } = event.payload;

      return { ...moved, letterNo, policeOrganisation, policeJurisdiction, sentAt };
    }
    case 'TransferCopiedToProcuratorate':
      return { ...moved, copiedToProcuratorate: true };
    case 'CaseFilingNotified':
      return { ...moved, noticeNo: event.payload.noticeNo };
    case 'FilingDeclinedNotified':
      return { ...moved, noticeNo: event.payload.noticeNo, declineReasons: event.payload.reasons };
    case 'CriminalTransferApproved':
    case 'CriminalTransferRefused':
    case 'TransferReceiptSigned':
    case 'SupplementRequested':
    case 'SupplementSupplied':
    case 'TransferAcceptedByPolice':
      return moved;
  }
};

const evolveTransfers = (transfers: readonly CriminalTransfer[], event: CriminalTransferEvent): readonly CriminalTransfer[] => {
  if (event.type !== 'CriminalTransferProposed') {
    return changeItem(transfers, event.payload.transferId, (transfer) => changed(transfer, event));
  }
  const { transferId, problemIds, suspectedCrime, legalBasis, proposers } = event.payload;

  return [
    ...transfers,
    {
      id: transferId,
      status: criminalTransferProcedure.initial,
      problemIds,
      suspectedCrime,
      legalBasis,
      proposers,
      letterNo: null,
      policeOrganisation: null,
      policeJurisdiction: null,
      sentAt: null,
      copiedToProcuratorate: false,
      noticeNo: null,
      declineReasons: null,
    },
  ];
};

export const transferSlice = caseSlice<readonly CriminalTransfer[], CriminalTransferEvent>({
  initial: [],
  events: {
    CriminalTransferProposed: true,
    CriminalTransferApproved: true,
    CriminalTransferRefused: true,
    CaseTransferredToPolice: true,
    TransferCopiedToProcuratorate: true,
    TransferReceiptSigned: true,
    SupplementRequested: true,
    SupplementSupplied: true,
    TransferAcceptedByPolice: true,
    CaseFilingNotified: true,
    FilingDeclinedNotified: true,
  },
  evolve: evolveTransfers,
});
