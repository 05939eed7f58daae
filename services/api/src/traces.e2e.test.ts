import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEmbeddedIssuer } from '@liuhen/infra';
import { Program } from '../../projector/src/testing/process';
import { REGISTRAR } from '../../projector/src/testing/stand';
import { FIRM } from './testing/firm';

const SERVICES = resolve(__dirname, '../..');

interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Span, 'service'>[] }[];
  }[];
}

/** Takes in what programs send to a collector. */
class Collector {
  readonly spans: Span[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Collector> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        collector.#take(JSON.parse(Buffer.concat(chunks).toString()) as Sent);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    const collector = new Collector(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });

    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/traces`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  #take({ resourceSpans }: Sent): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) this.spans.push({ service, ...span });
    }
  }
}

const REGISTER = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) {
  act: registerParty(input: $input, request: $request) { ... on Receipt { actId } } }`;

describe('a mutation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-traces-'));
  const programs: Program[] = [];
  let collector: Collector;
  beforeAll(async () => {
    collector = await Collector.open();
  });
  afterAll(async () => {
    await Promise.all(programs.map((program) => program.signal('SIGKILL')));
    collector.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (script: string, more: Readonly<Record<string, string>>): Promise<string> => {
    const program = new Program(join(SERVICES, script, 'dist/main.js'), {
      LIUHEN_DATA: folder,
      LIUHEN_PORT: '0',
      LIUHEN_LOG_LEVEL: 'error',
      LIUHEN_TRACES: collector.url,
      ...more,
    });
    programs.push(program);
    const address = script === 'api' ? /http:\/\/\S+\/graphql\s/ : /http:\/\/\S+\s/;

    return address.exec(await program.start(address))?.[0].trim() ?? '';
  };

  it('is one trace through the processes, to the projection of its events, by nothing but what stands in these', async () => {
    const issuer = await openEmbeddedIssuer(folder);
    const token = await issuer.issue(REGISTRAR, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 600 });
    const graphql = await start('api', { LIUHEN_ROLES: 'api' });
    await start('projector', {});
    const response = await fetch(graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: REGISTER, variables: { input: FIRM, request: { idempotencyKey: 'key-1' } } }),
    });
    const { data } = (await response.json()) as { readonly data: { readonly act: { readonly actId: string } } };
    const traceId = data.act.actId.replaceAll('-', '');
    const seen = (): readonly Span[] => collector.spans.filter((span) => span.traceId === traceId);
    while (seen().length < 2) await new Promise((wake) => setTimeout(wake, 20));
    const act = seen().find(({ service }) => service === 'liuhen-api');
    const shown = seen().find(({ service }) => service === 'liuhen-projector');

    expect(act).toMatchObject({ name: 'act registerParty' });
    expect(shown).toMatchObject({ name: 'project', parentSpanId: act?.spanId });
  });
});
