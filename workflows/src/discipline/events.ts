import type { Unit } from '../clue/events';
import type { EventsOf } from '../kernel/events-of';

/** What a discipline clue rests on (rules.md 3.5). */
export const DISCIPLINE_TRIGGERS = {
  interference: '干预监测和执法',
  shielding: '包庇纵容',
  failureOfDuty: '履职不力',
  weakSupervision: '监管不力',
  dataFraud: '弄虚作假',
  interview: '国家或省约谈',
} as const;
export type DisciplineTrigger = keyof typeof DISCIPLINE_TRIGGERS;

/** */
export const OUTCOME_ADDRESSEES = {
  provincialDepartment: '省生态环境主管部门',
  municipalPartyCommittee: '市委',
  municipalGovernment: '市政府',
} as const;
export type OutcomeAddressee = keyof typeof OUTCOME_ADDRESSEES;

/** Somebody who answers for it; the id is known only where the person is one of the system's own register. */
export interface Concerned {
  readonly person: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly post: string;
}

export interface Interview {
  readonly level: 'state' | 'province';
  readonly by: string;
  readonly heldOn: string;
}

/** 违规线索移送: its own stream, because its readers are not those of the case (O-46). */
export type DisciplineEvent = EventsOf<{
  DisciplineClueTransferred: {
    readonly caseId: string | null;
    readonly interferenceId: string | null;
    readonly jurisdiction: string;
    readonly trigger: DisciplineTrigger;
    /** 直接负责的主管人员. */
    readonly responsibleManager: Concerned;
    /** 其他责任人员 */
    readonly others: readonly Concerned[];
    readonly facts: string;
    readonly serious: boolean;
    /** CJL-32: shielding, bribery or dereliction that may be a crime of office. */
    readonly dutyCrimeSuspected: boolean;
    readonly interview: Interview | null;
    readonly from: Unit;
    readonly to: Unit;
  };
  DisciplineClueReceived: { readonly receiptNo: string | null };
  DisciplineClueAccepted: { readonly docNo: string | null };
  DisciplineClueReturned: { readonly reason: string };
  /** 处分建议, made with other departments after an interview by state or province. */
  SanctionRecommended: {
    readonly recommendation: string;
    readonly withDepartments: readonly string[];
    readonly docNo: string | null;
    readonly recommendedOn: string;
  };
  DisciplineOutcomeDecided: {
    readonly sanctions: readonly { readonly name: string; readonly sanction: string }[];
    readonly decidedBy: string;
    readonly docNo: string | null;
    readonly decidedOn: string;
    /** the outcome then has three addressees. */
    readonly afterInterview: boolean;
  };
  DisciplineOutcomeReported: {
    readonly addressee: OutcomeAddressee;
    readonly docNo: string | null;
    readonly reportedOn: string;
  };
  /** Stands with the last of the three reports. */
  DisciplineReportingCompleted: Record<string, never>;
}>;
