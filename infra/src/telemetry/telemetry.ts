import type { IncomingMessage, ServerResponse } from 'node:http';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Meter, type Tracer } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
  type IdGenerator,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { ActOutcome, ActRequest, RecordedEvent } from '@liuhen/workflows';
import type { StoreHealth } from '../event-store';
import { actSpan, spanIdOf, traceIdOf } from './act-trace';
import type { Lag } from './lag';
import { METRICS, type MetricKey } from './metrics';
import type { ActObserver } from './watched-desk';

/** What is asked when somebody looks at the metrics. What a process does not know, it does not offer. */
export interface Gauges {
  readonly lag?: () => Promise<Lag>;
  readonly store?: () => StoreHealth;
  /** Counted since the start, by result. */
  readonly frames?: () => Readonly<Record<string, number>>;
  readonly obligations?: () => Promise<{ readonly due: number; readonly breached: number }>;
  /** Seconds; undefined where no head is kept here now. */
  readonly ledgerHeadAge?: () => number | undefined;
  /** Seconds that the clock of the server of the read models is ahead. */
  readonly clockApart?: () => number;
}

export interface TelemetryOptions {
  /** Name of the program, e.g. `liuhen-api`. */
  readonly service: string;
  /** Address of an OTLP collector for traces over HTTP; no traces without it. */
  readonly traces?: string;
  /** In place of the collector, for tests. */
  readonly spans?: SpanProcessor;
}

const STATES = ['connecting', 'behind', 'caughtUp'] as const;

/** Buckets in seconds: an act should take milliseconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Gives the span of an act the ids that its events will be known by. */
class ActIds implements IdGenerator {
  readonly #random: IdGenerator = new RandomIdGenerator();
  #actId: string | undefined;

  forAct<T>(actId: string, work: () => T): T {
    this.#actId = actId;
    try {
      return work();
    } finally {
      this.#actId = undefined;
    }
  }

  readonly generateTraceId = (): string => (this.#actId === undefined ? this.#random.generateTraceId() : traceIdOf(this.#actId));
  readonly generateSpanId = (): string => (this.#actId === undefined ? this.#random.generateSpanId() : spanIdOf(this.#actId));
}

/** Metrics for Prometheus, and traces that lead from an act to the read models that show it, through every process. */
export class Telemetry implements ActObserver {
  readonly #exporter = new PrometheusExporter({ preventServerStart: true });
  readonly #meters: MeterProvider;
  readonly #tracing: BasicTracerProvider;
  readonly #ids = new ActIds();
  readonly #meter: Meter;
  readonly #tracer: Tracer;
  readonly #traced: boolean;

  constructor({ service, traces, spans }: TelemetryOptions) {
    const resource = resourceFromAttributes({ 'service.name': service });
    const processor = spans ?? (traces === undefined ? undefined : new BatchSpanProcessor(new OTLPTraceExporter({ url: traces })));
    this.#traced = processor !== undefined;
    this.#meters = new MeterProvider({ resource, readers: [this.#exporter] });
    this.#tracing = new BasicTracerProvider({
      resource,
      idGenerator: this.#ids,
      spanProcessors: processor === undefined ? [] : [processor],
    });
    this.#meter = this.#meters.getMeter('liuhen');
    this.#tracer = this.#tracing.getTracer('liuhen');
    const { acts, actDuration } = METRICS;
    this.#acts = this.#meter.createCounter(acts.name, { description: acts.description });
    this.#durations = this.#meter.createHistogram(actDuration.name, {
      description: actDuration.description,
      advice: { explicitBucketBoundaries: BUCKETS },
    });
  }

  readonly #acts;
  readonly #durations;

  acted({ act }: ActRequest, outcome: ActOutcome | undefined, { began, ended }: { readonly began: number; readonly ended: number }): void {
    const kind = outcome?.kind ?? 'fault';
    this.#acts.add(1, { act, outcome: kind });
    this.#durations.record((ended - began) / 1_000, { act });
    if (!this.#traced || outcome?.kind !== 'receipt' || outcome.repeated) return;
    const { actId, stream, revision, position } = outcome;
    const attributes = { 'liuhen.act': act, 'liuhen.stream': stream, 'liuhen.revision': revision, 'liuhen.position': position };
    this.#ids.forAct(actId, () => this.#tracer.startSpan(`act ${act}`, { startTime: began, attributes }, ROOT_CONTEXT)).end(ended);
  }

  /** Events that read models now show: one span in the trace of each act among them. */
  projected(events: readonly RecordedEvent[], { began, ended }: { readonly began: number; readonly ended: number }): void {
    if (!this.#traced) return;
    for (const [actId, position] of new Map(events.map((event) => [event.actId, event.position]))) {
      const parent = trace.setSpanContext(ROOT_CONTEXT, actSpan(actId));
      const span = this.#tracer.startSpan('project', { startTime: began, attributes: { 'liuhen.position': position } }, parent);
      span.setStatus({ code: SpanStatusCode.OK }).end(ended);
    }
  }

  watch(gauges: Gauges): void {
    const { lag, store, frames, obligations, ledgerHeadAge, clockApart } = gauges;
    if (lag !== undefined) this.#observe(['lagEvents', 'lagSeconds'], async () => this.#pair(await lag()));
    if (store !== undefined) this.#watchStore(store);
    if (frames !== undefined) this.#watchFrames(frames);
    if (obligations !== undefined) {
      this.#observe(['obligationsDue', 'obligationsBreached'], async () => {
        const { due, breached } = await obligations();

        return [due, breached];
      });
    }
    if (ledgerHeadAge !== undefined) this.#observe(['ledgerHeadAge'], () => Promise.resolve([ledgerHeadAge()]));
    if (clockApart !== undefined) this.#observe(['clockApart'], () => Promise.resolve([clockApart()]));
  }

  /** Answers one request of Prometheus. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    this.#exporter.getMetricsRequestHandler(request, response);
  }

  async stop(): Promise<void> {
    await this.#tracing.shutdown();
    await this.#meters.shutdown();
  }

  #pair({ events, seconds }: Lag): readonly number[] {
    return [events, seconds];
  }

  #gauge(key: MetricKey) {
    const { name, unit, description } = METRICS[key];

    return this.#meter.createObservableGauge(name, { description, ...(unit === '' ? {} : { unit }) });
  }

  /** What is not known now is not told at all. */
  #observe(keys: readonly MetricKey[], values: () => Promise<readonly (number | undefined)[]>): void {
    const gauges = keys.map((key) => this.#gauge(key));
    this.#meter.addBatchObservableCallback(async (result) => {
      const read = await values();
      gauges.forEach((gauge, at) => {
        const value = read[at];
        if (value !== undefined) result.observe(gauge, value);
      });
    }, gauges);
  }

  #watchStore(store: () => StoreHealth): void {
    this.#observe(['reconnects', 'foreignEvents', 'truncating'], () => {
      const { followers, foreign, truncating } = store();

      return Promise.resolve([followers.reduce((sum, { reconnects }) => sum + reconnects, 0), foreign, truncating.length]);
    });
    this.#gauge('followers').addCallback((result) => {
      const { followers } = store();
      for (const state of STATES) result.observe(followers.filter((each) => each.state === state).length, { state });
    });
  }

  #watchFrames(frames: () => Readonly<Record<string, number>>): void {
    const { name, description } = METRICS.frames;
    this.#meter.createObservableCounter(name, { description }).addCallback((result) => {
      for (const [kind, count] of Object.entries(frames())) result.observe(count, { result: kind });
    });
  }
}
