import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EMBEDDED } from '@liuhen/infra';
import { Wire } from '@liuhen/infra/dist/testing/wire';

const INFRA = resolve(__dirname, '../../../../infra');
const DOUBLE = join(INFRA, 'dist/event-store/kurrentdb/testing/serve-double.js');
const FERRETDB = join(INFRA, 'ferretdb/bin/ferretdb');

export interface EnginesAt {
  /** `embedded`, `double` for one of KurrentDB in a process of its own, or the address of a server. */
  readonly events: string;
  /** `embedded`, `ferretdb` for one of our own, or the URL of a MongoDB. */
  readonly readModels: string;
}

/** Settles with the first line that a server says of itself: its address. */
const addressOf = async (server: ChildProcess, name: string): Promise<string> => {
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${String(code)}`);
  });
  const [said] = (await Promise.race([once(server.stdout ?? server, 'data'), ended])) as [Buffer];

  return String(said).trim();
};

/** A MongoDB of our own that may be killed: its files stay, and it comes back at another port. */
class OwnMongo {
  readonly #folder = mkdtempSync(join(tmpdir(), 'liuhen-stand-mongo-'));
  #server: ChildProcess | undefined;

  async start(): Promise<string> {
    this.#server = spawn(FERRETDB, [this.#folder], { stdio: ['ignore', 'pipe', 'ignore'] });

    return `${await addressOf(this.#server, 'FerretDB')}liuhen`;
  }

  async kill(): Promise<void> {
    const gone = this.#server === undefined ? undefined : once(this.#server, 'exit');
    this.#server?.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const wireTo = async (url: string): Promise<Wire | undefined> => (url === EMBEDDED ? undefined : Wire.to(url));

interface Opened {
  readonly wires: readonly Wire[];
  readonly told: EnginesAt;
  /** Changes where a server comes back. */
  direct: EnginesAt;
  readonly double: ChildProcess | undefined;
  readonly mongo: OwnMongo | undefined;
}

/** Longest time that an engine is out of reach or slow, milliseconds; less than what the services wait for it. */
const MOMENT = 400;

/** What the programs keep things in, each behind a wire that may fail. */
export class Engines {
  private constructor(private readonly opened: Opened) {}

  static async open({ events, readModels }: EnginesAt): Promise<Engines> {
    const double = events === 'double' ? spawn(process.execPath, [DOUBLE], { stdio: ['pipe', 'pipe', 'inherit'] }) : undefined;
    const mongo = readModels === 'ferretdb' ? new OwnMongo() : undefined;
    const direct = {
      events: double === undefined ? events : await addressOf(double, 'the double'),
      readModels: mongo === undefined ? readModels : await mongo.start(),
    };
    const [log, views] = [await wireTo(direct.events), await wireTo(direct.readModels)];
    const told = { events: log?.url ?? EMBEDDED, readModels: views?.url ?? EMBEDDED };

    return new Engines({ wires: [log, views].filter((wire) => wire !== undefined), told, direct, double, mongo });
  }

  /** As the programs reach them. */
  get told(): EnginesAt {
    return this.opened.told;
  }

  /** Past the wires, for those who look what is there. */
  get direct(): EnginesAt {
    return this.opened.direct;
  }

  /** Kinds of trouble that there are to have here. */
  get troubles(): readonly ((milliseconds: number) => Promise<void>)[] {
    const { wires, mongo } = this.opened;

    return [
      ...wires.flatMap((wire) => [
        (moment: number) => this.#during(moment, wire, () => wire.cut()),
        (moment: number) => this.#during(moment, wire, () => wire.slowDown(moment)),
        (moment: number) => this.#during(moment, wire, () => wire.loseAnswerAfter(Math.round(moment) % 16)),
      ]),
      ...(mongo === undefined ? [] : [() => this.#killMongo(mongo)]),
    ];
  }

  /** One of them for a moment; `random` between 0 and 1. Where all is in the folder there is none to have. */
  async trouble(random: () => number): Promise<void> {
    const { troubles } = this;
    await troubles[Math.floor(random() * troubles.length)]?.(random() * MOMENT);
  }

  async close(): Promise<void> {
    const { wires, double, mongo } = this.opened;
    await Promise.all(wires.map((wire) => wire.close()));
    double?.stdin?.end();
    await mongo?.remove();
  }

  async #during(moment: number, wire: Wire, trouble: () => void): Promise<void> {
    trouble();
    await new Promise((resolve) => setTimeout(resolve, moment));
    wire.mend();
  }

  async #killMongo(mongo: OwnMongo): Promise<void> {
    await mongo.kill();
    const url = await mongo.start();
    this.opened.direct = { ...this.opened.direct, readModels: url };
    this.opened.wires.at(-1)?.moveTo(url);
  }
}
