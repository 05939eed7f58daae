import type { EventsOf } from '../kernel/events-of';

export const INTERFERENCE_FORMS = {
  writtenInstruction: '批示',
  officialLetter: '函文',
  oralOpinion: '口头意见',
  hint: '暗示',
} as const;
export type InterferenceForm = keyof typeof INTERFERENCE_FORMS;

/** R-150 and, for a client who leans on its lab, R-035. */
export const INTERFERENCE_KINDS = {
  orderingFraud: '指使篡改、伪造监测数据',
  obstructingEnforcement: '限制、阻挠监管执法',
  influencingHandling: '影响、干扰查处和责任追究',
  influencingAssessmentData: '影响、干扰考核评价数据真实性',
  clientOnLab: '委托方干预监测机构',
} as const;
export type InterferenceKind = keyof typeof INTERFERENCE_KINDS;

/** 干预留痕: its own stream, because its readers are not those of the case (O-26). */
export type InterferenceEvent = EventsOf<{
  InterferenceRecorded: {
    readonly caseId: string | null;
    readonly form: InterferenceForm;
    readonly kind: InterferenceKind;
    readonly jurisdiction: string;
    /** Who leaned. */
    readonly official: { readonly person: string | null; readonly name: string; readonly organisation: string; readonly post: string };
    readonly intermediary: string | null;
    readonly happenedAt: string;
    readonly place: string;
    /** Verbatim where possible. */
    readonly content: string;
    readonly demanded: string;
    readonly effect: 'refused' | 'complied' | 'partly';
    /** Medium on which the trace is kept. */
    readonly medium: string;
  };
  /** 查实 */
  InterferenceFoundTrue: { readonly finding: string };
  InterferenceFoundUntrue: { readonly finding: string };
  /** a verified interference leads to an accountability action on file. */
  AccountabilityActionRecorded: { readonly action: string; readonly decidedBy: string; readonly outcome: string };
}>;
