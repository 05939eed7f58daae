import type { EvidenceRef } from '../kernel/event';
import type { EventsOf } from '../kernel/events-of';
import type { NamedPerson } from '../kernel/input';

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

/** How the words came; the form says what they were. */
export const INTERFERENCE_CHANNELS = {
  approvalNote: '批示件',
  letter: '信函',
  oral: '当面',
  phone: '电话',
  message: '短信、即时消息',
  hint: '暗示',
  other: '其他',
} as const;
export type InterferenceChannel = keyof typeof INTERFERENCE_CHANNELS;

export const INTERFERENCE_TARGETS = { case: '案件', decision: '决定', data: '监测数据' } as const;

export const NON_RECORDING = { notRecorded: '未记录', untruthful: '不如实记录', hidden: '隐瞒不报' } as const;
export type NonRecordingKind = keyof typeof NON_RECORDING;

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
    readonly channel?: InterferenceChannel;
    /** Letters in an organisation's name, and acts of staff or relatives in a leader's name, are recorded too. */
    readonly inNameOf?: { readonly kind: 'person' | 'organisation'; readonly name: string };
    readonly target?: { readonly kind: keyof typeof INTERFERENCE_TARGETS; readonly reference: string };
    readonly attachments?: readonly EvidenceRef[];
    /** Who was addressed or present beside the recorder, and should have recorded it as well. */
    readonly addressed?: readonly NamedPerson[];
    readonly reportedTo?: string;
    readonly reportedAt?: string;
    readonly consequence?: string;
  };
  /** the stored item under its digest, and who keeps it. */
  InterferenceMediumStored: {
    readonly itemId: string;
    readonly description: string;
    readonly digest: string;
    readonly keeper: NamedPerson;
    readonly storedAt: string;
  };
  /** A step of custody; the digest was taken again and is the same. */
  InterferenceMediumHandedOver: {
    readonly itemId: string;
    readonly from: NamedPerson;
    readonly to: NamedPerson;
    readonly digest: string;
    readonly reason: string;
  };
  InterferenceReportedUpward: { readonly reportedTo: string; readonly reportedAt: string; readonly consequence: string | null };
  /** 查实 */
  InterferenceFoundTrue: { readonly finding: string };
  InterferenceFoundUntrue: { readonly finding: string };
  /** a verified interference leads to an accountability action on file. */
  AccountabilityActionRecorded: {
    readonly action: string;
    readonly decidedBy: string;
    readonly outcome: string;
    /** Set where it is about a leader who told someone not to record. */
    readonly suppressionId?: string;
  };
  /** R-152, first condition: not recorded, untruthfully recorded or hidden. */
  NonRecordingFound: {
    readonly nonRecordingId: string;
    readonly person: NamedPerson;
    readonly kind: NonRecordingKind;
    readonly finding: string;
  };
  /** R-152, second condition; that a consequence is serious is a human finding with its reasons (O-18). */
  SeriousConsequenceFound: { readonly nonRecordingId: string; readonly consequence: string; readonly reasons: string };
  /** circulated criticism and warning, both. */
  NonRecordingSanctioned: {
    readonly nonRecordingId: string;
    readonly criticismNo: string | null;
    readonly warningNo: string | null;
    readonly decidedBy: string;
    readonly decidedOn: string;
  };
  /** A leader told someone not to record. */
  RecordingSuppressed: {
    readonly suppressionId: string;
    readonly leader: { readonly person: string | null; readonly name: string; readonly organisation: string; readonly post: string };
    readonly told: NamedPerson;
    readonly content: string;
  };
  /** The recorder is protected: what was feared or done, and what was done against it. */
  RecorderProtected: { readonly threat: string; readonly measure: string; readonly on: string };
}>;
