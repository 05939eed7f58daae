import type { EventsOf } from '../kernel/events-of';
import type { EvidenceInput, NamedPerson } from '../kernel/input';

/** The four papers without which a transfer is refused, and what else goes along (环环监〔2017〕17号 art. 6). */
export interface TransferPapers {
  readonly criminalTransferLetter: EvidenceInput;
  readonly investigationReport: EvidenceInput;
  readonly sceneInspectionRecord: EvidenceInput;
  readonly involvedItemsList: EvidenceInput;
  readonly others: readonly EvidenceInput[];
}

/** 涉嫌犯罪移送 to the police of the same level, copied to the procuratorate. */
export type CriminalTransferEvent = EventsOf<{
  CriminalTransferProposed: {
    readonly transferId: string;
    readonly problemIds: readonly string[];
    readonly suspectedCrime: string;
    readonly legalBasis: string;
    readonly proposers: readonly NamedPerson[];
    readonly responsiblePersons: readonly string[];
    readonly report: string;
  };
  CriminalTransferApproved: { readonly transferId: string };
  CriminalTransferRefused: { readonly transferId: string; readonly reasons: string };
  CaseTransferredToPolice: {
    readonly transferId: string;
    readonly letterNo: string;
    readonly policeOrganisation: string;
    readonly policeJurisdiction: string;
    readonly sentAt: string;
    readonly partyNames: readonly string[];
    readonly suspectedCrime: string;
    readonly papers: TransferPapers;
  };
  TransferCopiedToProcuratorate: { readonly transferId: string; readonly procuratorate: string; readonly copiedAt: string };
  TransferReceiptSigned: { readonly transferId: string; readonly receiptNo: string };
  SupplementRequested: { readonly transferId: string; readonly demanded: string };
  SupplementSupplied: { readonly transferId: string; readonly supplied: string };
  /** 受理 */
  TransferAcceptedByPolice: { readonly transferId: string };
  /** 立案通知, in writing. */
  CaseFilingNotified: { readonly transferId: string; readonly noticeNo: string; readonly filedOn: string };
  /** 不予立案通知, with reasons; the file comes back. */
  FilingDeclinedNotified: { readonly transferId: string; readonly noticeNo: string; readonly decidedOn: string; readonly reasons: string };
}>;
