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

export const COERCIVE_MEASURES = {
  criminalDetention: '刑事拘留',
  arrest: '逮捕',
  bail: '取保候审',
  residentialSurveillance: '监视居住',
  administrativeDetention: '行政拘留',
  released: '释放',
} as const;
export type CoerciveMeasure = keyof typeof COERCIVE_MEASURES;

export const JUDGMENT_OUTCOMES = { convicted: '有罪', acquitted: '无罪', exempted: '免予刑事处罚' } as const;
export type JudgmentOutcome = keyof typeof JUDGMENT_OUTCOMES;

/** CJL-09: natural days that the police have to decide on filing. */
export const FILING_PERIODS = {
  plain: { zh: '一般案件，三日', days: 3 },
  verification: { zh: '线索需要查证，七日', days: 7 },
  graveComplex: { zh: '重大疑难复杂，经县级以上公安机关负责人批准，三十日', days: 30 },
} as const;
export type FilingPeriod = keyof typeof FILING_PERIODS;

/** CJL-12: when the authority proposes filing supervision. */
export const FILING_SUPERVISION_GROUNDS = {
  silent: '公安机关逾期未作决定',
  refused: '不予立案',
  upheld: '复议维持不予立案',
  withdrawn: '立案后撤销案件',
} as const;
export type FilingSupervisionGround = keyof typeof FILING_SUPERVISION_GROUNDS;

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
    /** Problems that go along; absent in older events. */
    readonly problemIds?: readonly string[];
    readonly letterNo: string | null;
    readonly policeOrganisation: string;
    readonly policeJurisdiction: string;
    readonly sentAt: string;
    readonly partyNames: readonly string[];
    readonly suspectedCrime: string;
    readonly papers: TransferPapers;
  };
  TransferCopiedToProcuratorate: { readonly transferId: string; readonly procuratorate: string; readonly copiedAt: string };
  TransferReceiptSigned: { readonly transferId: string; readonly receiptNo: string | null };
  SupplementRequested: { readonly transferId: string; readonly demanded: string };
  SupplementSupplied: { readonly transferId: string; readonly supplied: string };
  /** 受理 */
  TransferAcceptedByPolice: { readonly transferId: string };
  /** The police take seven or thirty days for their decision, and say why (CJL-09). */
  FilingPeriodExtended: {
    readonly transferId: string;
    readonly period: FilingPeriod;
    /** Head of the police who approved; null where none is needed. */
    readonly approvedBy: string | null;
    readonly reason: string;
  };
  /** 立案通知, in writing. */
  CaseFilingNotified: { readonly transferId: string; readonly noticeNo: string | null; readonly filedOn: string };
  /** 不予立案通知, with reasons; the file comes back. */
  FilingDeclinedNotified: {
    readonly transferId: string;
    readonly noticeNo: string | null;
    readonly decidedOn: string;
    readonly reasons: string;
  };
  /** Belongs to other police: passed on within 24 hours, the authority is told (CJL-09). */
  TransferPassedOn: {
    readonly transferId: string;
    readonly policeOrganisation: string;
    readonly policeJurisdiction: string;
    readonly on: string;
  };
  /** Not a matter for the police: the file comes back. */
  NotPoliceMatterReturned: { readonly transferId: string; readonly reasons: string; readonly on: string };
  FilingReconsiderationApplied: { readonly transferId: string; readonly appliedOn: string; readonly grounds: string };
  FilingRefusalUpheld: {
    readonly transferId: string;
    readonly noticeNo: string | null;
    readonly decidedOn: string;
    readonly reasons: string;
  };
  /** 立案监督建议书 to the procuratorate (CJL-12, CJL-13). */
  FilingSupervisionProposed: {
    readonly transferId: string;
    readonly docNo: string | null;
    readonly procuratorate: string;
    readonly proposedOn: string;
    readonly ground: FilingSupervisionGround;
  };
  FilingRefusalFoundLawful: { readonly transferId: string; readonly opinion: string; readonly on: string };
  ItemsHandedToPolice: { readonly transferId: string; readonly list: string; readonly handedOn: string };
  /** A fact of the criminal track, told by the police; persons are counted, not named. */
  CoerciveMeasureRecorded: {
    readonly transferId: string;
    readonly measure: CoerciveMeasure;
    readonly persons: number | null;
    readonly on: string;
    readonly detail: string | null;
  };
  PoliceCaseWithdrawn: { readonly transferId: string; readonly reasons: string; readonly on: string };
  SentForProsecution: { readonly transferId: string; readonly procuratorate: string; readonly on: string };
  SupplementaryInvestigationOrdered: { readonly transferId: string; readonly on: string; readonly detail: string };
  NonProsecutionNotified: {
    readonly transferId: string;
    readonly noticeNo: string | null;
    readonly on: string;
    readonly penaltyProposed: boolean;
  };
  ProsecutionFiled: {
    readonly transferId: string;
    readonly court: string;
    /** GB/T 2260; absent in older events, of which the court is known by its name. */
    readonly courtJurisdiction?: string;
    readonly on: string;
  };
  /** One court's judgment; several courts may judge on one transfer. */
  JudgmentRecorded: {
    readonly transferId: string;
    readonly court: string;
    readonly outcome: JudgmentOutcome;
    readonly judgedOn: string;
    readonly persons: number | null;
    /** Yuan, fine on a unit; null for none or not published. */
    readonly unitFine: string | null;
    readonly detail: string;
  };
}>;
