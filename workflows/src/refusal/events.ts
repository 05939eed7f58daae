import type { EventsOf } from '../kernel/events-of';
import type { StreamKind } from '../kernel/streams';

/** Refused acts of weight stay on record, in a stream beside the case (`refusals-<subject>`). */
export type RefusalEvent = EventsOf<{
  ActRefused: {
    readonly act: string;
    readonly subjectKind: StreamKind;
    readonly subject: string;
    readonly code: string;
    readonly rule: string;
    readonly citation: string;
    readonly messageZh: string;
    readonly messageEn: string;
    readonly jurisdiction: string;
  };
}>;
