import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty as GoogleEmpty } from 'google-protobuf/google/protobuf/empty_pb';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Answer, DoubleRecord, Expected, Proposed } from './double-log';

type StreamName = shared.StreamIdentifier | undefined;

export const nameOf = (identifier: StreamName): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));

const hex = (value: bigint): string => (value & ((1n << 64n) - 1n)).toString(16).padStart(16, '0');

/** Ids come back in lower case, however they were written. */
export const uuidOf = (uuid: shared.UUID | undefined): string => {
  const structured = uuid?.getStructured();
  if (structured === undefined) return (uuid?.getString() ?? '').toLowerCase();
  const [most, least] = [hex(BigInt(structured.getMostSignificantBits())), hex(BigInt(structured.getLeastSignificantBits()))];

  return [most.slice(0, 8), most.slice(8, 12), most.slice(12), least.slice(0, 4), least.slice(4)].join('-');
};

const signed = (digits: string): string => BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();

const idMessage = (id: string, structured: boolean): shared.UUID => {
  const digits = id.replaceAll('-', '');

  return structured
    ? new shared.UUID().setStructured(
        new shared.UUID.Structured().setMostSignificantBits(signed(digits.slice(0, 16))).setLeastSignificantBits(signed(digits.slice(16))),
      )
    : new shared.UUID().setString(id);
};

interface ProposedMessage {
  getId(): shared.UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export const proposedOf = (message: ProposedMessage): Proposed => ({
  id: uuidOf(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const TICKS = 10_000n;

export const eventMessage = (record: DoubleRecord, structured: boolean): streams.ReadResp => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(idMessage(record.id, structured))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(String(record.position))
    .setPreparePosition(String(record.position))
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  event
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', String(BigInt(record.created) * TICKS));

  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(record.position)));
};

export const confirmation = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUp = (): streams.ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const fellBehind = (): streams.ReadResp => new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind());

/** The prepare position of a checkpoint is none. */
export const checkpoint = (position: bigint): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition('0'));

export const notFound = (stream: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));

export const appendAnswer = (answer: Extract<Answer, { kind: 'success' | 'wrongRevision' }>): streams.AppendResp => {
  if (answer.kind === 'success') {
    const position = new streams.AppendResp.Position()
      .setCommitPosition(String(answer.position))
      .setPreparePosition(String(answer.position));

    return new streams.AppendResp().setSuccess(
      new streams.AppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position),
    );
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (answer.current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(answer.current));
  if (typeof answer.expected === 'number') wrong.setExpectedRevision(String(answer.expected));
  else if (answer.expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (answer.expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else wrong.setExpectedStreamExists(new shared.Empty());

  return new streams.AppendResp().setWrongExpectedVersion(wrong);
};

const wrongVersion = (current: number, expected: Expected): shared.WrongExpectedVersion => {
  const wrong = new shared.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new GoogleEmpty());
  else wrong.setCurrentStreamRevision(String(current));
  if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new GoogleEmpty());
  else if (expected === 'any') wrong.setExpectedAny(new GoogleEmpty());
  else wrong.setExpectedStreamExists(new GoogleEmpty());

  return wrong;
};

const detailsOf = (stream: string, answer: Exclude<Answer, { kind: 'success' }>): { readonly type: string; readonly value: Uint8Array } => {
  switch (answer.kind) {
    case 'wrongRevision':
      return { type: 'WrongExpectedVersion', value: wrongVersion(answer.current, answer.expected).serializeBinary() };
    case 'deleted':
      return { type: 'StreamDeleted', value: new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)).serializeBinary() };
    case 'tooLarge':
      return {
        type: 'MaximumAppendSizeExceeded',
        value: new shared.MaximumAppendSizeExceeded().setMaxappendsize(answer.limit).serializeBinary(),
      };
    case 'accessDenied':
      return { type: 'AccessDenied', value: new shared.AccessDenied().serializeBinary() };
  }
};

export const batchAnswer = (correlation: shared.UUID | undefined, stream: string, answer: Answer): streams.BatchAppendResp => {
  const response = new streams.BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifierOf(stream));
  if (answer.kind === 'success') {
    const position = new shared.AllStreamPosition().setCommitPosition(String(answer.position)).setPreparePosition(String(answer.position));

    return response.setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(answer.revision)).setPosition(position));
  }
  const { type, value } = detailsOf(stream, answer);
  const details = new Any();
  details.pack(value, `event_store.client.${type}`);

  return response.setError(new Status().setMessage(type).setDetails(details));
};

export const fault = (code: status, details: string, metadata: Readonly<Record<string, string>> = {}): Partial<ServiceError> => {
  const carried = new Metadata();
  for (const [key, value] of Object.entries(metadata)) carried.set(key, value);

  return { code, details, metadata: carried };
};

export const unavailable = (): Partial<ServiceError> => fault(status.UNAVAILABLE, 'the double is not available');

export const notLeader = (host: string, port: number): Partial<ServiceError> =>
  fault(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const streamDeleted = (stream: string): Partial<ServiceError> =>
  fault(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export const denied = (): Partial<ServiceError> => fault(status.UNAUTHENTICATED, 'Access Denied');
