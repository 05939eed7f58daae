import { itemsSlice } from '../case/slice';
import type { NamedPerson } from '../kernel/input';
import type { CriminalTransferEvent, JudgmentOutcome } from './events';
import { criminalTransferProcedure, type CriminalTransferStatus } from './machine';

export interface Judgment {
  readonly court: string;
  readonly outcome: JudgmentOutcome;
  readonly judgedOn: string;
}

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
  readonly declinedOn: string | null;
  readonly judgments: readonly Judgment[];
}

const unchanged = () => ({});

export const transferSlice = itemsSlice<CriminalTransfer, CriminalTransferEvent, 'CriminalTransferProposed'>({
  idField: 'transferId',
  procedure: criminalTransferProcedure,
  opens: {
    CriminalTransferProposed: ({ problemIds, suspectedCrime, legalBasis, proposers }) => ({
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
      declinedOn: null,
      judgments: [],
    }),
  },
  changes: {
    CriminalTransferApproved: unchanged,
    CriminalTransferRefused: unchanged,
    CaseTransferredToPolice: (_item, { letterNo, policeOrganisation, policeJurisdiction, sentAt }) => ({
      letterNo,
      policeOrganisation,
      policeJurisdiction,
      sentAt,
    }),
    TransferCopiedToProcuratorate: () => ({ copiedToProcuratorate: true }),
    TransferReceiptSigned: unchanged,
    SupplementRequested: unchanged,
    SupplementSupplied: unchanged,
    TransferAcceptedByPolice: unchanged,
    FilingPeriodExtended: unchanged,
    CaseFilingNotified: (_item, { noticeNo }) => ({ noticeNo }),
    FilingDeclinedNotified: (_item, { noticeNo, reasons, decidedOn }) => ({ noticeNo, declineReasons: reasons, declinedOn: decidedOn }),
    TransferPassedOn: (_item, { policeOrganisation, policeJurisdiction }) => ({ policeOrganisation, policeJurisdiction }),
    NotPoliceMatterReturned: (_item, { reasons }) => ({ declineReasons: reasons }),
    FilingReconsiderationApplied: unchanged,
    FilingRefusalUpheld: (_item, { reasons }) => ({ declineReasons: reasons }),
    FilingSupervisionProposed: unchanged,
    FilingRefusalFoundLawful: unchanged,
    ItemsHandedToPolice: unchanged,
    CoerciveMeasureRecorded: unchanged,
    PoliceCaseWithdrawn: unchanged,
    SentForProsecution: unchanged,
    SupplementaryInvestigationOrdered: unchanged,
    NonProsecutionNotified: unchanged,
    ProsecutionFiled: unchanged,
    JudgmentRecorded: ({ judgments }, { court, outcome, judgedOn }) => ({ judgments: [...judgments, { court, outcome, judgedOn }] }),
  },
});
