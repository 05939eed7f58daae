import { streamOf, type ActOutcome, type NewEvent, type Receipt, type RecordedEvent, type Warning } from '@liuhen/workflows';
import { conflictOf } from './answers';
import type { Folded } from './folder';
import type { Task } from './task';

interface Written {
  readonly revision: number;
  readonly position: number;
  readonly events: readonly Pick<NewEvent, 'id' | 'type' | 'recordedAt'>[];
  readonly warnings: readonly Warning[];
  readonly repeated: boolean;
}

export const receipt = (task: Task, { revision, position, events, warnings, repeated }: Written): Receipt => ({
  kind: 'receipt',
  actId: task.actId,
  act: task.act.name,
  stream: streamOf(task.kind, task.subject),
  revision,
  position,
  eventIds: events.map((event) => event.id),
  eventTypes: events.map((event) => event.type),
  recordedAt: events[0]?.recordedAt ?? task.now,
  warnings,
  repeated,
});

export const receiptOf = (task: Task, events: readonly RecordedEvent[], more: Pick<Written, 'warnings' | 'repeated'>): Receipt => {
  const last = events.at(-1);

  return receipt(task, { revision: last?.revision ?? -1, position: last?.position ?? 0, events, ...more });
};

/** What the act would record is on record already, e.g. a device that sends its frame again. */
export const nothingNew = (task: Task, { revision, position }: Folded, warnings: readonly Warning[]): Receipt =>
  receipt(task, { revision, position, events: [], warnings, repeated: true });

export const conflict = (task: Task, expectedRevision: number, currentRevision: number): ActOutcome =>
  conflictOf({ stream: streamOf(task.kind, task.subject), expectedRevision, currentRevision });
