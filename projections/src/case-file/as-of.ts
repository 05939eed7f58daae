import { idOfStream, type RecordedEvent } from '@liuhen/workflows';
import { caseFiles, type CaseFileDocument } from './case-file';

/** A moment on either axis: what had happened by then, and what was known by then; null for no limit. */
export interface AsOf {
  /** ISO instants with offset. */
  readonly happenedBy?: string | null | undefined;
  readonly knownBy?: string | null | undefined;
}

const isBy = (instant: string, limit: string | null | undefined): boolean => limit == null || Date.parse(instant) <= Date.parse(limit);

/**
 * The case file as it stood. What was known is a beginning of the stream; what had happened may leave gaps in it, and an event
 * that rests on one that had not happened yet is left out with it. Undefined where there was no case yet.
 */
export const caseFileAsOf = (events: readonly RecordedEvent[], { happenedBy, knownBy }: AsOf): CaseFileDocument | undefined => {
  const seen = events.filter((event) => isBy(event.recordedAt, knownBy) && isBy(event.occurredAt, happenedBy));
  let document: CaseFileDocument | undefined;
  for (const event of seen) {
    try {
      document = caseFiles.evolve(document, event, idOfStream(event.stream));
    } catch (error) {
      if (happenedBy == null) throw error;
    }
  }

  return document;
};
