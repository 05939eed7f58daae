import { randomUUID } from 'node:crypto';
import type { JSONEventData, ResolvedEvent } from '@kurrent/kurrentdb-client';
import type { NewEvent, Position, RecordedEvent } from '@liuhen/workflows';
import { placeOf, type Place, type Positions } from './position';

/** Raised when the layout of the metadata changes. */
const LAYOUT = 1;

/** All of an event but type and payload; `$correlationId` and `$causationId` are the server's own names for these two. */
type Metadata = Omit<NewEvent, 'type' | 'payload' | 'correlationId' | 'causationId'> & {
  readonly liuhen: typeof LAYOUT;
  readonly $correlationId: string;
  readonly $causationId: string | null;
  /** Of an event that was moved here: the position it had, and keeps. */
  readonly position?: Position;
};

export type EventData = JSONEventData;

const ENCODER = new TextEncoder();

/**
 * The id that the server sees is made for each call. Were it ours, a repeat at the same revision would succeed with the
 * first outcome whatever it says, and could not be told from a first append.
 */
export const eventData = ({ type, payload, correlationId, causationId, ...rest }: NewEvent, moved?: Position): EventData => {
  const own = { liuhen: LAYOUT, ...rest, $correlationId: correlationId, $causationId: causationId } as const;
  const metadata: Metadata = moved === undefined ? own : { ...own, position: moved };

  return {
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: payload as Record<string, unknown>,
    // As bytes: the client would send an object by way of base64, which costs more than all that the adapter does.
    metadata: ENCODER.encode(JSON.stringify(metadata)),
  };
};

/** An event as the server keeps it. */
export interface Stored {
  readonly event: RecordedEvent;
  readonly place: Place;
  /** Id that the server knows it by. */
  readonly serverId: string;
}

export interface Foreign {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly serverId: string;
  /** What is not ours may have another prepare position. */
  readonly at: Place;
}

export type Read = { readonly kind: 'ours'; readonly stored: Stored } | { readonly kind: 'foreign'; readonly foreign: Foreign };

const isOurs = (metadata: unknown): metadata is Metadata =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'liuhen' in metadata &&
  metadata.liuhen === LAYOUT &&
  'id' in metadata &&
  typeof metadata.id === 'string' &&
  'actor' in metadata &&
  'recordedAt' in metadata &&
  '$correlationId' in metadata;

/** Place of anything that the server sent. */
export const commitOf = ({ event, commitPosition }: ResolvedEvent): Place => Number(event?.position?.commit ?? commitPosition ?? 0n);

/** What the server sent, or undefined where it was a link to something that is gone. */
export const readOf = (resolved: ResolvedEvent, positions: Positions): Read | undefined => {
  const { event } = resolved;
  if (event === undefined) return undefined;
  const { streamId: stream, type, id: serverId, metadata } = event;
  const revision = Number(event.revision);
  const place = event.position === undefined ? undefined : placeOf(event.position);
  if (place === undefined || !event.isJson || !isOurs(metadata)) {
    return { kind: 'foreign', foreign: { stream, revision, type, serverId, at: commitOf(resolved) } };
  }
  const { liuhen: _layout, $correlationId: correlationId, $causationId: causationId, position: moved, ...rest } = metadata;
  if (moved !== undefined) positions.learn({ position: moved, place });
  const position = moved ?? positions.of(place);

  return {
    kind: 'ours',
    stored: { event: { ...rest, type, payload: event.data, correlationId, causationId, stream, revision, position }, place, serverId },
  };
};
