import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openEmbeddedIssuer } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { Program } from './process';

const SERVICES = resolve(__dirname, '../../..');
const ANY_PORT = { LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'error' };
const JINING = '370800';

export const REGISTRAR: Actor = {
  person: 'stand-registrar',
  name: '何静',
  organisation: '某市生态环境局',
  office: '信息中心',
  function: 'registrar',
  jurisdiction: JINING,
};
export const OFFICER: Actor = { ...REGISTRAR, person: 'stand-officer', name: '张建', office: '执法支队', function: 'enforcementAgency' };

export interface StandOptions {
  /** `embedded`, or the URL of a MongoDB. */
  readonly readModels: string;
  readonly projectors: number;
}

/** The programs of one deployment, each in its own process: one API, which writes the log, and several projectors. */
export class Stand {
  readonly #api: Program;
  readonly #projectors: readonly Program[];
  #graphql = '';

  private constructor(
    readonly folder: string,
    readonly readModels: string,
    readonly tokens: Readonly<Record<'registrar' | 'officer', string>>,
    projectors: number,
  ) {
    const shared = { ...ANY_PORT, LIUHEN_DATA: folder, LIUHEN_READ_MODELS: readModels };
    this.#api = new Program(join(SERVICES, 'api/dist/main.js'), { ...shared, LIUHEN_ROLES: 'api' });
    this.#projectors = Array.from({ length: projectors }, () => new Program(join(SERVICES, 'projector/dist/main.js'), shared));
  }

  static async open({ readModels, projectors }: StandOptions): Promise<Stand> {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-stand-'));
    const issuer = await openEmbeddedIssuer(folder);
    const life = { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 86_400 };
    const [registrar, officer] = await Promise.all([issuer.issue(REGISTRAR, life), issuer.issue(OFFICER, life)]);
    const stand = new Stand(folder, readModels, { registrar, officer }, projectors);
    await stand.startApi();
    await Promise.all(stand.#projectors.map((_, at) => stand.startProjector(at)));

    return stand;
  }

  /** Changes with each start of the API. */
  get graphql(): string {
    return this.#graphql;
  }

  get pids(): readonly number[] {
    return [this.#api, ...this.#projectors].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  async startApi(): Promise<void> {
    this.#graphql = await this.#api.start(/http:\/\/\S+\/graphql/);
  }

  async killApi(): Promise<void> {
    await this.#api.signal('SIGKILL');
  }

  async startProjector(at: number): Promise<void> {
    await this.#projectors[at]?.start(/http:\/\/\S+/);
  }

  async signalProjector(at: number, signal: NodeJS.Signals): Promise<void> {
    await this.#projectors[at]?.signal(signal);
  }

  /** Which of them has this process id, as the holder of a lease names it. */
  projectorOf(holder: string): number {
    return this.#projectors.findIndex(({ pid }) => holder.endsWith(`:${pid}`));
  }

  /** Ends the programs; the folder stays for those who look what they have left. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await Promise.all([this.#api, ...this.#projectors].map((program) => program.signal(signal)));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
