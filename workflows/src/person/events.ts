import type { EventsOf } from '../kernel/events-of';

/** What a ban rests on (生态环境监测条例 art. 45, code art. 1091): five years, serious ten, for a crime for life. */
export const BAN_GROUNDS = {
  falsification: '参与弄虚作假',
  seriousFalsification: '参与弄虚作假，情节严重',
  crime: '因弄虚作假构成犯罪',
  otherGround: '其他法定事由',
} as const;
export type BanGround = keyof typeof BAN_GROUNDS;

/** What happens in the file of a person who does monitoring work; the identity outlives every employer. */
export type PersonEvent = EventsOf<{
  PersonRegistered: { readonly name: string; readonly jurisdiction: string };
  EmploymentRecorded: {
    readonly employmentId: string;
    /** Id in the party register, null for an employer that does not stand in it. */
    readonly employerId: string | null;
    readonly employerName: string;
    readonly post: string;
    readonly from: string;
  };
  EmploymentEnded: { readonly employmentId: string; readonly to: string; readonly reason: string | null };
  WorkCertificateRecorded: {
    readonly certificateNo: string;
    /** What it entitles to, e.g. 采样、分析. */
    readonly scope: string;
    readonly issuer: string;
    readonly validFrom: string;
    readonly validTo: string;
  };
  /** 从业禁止: who ordered it, from when, until when or for life; the system decides none of it (O-30). */
  PractitionerBanned: {
    readonly banId: string;
    readonly orderedBy: string;
    readonly docNo: string | null;
    readonly ground: BanGround;
    readonly legalBasis: string;
    readonly from: string;
    /** Last day, null for life. */
    readonly until: string | null;
    readonly reasons: string;
  };
  /** The order was changed or revoked on review, in court or by who made it. */
  PractitionerBanLifted: { readonly banId: string; readonly by: string; readonly on: string; readonly reasons: string };
}>;
