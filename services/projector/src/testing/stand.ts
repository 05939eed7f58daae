import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EMBEDDED, openEmbeddedIssuer } from '@liuhen/infra';
import type { Actor } from '@liuhen/workflows';
import { Engines, type EnginesAt } from './engines';
import { Program } from './process';

const SERVICES = resolve(__dirname, '../../..');
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

export interface StandOptions extends EnginesAt {
  readonly projectors: number;
}

/** A program that does not find its engine says so and ends; it is started so often again. */
const TRIES = 20;

/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:1';

const HTTP = /http:\/\/\S+/;
const GRAPHQL = /http:\/\/\S+\/graphql/;
const DEVICES = /tcp:\/\/\S+/;

/** What a program says when it is ready. */
const READY = { api: GRAPHQL, projector: HTTP, scheduler: HTTP, 'gateway-hj212': DEVICES } as const;

export type ProgramKind = keyof typeof READY;

interface Standing {
  readonly kind: ProgramKind;
  readonly folder: string;
  readonly program: Program;
  /** What it said when it came up; undefined while it is down. */
  said: string | undefined;
}

/**
 * The programs of one deployment, each in its own process. Where the log is in the folder, one API writes it and does all
 * but the read models; on servers there are two of each program, and each has a folder of its own.
 */
export class Stand {
  readonly #all = new Map<string, Standing>();
  readonly #keys: string;
  #turn = 0;
  tokens: Readonly<Record<'registrar' | 'officer', string>> = { registrar: '', officer: '' };

  private constructor(
    readonly folder: string,
    readonly engines: Engines,
  ) {
    this.#keys = join(folder, 'keys');
  }

  static async open({ projectors, ...places }: StandOptions): Promise<Stand> {
    const stand = new Stand(mkdtempSync(join(tmpdir(), 'liuhen-stand-')), await Engines.open(places));
    const issuer = await openEmbeddedIssuer(stand.data);
    const life = { issuedAt: Math.floor(Date.now() / 1_000) - 60, seconds: 86_400 };
    const [registrar, officer] = await Promise.all([issuer.issue(REGISTRAR, life), issuer.issue(OFFICER, life)]);
    stand.tokens = { registrar, officer };
    if (stand.onServers) {
      for (const at of [1, 2]) await stand.#add(`api-${at}`, 'api', stand.#ownFolder(`api-${at}`, { issuer: true }), 'api,ledger');
      for (const kind of ['scheduler', 'gateway-hj212'] as const)
        for (const at of [1, 2]) await stand.#add(`${kind}-${at}`, kind, stand.#ownFolder(`${kind}-${at}`));
    } else await stand.#add('api-1', 'api', stand.data, 'api,gateway,scheduler,ledger');
    for (let at = 1; at <= projectors; at += 1) {
      const name = `projector-${at}`;
      await stand.#add(name, 'projector', stand.onServers ? stand.#ownFolder(name) : stand.data);
    }

    return stand;
  }

  get onServers(): boolean {
    return this.engines.direct.events !== EMBEDDED;
  }

  /** Data folder of the embedded stores, and where the keys of the issuer come from. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** What an audit has to look at: folders that may hold a ledger, and the folder of its keys. */
  get ledgers(): { readonly folders: readonly string[]; readonly keys: string } {
    const folders = [...this.#all.values()].filter(({ kind }) => kind === 'api').map(({ folder }) => folder);

    return { folders, keys: this.onServers ? this.#keys : this.data };
  }

  get names(): readonly string[] {
    return [...this.#all.keys()];
  }

  /** Programs that ended though nobody told them to, with what they said last. */
  get ended(): readonly string[] {
    return [...this.#all.values()].flatMap(({ program: { ended } }) => ended ?? []);
  }

  /** Process ids by name, of those that are up. */
  get pids(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#all].flatMap(
        ([
          name,
          {
            program: { pid },
          },
        ]) => (pid === undefined ? [] : [[name, pid] as const]),
      ),
    );
  }

  /** One API after the other, as behind a balancer that knows no stickiness; a port where nobody is while none is up. */
  get graphql(): string {
    return this.#next('api', GRAPHQL);
  }

  /** A gateway for a device that comes to any. */
  get gateway(): string {
    return this.#next(this.onServers ? 'gateway-hj212' : 'api', DEVICES);
  }

  /** Where a program is reached; undefined while it is down. */
  addressOf(name: string): string | undefined {
    const { kind, said = '' } = this.#of(name);

    return READY[kind].exec(said)?.[0];
  }

  async kill(name: string): Promise<void> {
    const standing = this.#of(name);
    standing.said = undefined;
    await standing.program.signal('SIGKILL');
  }

  /** Tried again where an engine was away, as whoever runs the programs would. */
  async start(name: string): Promise<void> {
    const standing = this.#of(name);
    for (let left = TRIES; standing.said === undefined; left -= 1) {
      try {
        standing.said = await standing.program.start(READY[standing.kind]);
      } catch (error) {
        if (left === 0 || !String(error).includes('STORE_UNREACHABLE')) throw error;
      }
    }
  }

  /** Stops one in its tracks, or lets it go on. */
  async signal(name: string, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    await this.#of(name).program.signal(signal);
  }

  /** Which of them has this process id, as the holder of a lease names it. */
  nameOf(holder: string): string | undefined {
    return [...this.#all].find(([, { program }]) => holder.endsWith(`:${program.pid}`))?.[0];
  }

  /** Ends the programs; folder and engines stay for those who look what they have left. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await Promise.all([...this.#all.values()].map(({ program }) => program.signal(signal)));
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    await this.engines.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #of(name: string): Standing {
    const standing = this.#all.get(name);
    if (standing === undefined) throw new Error(`the stand has no ${name}`);

    return standing;
  }

  #next(kind: ProgramKind, place: RegExp): string {
    const up = [...this.#all.values()].flatMap((standing) => (standing.kind === kind ? (place.exec(standing.said ?? '')?.[0] ?? []) : []));
    this.#turn += 1;

    return up[this.#turn % Math.max(up.length, 1)] ?? NOBODY;
  }

  #ownFolder(name: string, { issuer } = { issuer: false }): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    if (issuer) for (const key of readdirSync(this.data)) copyFileSync(join(this.data, key), join(folder, key));

    return folder;
  }

  async #add(name: string, kind: ProgramKind, folder: string, roles?: string): Promise<void> {
    const { events, readModels } = this.engines.told;
    const program = new Program(join(SERVICES, kind, 'dist/main.js'), {
      LIUHEN_DATA: folder,
      LIUHEN_EVENTS: events,
      LIUHEN_READ_MODELS: readModels,
      LIUHEN_PORT: '0',
      LIUHEN_HJ212_PORT: '0',
      LIUHEN_LOG_LEVEL: 'error',
      LIUHEN_CHECKPOINT_SECONDS: '0.2',
      ...(this.onServers ? { LIUHEN_KEYS: this.#keys } : {}),
      ...(roles === undefined ? {} : { LIUHEN_ROLES: roles }),
    });
    this.#all.set(name, { kind, folder, program, said: undefined });
    await this.start(name);
  }
}
