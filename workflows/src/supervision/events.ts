import type { EventsOf } from '../kernel/events-of';

export const SUPERVISION_FINDINGS = {
  failureOfDuty: '履职不力',
  coverUp: '隐瞒包庇',
  dataFraud: '弄虚作假',
  fraudStandsOut: '弄虚作假问题突出',
  other: '其他问题',
} as const;
export type SupervisionFinding = keyof typeof SUPERVISION_FINDINGS;

export const BULLETIN_KINDS = { supervision: '督查通报', circulatedCriticism: '通报批评' } as const;
export type BulletinKind = keyof typeof BULLETIN_KINDS;

/** A duty of the list, as a bulletin shows it. */
export interface ListedDuty {
  readonly dutyId: string;
  readonly unit: string;
  readonly duty: string;
  readonly dueOn: string;
}

/** 督查督办 of a place and its units: findings, criticism, interviews, and the duty list with its timetable. */
export type SupervisionEvent = EventsOf<{
  SupervisionOpened: {
    readonly subject: string;
    /** The place that is supervised. */
    readonly jurisdiction: string;
    readonly plan: string;
    /** First round, `YYYY-MM-DD`. */
    readonly nextOn: string;
  };
  /** one round of the periodic supervision, with the day of the next one. */
  SupervisionRoundHeld: {
    readonly roundId: string;
    readonly dueOn: string;
    readonly heldOn: string;
    readonly summary: string;
    readonly nextOn: string;
  };
  SupervisionFindingRecorded: {
    readonly findingId: string;
    readonly kind: SupervisionFinding;
    readonly unit: string;
    readonly facts: string;
    readonly serious: boolean;
  };
  /** what is told to all. Open and late duties stand as they were on that day. */
  BulletinIssued: {
    readonly bulletinId: string;
    readonly kind: BulletinKind;
    readonly docNo: string | null;
    readonly issuedOn: string;
    readonly findingIds: readonly string[];
    readonly content: string;
    readonly open: readonly ListedDuty[];
    readonly late: readonly ListedDuty[];
  };
  /** public interview of the person in charge, with what was ordered. */
  PublicInterviewHeld: {
    readonly interviewId: string;
    readonly findingIds: readonly string[];
    readonly interviewee: { readonly name: string; readonly organisation: string; readonly post: string };
    readonly by: string;
    readonly heldOn: string;
    readonly ordered: string;
    readonly dueOn: string;
  };
  InterviewOrderCarriedOut: { readonly interviewId: string; readonly result: string };
  DutyListed: ListedDuty & { readonly responsible: string };
  DutyCarriedOut: {
    readonly dutyId: string;
    readonly unit: string;
    readonly doneOn: string;
    readonly proof: string;
    readonly late: boolean;
  };
}>;
