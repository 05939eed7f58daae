import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import type { Answer, DoubleLog, Expected, Proposed } from './double-log';
import { appendAnswer, batchAnswer, denied, fault, nameOf, proposedOf, streamDeleted, unavailable } from './double-messages';

/**
 * What happens to one append. `refused`: not written, and told so; `dropped`: not written, never answered;
 * `silent`: written, never answered; `broken`: written, then the connection breaks; `twice`: written, answered twice;
 * `placeless`: written, and answered without the place that it was written to;
 * `status`: not written, and told by that code of gRPC, as by a server whose disk is full.
 */
export type AppendFault =
  'refused' | 'dropped' | 'silent' | 'broken' | 'twice' | 'placeless' | { readonly delay: number } | { readonly status: status };

const isStatus = (fault: AppendFault | undefined): fault is { readonly status: status } => typeof fault === 'object' && 'status' in fault;

export interface Appender {
  readonly log: DoubleLog;
  readonly nextFault: () => AppendFault | undefined;
}

interface ExpectedMessage {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

const expectedOf = (message: ExpectedMessage | undefined, revision: string): Expected => {
  if (message === undefined || message.hasAny()) return 'any';
  if (message.hasNoStream()) return 'no_stream';

  return message.hasStreamExists() ? 'stream_exists' : Number(revision);
};

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Draft {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: Proposed[];
}

/** Writes as the fault allows; undefined where no answer is to be given. */
const written = async ({ log, nextFault }: Appender, draft: Draft): Promise<{ answer?: Answer; fault?: AppendFault }> => {
  const happens = nextFault();
  if (happens === 'refused' || happens === 'dropped') return { fault: happens };
  if (typeof happens === 'object' && 'status' in happens) return { fault: happens };
  if (typeof happens === 'object') await later(happens.delay);
  const answer = log.append(draft.stream, draft.events, draft.expected);

  return happens === undefined ? { answer } : { answer, fault: happens };
};

type BatchCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

export const answerBatches = (appender: Appender, call: BatchCall): void => {
  const drafts = new Map<string, Draft>();
  const answer = async (request: streams.BatchAppendReq, draft: Draft): Promise<void> => {
    const done = await written(appender, draft);
    if (done.fault === 'refused' || done.fault === 'broken') return void call.emit('error', unavailable());
    if (isStatus(done.fault)) return void call.emit('error', fault(done.fault.status, 'no space left on device'));
    if (done.answer === undefined || done.fault === 'silent') return;
    const message = batchAnswer(request.getCorrelationId(), draft.stream, done.answer);
    if (done.fault === 'placeless') message.getSuccess()?.clearPosition();
    call.write(message);
    if (done.fault === 'twice') call.write(message);
  };
  call.on('data', (request: streams.BatchAppendReq) => {
    const key = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    const draft = drafts.get(key) ?? {
      stream: nameOf(options?.getStreamIdentifier()),
      expected: expectedOf(options, options?.getStreamPosition() ?? ''),
      events: [],
    };
    drafts.set(key, draft);
    draft.events.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    drafts.delete(key);
    void answer(request, draft);
  });
  call.on('end', () => call.end());
};

type UnaryCall = ServerReadableStream<streams.AppendReq, streams.AppendResp>;

const refusalOf = (stream: string, answer: Exclude<Answer, { kind: 'success' | 'wrongRevision' }>) => {
  switch (answer.kind) {
    case 'deleted':
      return streamDeleted(stream);
    case 'accessDenied':
      return denied();
    case 'tooLarge':
      return fault(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(answer.limit),
      });
  }
};

export const answerAppend = (appender: Appender, call: UnaryCall, reply: sendUnaryData<streams.AppendResp>): void => {
  let draft: Draft = { stream: '', expected: 'any', events: [] };
  call.on('data', (request: streams.AppendReq) => {
    const options = request.getOptions();
    if (options !== undefined) {
      draft = { stream: nameOf(options.getStreamIdentifier()), expected: expectedOf(options, options.getRevision()), events: [] };
    }
    const message = request.getProposedMessage();
    if (message !== undefined) draft.events.push(proposedOf(message));
  });
  call.on('end', () => {
    void written(appender, draft).then(({ answer, fault: happened }) => {
      if (happened === 'refused' || happened === 'broken') return reply(unavailable());
      if (isStatus(happened)) return reply(fault(happened.status, 'no space left on device'));
      if (answer === undefined || happened === 'silent') return;
      if (answer.kind !== 'success' && answer.kind !== 'wrongRevision') return reply(refusalOf(draft.stream, answer));
      const message = appendAnswer(answer);
      if (happened === 'placeless') message.getSuccess()?.clearPosition();
      reply(null, message);
    });
  });
};
