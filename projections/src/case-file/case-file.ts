import {
  evolveCase,
  idOfStream,
  initialCase,
  kindOfStream,
  stageOf,
  type Actor,
  type CaseFact,
  type CaseFile,
  type EvidenceRef,
  type Precision,
  type Projection,
  type RecordedEvent,
  type RuleRef,
  type Stage,
  type Text,
} from '@liuhen/workflows';
import { knownTypes, titleOf } from '../shared/titles';

export interface TimelineEntry {
  readonly eventId: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  /** Set where the moment is known in part only. */
  readonly occurredPrecision?: Precision;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly actId: string;
  readonly basis: readonly RuleRef[];
  readonly evidence: readonly EvidenceRef[];
  readonly payload: unknown;
}

/** Everything of one case; the top-level fields are those that a list filters and sorts by. */
export interface CaseFileDocument extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly title: string;
  readonly status: CaseFile['status'];
  readonly stage: Stage;
  readonly jurisdiction: string;
  readonly partyIds: readonly string[];
  readonly outletIds: readonly string[];
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly position: number;
  readonly file: CaseFile;
  readonly timeline: readonly TimelineEntry[];
}

const entryOf = (event: RecordedEvent): TimelineEntry => {
  const { id, revision, position, type, occurredAt, occurredPrecision, recordedAt, actor, actId, basis, evidence, payload } = event;
  const when = occurredPrecision === undefined ? { occurredAt } : { occurredAt, occurredPrecision };

  return { eventId: id, revision, position, type, title: titleOf(type), ...when, recordedAt, actor, actId, basis, evidence, payload };
};

const unique = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids)].filter((id) => id !== null);

const evolve = (before: CaseFileDocument | undefined, event: RecordedEvent, caseId: string): CaseFileDocument | undefined => {
  const file = evolveCase(before?.file ?? initialCase, event as RecordedEvent & CaseFact);
  if (file.status === 'none') return undefined;

  return {
    caseId,
    title: file.problems[0]?.title ?? '',
    status: file.status,
    stage: stageOf(file),
    jurisdiction: file.jurisdiction,
    partyIds: unique(file.problems.map((problem) => problem.partyId)),
    outletIds: unique(file.problems.map((problem) => problem.outletId)),
    openedAt: file.openedAt,
    updatedAt: event.recordedAt,
    revision: event.revision,
    position: event.position,
    file,
    timeline: [...(before?.timeline ?? []), entryOf(event)],
  };
};

export const caseFiles: Projection<CaseFileDocument> = {
  name: 'caseFiles',
  version: 5,
  eventTypes: knownTypes,
  indexes: [{ fields: ['updatedAt'] }, { fields: ['stage', 'updatedAt'] }, { fields: ['jurisdiction', 'updatedAt'] }],
  opens: ({ revision }) => revision === 0,
  keysOf: (event) => (kindOfStream(event.stream) === 'case' ? [idOfStream(event.stream)] : []),
  evolve,
};
