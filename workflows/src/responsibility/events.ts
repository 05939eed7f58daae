import type { EventsOf } from '../kernel/events-of';

export const INVOLVEMENTS = {
  instigation: '指使',
  suggestion: '授意',
  coercion: '强令',
  acquiescence: '默许',
  execution: '直接实施',
} as const;
export type Involvement = keyof typeof INVOLVEMENTS;

export const RESPONSIBLE_POSTS = {
  legalRepresentative: '法定代表人',
  directlyResponsibleManager: '直接负责的主管人员',
  otherResponsible: '其他直接责任人员',
  omStaff: '运维人员',
  labStaff: '检验检测机构人员',
} as const;
export type ResponsiblePost = keyof typeof RESPONSIBLE_POSTS;

/** 责任人员: who answers for a problem beside the unit, and how the person was involved. */
export type ResponsibilityEvent = EventsOf<{
  ResponsiblePersonNamed: {
    readonly problemIds: readonly string[];
    readonly partyId: string;
    /** Identity in the register, null where the person is known by name only. */
    readonly person: string | null;
    readonly name: string;
    readonly post: ResponsiblePost;
    readonly involvement: Involvement;
    readonly facts: string;
  };
}>;
