import { setTimeout as pause } from 'node:timers/promises';
import { Device } from './device';
import { Listener } from './listener';
import { Officer, type Acknowledged } from './officer';
import { EarlierYear } from './overdue';
import type { Stand } from './stand';

const OFFICERS = 4;
const DEVICES = 2;

/** Acts that a subscriber may be behind before the officers wait for it: what is tried is faults, not a backlog. */
const BACKLOG = 100;

/** Between two cases that the clock finds overdue, two hours of a device, and two readings, milliseconds. */
const OVERDUE = 2_000;
const HOURS = 100;
const READS = 100;

/** Settles when a position was heard, or after a minute. */
export const untilHeard = async (listener: Listener, position: number): Promise<void> => {
  const deadline = performance.now() + 60_000;
  while ((listener.heard.at(-1) ?? 0) < position && performance.now() < deadline) await pause(5);
};

/** Mixed work on a stand: officers who act and read what they did, devices, overdue cases for the clock, subscribers who hear all. */
export class Load {
  readonly officers: readonly Officer[];
  /** One whose acts nobody hurries: for those who look how long they take. */
  readonly observer: Officer;
  readonly listeners: readonly Listener[];
  devices: readonly Device[] = [];
  #earlier: EarlierYear | undefined;
  #last: { readonly officer: Officer; readonly done: Acknowledged } | undefined;
  #over = false;
  #work: readonly Promise<void>[] = [];

  constructor(
    private readonly stand: Stand,
    /** Milliseconds that an officer rests between two acts. */
    private readonly rest: number,
  ) {
    this.observer = new Officer(stand, 'observer');
    this.officers = [this.observer, ...Array.from({ length: OFFICERS }, (_, at) => new Officer(stand, `officer-${at}`))];
    this.listeners = (stand.onServers ? [1, 2] : [1]).map(() => new Listener(stand));
  }

  get acts(): number {
    return this.officers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  }

  get overdue(): readonly string[] {
    return this.#earlier?.cases ?? [];
  }

  get frames(): number {
    return this.devices.reduce((sum, { answered }) => sum + answered.length, 0);
  }

  get heard(): number {
    return Math.min(...this.listeners.map(({ heard }) => heard.length));
  }

  async begin(): Promise<void> {
    const { stand } = this;
    const mns = Array.from({ length: DEVICES }, (_, at) => `STAND${at}`);
    for (const mn of mns) await this.observer.registerDevice(mn);
    this.devices = mns.map((mn) => new Device(stand, mn));
    this.#earlier = stand.onServers ? await EarlierYear.of(stand) : undefined;
    this.listeners.forEach((listener) => listener.start());
    this.#work = [
      ...this.officers.filter((officer) => officer !== this.observer).map((officer) => this.#acting(officer)),
      this.#again(READS, () => this.#read()),
      ...this.devices.map((device) => this.#again(HOURS, () => device.hour())),
      ...(this.#earlier === undefined ? [] : [this.#again(OVERDUE, () => this.#earlierCase())]),
    ];
  }

  /** Settles when all that was begun is acknowledged, and heard. */
  async end(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#work);
    await Promise.all(this.devices.map((device) => device.leave()));
    const last = Math.max(...this.officers.map(({ acknowledged }) => acknowledged.at(-1)?.position ?? 0));
    for (const listener of this.listeners) await untilHeard(listener, last);
  }

  async leave(): Promise<void> {
    this.#over = true;
    await Promise.all(this.listeners.map((listener) => listener.leave()));
    await this.#earlier?.close();
  }

  async #acting(officer: Officer): Promise<void> {
    await this.#again(this.rest, async () => {
      this.#last = { officer, done: await officer.act() };
      while (!this.#over && this.acts - this.heard > BACKLOG) await pause(5);
    });
  }

  /** Somebody reads what was done last, no older than that. */
  async #read(): Promise<void> {
    await this.#last?.officer.problemsSeen(this.#last.done);
  }

  async #earlierCase(): Promise<void> {
    await this.#earlier?.overdueCase(`earlier-${this.overdue.length}`);
  }

  async #again(rest: number, work: () => Promise<void>): Promise<void> {
    while (!this.#over) {
      await work();
      await pause(rest);
    }
  }
}
