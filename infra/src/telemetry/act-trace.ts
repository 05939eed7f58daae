import { createHash } from 'node:crypto';
import { TraceFlags, type SpanContext } from '@opentelemetry/api';

/** The id of an act is a UUID, which is as long as the id of a trace: whoever holds an event knows the trace of its act. */
export const traceIdOf = (actId: string): string => actId.replaceAll('-', '').toLowerCase();

/** Id of the span of the act itself, under which every process that handles its events puts its own. */
export const spanIdOf = (actId: string): string => createHash('sha256').update(`span ${actId}`).digest('hex').slice(0, 16);

/** Where the work that an event causes belongs, in whatever process it is done. */
export const actSpan = (actId: string): SpanContext => ({
  traceId: traceIdOf(actId),
  spanId: spanIdOf(actId),
  traceFlags: TraceFlags.SAMPLED,
  isRemote: true,
});
