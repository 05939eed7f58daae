import type { EventsOf } from '../kernel/events-of';
import type { EvidenceInput } from '../kernel/input';

/** 公治〔2014〕853号 arts. 5–8: what makes an act one for detention. */
export const DETENTION_GROUNDS = {
  tampering: '篡改、伪造监测数据',
  abnormalTreatment: '不正常运行防治污染设施',
  concealedPipe: '通过暗管、渗井、渗坑、灌注排放',
  constructionStopRefused: '未批先建拒不停止建设',
  noPermitRefused: '无证排污拒不停止排污',
  bannedPesticide: '生产、使用禁用农药拒不改正',
  other: '法律规定的其他情形',
} as const;
export type DetentionGround = keyof typeof DETENTION_GROUNDS;

/** Art. 9: who decides, organises or profits most, and who actually did it. */
export const DETENTION_ROLES = { manager: '直接负责的主管人员', other: '其他直接责任人员' } as const;
export type DetentionRole = keyof typeof DETENTION_ROLES;

/** Art. 11: seven items, in the original. */
export interface DetentionPapers {
  readonly materialsList: EvidenceInput;
  readonly transferLetter: EvidenceInput;
  readonly investigationReport: EvidenceInput;
  readonly evidence: EvidenceInput;
  readonly articlesList: EvidenceInput;
  readonly penaltyDecision: EvidenceInput;
  readonly others: readonly EvidenceInput[];
}

/** 移送适用行政拘留: an act that is no crime yet, after the authority's own penalty decision; to the police of the same level. */
export type DetentionTransferEvent = EventsOf<{
  DetentionTransferProposed: {
    readonly detentionId: string;
    readonly problemIds: readonly string[];
    readonly penaltyId: string;
    readonly ground: DetentionGround;
    readonly persons: readonly { readonly name: string; readonly role: DetentionRole }[];
  };
  DetentionTransferApproved: { readonly detentionId: string; readonly approvedOn: string };
  DetentionTransferRefused: { readonly detentionId: string; readonly reasons: string };
  DetentionTransferSent: {
    readonly detentionId: string;
    readonly letterNo: string | null;
    readonly policeOrganisation: string;
    readonly policeJurisdiction: string;
    readonly sentOn: string;
    readonly papers: DetentionPapers;
  };
  DetentionTransferReceived: { readonly detentionId: string; readonly receiptNo: string | null; readonly on: string };
  DetentionSupplementRequested: { readonly detentionId: string; readonly demanded: string; readonly on: string };
  DetentionSupplementSupplied: { readonly detentionId: string; readonly supplied: string };
  DetentionDecided: {
    readonly detentionId: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    /** Number of persons detained; null where not made known. */
    readonly persons: number | null;
    /** Days of detention, null where not made known. */
    readonly days: number | null;
  };
  /** Conditions not met: written reasons and the file back; the sender closes (art. 15). */
  DetentionNotMet: { readonly detentionId: string; readonly reasons: string; readonly on: string };
  /** It turned out to be a crime: the matter goes on as a criminal one. */
  DetentionBecameCriminal: { readonly detentionId: string; readonly on: string; readonly detail: string };
}>;
