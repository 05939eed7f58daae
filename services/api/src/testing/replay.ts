import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTS, FUNCTIONS, type OfficialFunction } from '@liuhen/workflows';
import { logger, readConfig } from '@liuhen/infra';
import { startService, type RunningService } from '../index';

/** One act of a published case: who did what on what, as far as the publication says when. */
export interface Step {
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, a moment with offset, or `unknown`. */
  readonly on: string;
  readonly as: OfficialFunction;
  readonly act: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Id of a party or record that the act is about; by default the case. */
  readonly subject?: string;
  /** Person who acts, where it matters who. */
  readonly by?: string;
  /** Area of the office, by default the place of the case. */
  readonly of?: string;
}

interface Answer {
  readonly __typename: string;
  readonly subject?: string;
  readonly rule?: string;
  readonly eventTypes?: readonly string[];
  readonly missing?: readonly { readonly zh: string }[];
}

const OUTCOME = `__typename
  ... on Receipt { subject eventTypes position }
  ... on Refusal { code rule message { zh } missing { zh } }
  ... on InvalidInput { code fields { path message { zh en } } }
  ... on Denied { code rule message { zh } }
  ... on Conflict { currentRevision }`;

const DECLARED = new Map(ACTS.flatMap(({ kind, acts }) => acts.map((act) => [act.name, { kind, act }] as const)));

const ARGUMENT: Readonly<Record<string, string>> = { case: 'caseId', interference: 'interferenceId' };

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const mutationOf = (name: string): { readonly text: string; readonly opens: boolean } => {
  const declared = DECLARED.get(name);
  if (declared === undefined) throw new RangeError(`no act ${name}`);
  const { kind, act } = declared;
  const subject = act.opens ? '' : `${ARGUMENT[kind] ?? `${kind}Id`}: $subject, `;
  const variables = `$input: ${capital(name)}Input!, $request: ActRequestInput!${act.opens ? '' : ', $subject: ID!'}`;

  return { text: `mutation (${variables}) { ${name}(${subject}input: $input, request: $request) { ${OUTCOME} } }`, opens: act.opens };
};

/** A moment goes to `occurredAt`, everything less precise to `occurredOn`. */
const whenOf = (on: string) => (on.length > 10 ? { occurredAt: on } : { occurredOn: on });

/** Where log and read models of a replay are kept. */
export interface Engine {
  readonly events: string;
  readonly readModels: string;
  stop(): void | Promise<void>;
}

/** A published case, replayed act by act through a real service, as an officer's frontend would do it. */
export class Replay {
  caseId = '';
  #keys = 0;
  readonly #tokens = new Map<string, string>();

  /** Where log and read models of each replay are kept; embedded unless a suite says otherwise. */
  static engine: () => Promise<Engine> = () => Promise.resolve({ events: 'embedded', readModels: 'embedded', stop: () => undefined });

  private constructor(
    private readonly service: RunningService,
    private readonly folder: string,
    private readonly place: string,
    private readonly engine: Engine,
  ) {}

  static async open(place: string): Promise<Replay> {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-case-'));
    const engine = await Replay.engine();
    const config = readConfig({
      LIUHEN_DATA: folder,
      LIUHEN_EVENTS: engine.events,
      LIUHEN_READ_MODELS: engine.readModels,
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'silent',
    });

    return new Replay(await startService(config, logger('silent')), folder, place, engine);
  }

  async close(): Promise<void> {
    await this.service.stop();
    await this.engine.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Registers a party and gives its id; of a published case only its name is known. */
  async party(name: string, kind = 'dischargingEntity'): Promise<string> {
    const unit = kind === 'naturalPerson' ? {} : { creditCode: '9144030071526726XG', legalRepresentative: '未公布' };
    const { subject } = await this.must({
      on: 'unknown',
      as: 'registrar',
      act: 'registerParty',
      input: { name, kind, jurisdiction: this.place, address: '未公布', keyEntity: true, keyPermitManagement: true, ...unit },
    });

    return subject ?? '';
  }

  /** Acts that have to succeed, in order; the first problem reported opens the case. */
  async play(...steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const { subject } = await this.must(step);
      if (step.act === 'reportProblem' && this.caseId === '') this.caseId = subject ?? '';
    }
  }

  async must(step: Step): Promise<Answer> {
    const answer = await this.try(step);
    if (answer.__typename !== 'Receipt') throw new Error(`${step.on} ${step.act}: ${JSON.stringify(answer)}`);

    return answer;
  }

  async try({ on, as, act, input, subject = this.caseId, by, of }: Step): Promise<Answer> {
    const { text, opens } = mutationOf(act);
    this.#keys += 1;
    const request = { idempotencyKey: `step-${this.#keys}`, ...whenOf(on) };
    const data = await this.ask<Readonly<Record<string, Answer>>>({ as, by, of }, text, { input, request, ...(opens ? {} : { subject }) });
    const answer = data[act];
    if (answer === undefined) throw new Error(`${act} was not answered`);

    return answer;
  }

  /** The case as an auditor of its area reads it, at least as fresh as the last act. */
  async file<T>(fields: string): Promise<T> {
    const atLeast = String(await this.service.head());
    const { caseFile } = await this.ask<{ readonly caseFile: T }>(
      { as: 'disciplineInspection' },
      `query ($id: ID!, $atLeast: Position) { caseFile(caseId: $id, atLeast: $atLeast) { ${fields} } }`,
      { id: this.caseId, atLeast },
    );

    return caseFile;
  }

  async ask<T>(
    who: { readonly as: OfficialFunction; readonly by?: string | undefined; readonly of?: string | undefined },
    query: string,
    variables: object,
  ): Promise<T> {
    const response = await fetch(this.service.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.#token(who)}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { readonly data?: T | null; readonly errors?: readonly unknown[] };
    if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));

    return data;
  }

  async #token({
    as,
    by = `${as}-1`,
    of = this.place,
  }: {
    as: OfficialFunction;
    by?: string | undefined;
    of?: string | undefined;
  }): Promise<string> {
    const key = `${as}/${by}/${of}`;
    const kept = this.#tokens.get(key);
    if (kept !== undefined) return kept;
    const actor = { person: by, name: by, organisation: FUNCTIONS[as], office: FUNCTIONS[as], function: as, jurisdiction: of };
    const token = await this.service.issuer.issue(actor, { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 3_600 });
    this.#tokens.set(key, token);

    return token;
  }
}

/** Persons that a publication does not name; the law wants two officers with certificates all the same. */
export const OFFICERS = [
  { person: 'officer-1', name: '未公布', certificateNo: '未公布' },
  { person: 'officer-2', name: '未公布', certificateNo: '未公布' },
] as const;

export const paper = (name: string) => ({ digest: `sha256:${'0'.repeat(64)}`, name, mediaType: 'application/pdf', bytes: 1 });

export const PAPERS = {
  criminalTransferLetter: paper('移送书'),
  investigationReport: paper('调查报告'),
  sceneInspectionRecord: paper('现场勘查笔录'),
  involvedItemsList: paper('涉案物品清单'),
} as const;
