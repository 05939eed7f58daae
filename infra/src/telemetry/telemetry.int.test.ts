import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ActOutcome, ActRequest, Actor, Desk } from '@liuhen/workflows';
import { anEvent } from '../event-store/testing/events';
import { uuidOf } from '../desk/ids';
import { measureLag } from './lag';
import { METRICS, seriesOf, type MetricKey } from './metrics';
import { Telemetry } from './telemetry';
import { WatchedDesk } from './watched-desk';

const keys = Object.keys(METRICS) as MetricKey[];
const everySeries = keys.flatMap(seriesOf);

const scraped = async (telemetry: Telemetry): Promise<string> => {
  const server = createServer((request, response) => telemetry.answer(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  server.closeAllConnections();
  server.close();

  return text;
};

const actId = uuidOf('act', 'one');
const request = { act: 'acceptClue' } as ActRequest;
const receipt = {
  kind: 'receipt',
  actId,
  act: 'acceptClue',
  stream: 'case-1',
  revision: 3,
  position: 77,
  repeated: false,
} as unknown as ActOutcome;

const deskOf = (outcome: () => Promise<ActOutcome>): Desk => ({ perform: outcome, availableActs: () => Promise.resolve([]) });

const clock = (...times: readonly number[]): (() => number) => {
  const left = [...times];

  return () => left.shift() ?? 0;
};

describe('metrics', () => {
  it('are offered to Prometheus under the names of the one table, all of them', async () => {
    const telemetry = new Telemetry({ service: 'liuhen-test' });
    const desk = new WatchedDesk(
      deskOf(() => Promise.resolve(receipt)),
      telemetry,
      clock(1_000, 1_040, 2_000, 2_400),
    );
    await desk.perform(request, {} as Actor);
    const failing = new WatchedDesk(
      deskOf(() => Promise.reject(new Error('the disk is gone'))),
      telemetry,
      clock(0, 7),
    );
    await expect(failing.perform(request, {} as Actor)).rejects.toThrow('the disk is gone');
    telemetry.watch({
      lag: () => Promise.resolve({ events: 12, seconds: 3.5 }),
      store: () => ({ followers: [{ state: 'caughtUp', position: 9, reconnects: 2 }], foreign: 1, truncating: ['case-1 $maxAge=1'] }),
      frames: () => ({ accepted: 40, rejected: 2 }),
      obligations: () => Promise.resolve({ due: 5, breached: 1 }),
      ledgerHeadAge: () => 60,
      clockApart: () => -2,
    });
    const text = await scraped(telemetry);
    const offered = new Set([...text.matchAll(/^(liuhen_\w+)(?:\{| )/gm)].map(([, name]) => name));

    expect([...offered].sort()).toEqual([...everySeries].sort());
    expect(text).toMatch(/^liuhen_acts_total\{[^}]*act="acceptClue",outcome="receipt"[^}]*\} 1/m);
    expect(text).toMatch(/^liuhen_acts_total\{[^}]*outcome="fault"[^}]*\} 1/m);
    expect(text).toMatch(/^liuhen_act_duration_seconds_bucket\{[^}]*le="0.05"[^}]*\} 2/m);
    expect(text).toMatch(/^liuhen_projection_lag_seconds\S* 3.5/m);
    expect(text).toMatch(/^liuhen_followers\{[^}]*state="caughtUp"[^}]*\} 1/m);
    expect(text).toMatch(/^liuhen_frames_total\{[^}]*result="rejected"[^}]*\} 2/m);
    await telemetry.stop();
  });

  it('are all on the dashboard, and the dashboard asks for no other', () => {
    const dashboard = JSON.parse(readFileSync(join(__dirname, '../../deploy/grafana/liuhen.json'), 'utf8')) as {
      readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
    };
    const asked = dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/liuhen_\w+/g) ?? []));

    expect([...new Set(asked)].sort()).toEqual([...everySeries].sort());
  });
});

describe('a trace', () => {
  it('leads from the act to the read models that show its events, though nothing but the event passed between them', async () => {
    const [here, there] = [new InMemorySpanExporter(), new InMemorySpanExporter()];
    const api = new Telemetry({ service: 'liuhen-api', spans: new SimpleSpanProcessor(here) });
    const projector = new Telemetry({ service: 'liuhen-projector', spans: new SimpleSpanProcessor(there) });
    await new WatchedDesk(
      deskOf(() => Promise.resolve(receipt)),
      api,
      clock(1_000, 1_040),
    ).perform(request, {} as Actor);
    const other = uuidOf('act', 'two');
    const events = [anEvent({ actId }), anEvent({ actId }), anEvent({ actId: other })];
    projector.projected(
      events.map((event, at) => ({ ...event, stream: 'case-1', revision: at, position: 70 + at })),
      { began: 1_050, ended: 1_060 },
    );
    const [act] = here.getFinishedSpans();
    const shown = there.getFinishedSpans();

    expect(act?.name).toBe('act acceptClue');
    expect(act?.spanContext().traceId).toBe(actId.replaceAll('-', ''));
    expect(act?.attributes).toMatchObject({ 'liuhen.stream': 'case-1', 'liuhen.position': 77 });
    expect(shown.map((span) => span.spanContext().traceId)).toEqual([actId, other].map((id) => id.replaceAll('-', '')));
    expect(shown[0]?.parentSpanContext?.spanId).toBe(act?.spanContext().spanId);
    await Promise.all([api.stop(), projector.stop()]);
  });

  it('is not begun by a repeat, nor by an act that was refused', async () => {
    const spans = new InMemorySpanExporter();
    const telemetry = new Telemetry({ service: 'liuhen-api', spans: new SimpleSpanProcessor(spans) });
    const refusal = { kind: 'refusal' } as ActOutcome;
    for (const outcome of [{ ...receipt, repeated: true } as ActOutcome, refusal])
      telemetry.acted(request, outcome, { began: 0, ended: 1 });

    expect(spans.getFinishedSpans()).toEqual([]);
    await telemetry.stop();
  });
});

describe('the lag of read models', () => {
  const recorded = (position: number, recordedAt: string) => ({
    ...anEvent({ recordedAt }),
    stream: 'case-1',
    revision: position,
    position,
  });
  const log = [recorded(1, '2024-08-30T09:00:00+08:00'), recorded(2, '2024-08-30T09:00:10+08:00')];
  const source = { readAll: (after: number) => Promise.resolve(log.filter(({ position }) => position > after)) };
  const now = Date.parse('2024-08-30T09:00:30+08:00');

  it('is what is not shown yet: how many events, and how old the oldest is', async () => {
    expect(await measureLag(source, 0, now)).toEqual({ events: 2, seconds: 30 });
    expect(await measureLag(source, 1, now)).toEqual({ events: 1, seconds: 20 });
    expect(await measureLag(source, 2, now)).toEqual({ events: 0, seconds: 0 });
  });

  it('is never negative where another clock runs ahead', async () => {
    expect(await measureLag(source, 1, Date.parse('2024-08-30T08:00:00+08:00'))).toEqual({ events: 1, seconds: 0 });
  });
});
