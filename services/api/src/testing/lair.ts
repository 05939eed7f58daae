import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@liuhen/workflows';
import WebSocket, { type ClientOptions } from 'ws';
import { logger, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from '../index';

export const OFFICER: Actor = {
  person: 'officer',
  name: '张三',
  organisation: '济宁市生态环境局',
  office: '执法支队',
  function: 'enforcementAgency',
  jurisdiction: '370800',
};

interface Fault {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly detail: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly codes: readonly string[];
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** What a receipt says. */
export interface Done {
  readonly subject: string;
  readonly position: string;
}

/** A service as it runs in production, and what a stranger or an insider may throw at it. */
export class Lair {
  #acts = 0;

  private constructor(
    readonly service: RunningService,
    /** Everything that the service keeps. */
    readonly folder: string,
  ) {}

  static async open(env: Readonly<Record<string, string>> = {}, log = logger('silent')): Promise<Lair> {
    const config = readConfig({
      LIUHEN_DATA: mkdtempSync(join(tmpdir(), 'liuhen-attack-')),
      LIUHEN_KEYS: mkdtempSync(join(tmpdir(), 'liuhen-attack-keys-')),
      // A test that waits for a change asks as fast as it can; those of the limit name one.
      LIUHEN_REQUESTS_PER_MINUTE: '0',
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'silent',
      LIUHEN_MODE: 'production',
      LIUHEN_EMBEDDED_ISSUER: 'on',
      ...env,
    });

    return new Lair(await startService(config, log), config.data);
  }

  get origin(): string {
    return new URL(this.service.graphql).origin;
  }

  token(actor: Actor = OFFICER, seconds = 600): Promise<string> {
    return this.service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000), seconds });
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.origin}${path}`, init);
    const text = await response.text();
    const parsed = ((): { errors?: readonly Fault[]; data?: Answer['data'] } => {
      try {
        return JSON.parse(text) as object;
      } catch {
        return {};
      }
    })();

    return {
      status: response.status,
      headers: response.headers,
      text,
      codes: (parsed.errors ?? []).map(({ extensions }) => extensions.code),
      data: parsed.data ?? null,
    };
  }

  async ask(
    query: string,
    { actor = OFFICER, variables = {} }: { readonly actor?: Actor; readonly variables?: object } = {},
  ): Promise<Answer> {
    return this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.token(actor)}` },
      body: JSON.stringify({ query, variables }),
    });
  }

  /** Does an act, on a thing named as the contract names it where it opens none, e.g. `caseId: "…"`; throws where no receipt comes of it. */
  async act(
    name: string,
    input: object,
    { actor = OFFICER, on = '' }: { readonly actor?: Actor; readonly on?: string } = {},
  ): Promise<Done> {
    this.#acts += 1;
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(${on === '' ? '' : `${on}, `}input: $input, request: { idempotencyKey: "act-${this.#acts}" }) { ... on Receipt { subject position } } }`;
    const { data, text } = await this.ask(query, { actor, variables: { input } });
    const done = data?.[name] as Partial<Done> | undefined;
    if (done?.subject === undefined || done.position === undefined) throw new Error(`${name}: ${text}`);

    return { subject: done.subject, position: done.position };
  }

  socket(options?: ClientOptions): Promise<Line> {
    return Line.open(this.service.websocket, options);
  }
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A raw WebSocket, said and heard message by message. */
export class Line {
  readonly #heard: Message[] = [];
  #wake: () => void = () => undefined;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })));
    socket.on('message', (data: Buffer) => {
      this.#heard.push(JSON.parse(data.toString()) as Message);
      this.#wake();
    });
  }

  static async open(url: string, options: ClientOptions = {}): Promise<Line> {
    const socket = new WebSocket(url, 'graphql-transport-ws', options);
    const line = new Line(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });

    return line;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message of this type. */
  async hear(type: string): Promise<Message> {
    for (;;) {
      const at = this.#heard.findIndex((message) => message.type === type);
      if (at >= 0) return this.#heard.splice(at, 1)[0] ?? { type };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Reads nothing until `resume`. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.close();
  }
}
