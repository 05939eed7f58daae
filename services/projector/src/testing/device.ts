import { setTimeout as pause } from 'node:timers/promises';
import { DeviceSimulator, encodeFrame } from '@liuhen/gateway-hj212';
import type { Stand } from './stand';

export const PASSWORD = '123456';

/** How long a device waits for its answer before it sends again, milliseconds. */
const PATIENCE = 5_000;
const AGAIN = 100;
const HOUR = 3_600_000;
const FIRST = Date.UTC(2024, 0, 1);

/** `yyyyMMddHHmmss`, as the standard writes it. */
const stamp = (milliseconds: number): string => new Date(milliseconds).toISOString().replaceAll(/\D/g, '').slice(0, 14);

/** A device that sends an hour's value again, to whichever gateway takes it, until it has the answer. */
export class Device {
  /** Hours that were answered, as the event of each names them. */
  readonly answered: string[] = [];
  #simulator: DeviceSimulator | undefined;

  constructor(
    private readonly stand: Pick<Stand, 'gateway'>,
    readonly mn: string,
  ) {}

  async hour(): Promise<void> {
    const at = FIRST + this.answered.length * HOUR;
    const dataTime = stamp(at);
    const frame = encodeFrame({
      qn: `${dataTime}000`,
      st: '32',
      cn: '2061',
      pw: PASSWORD,
      mn: this.mn,
      flag: 5,
      cp: `DataTime=${dataTime};w01018-Avg=${100 + (this.answered.length % 50)}.5,w01018-Flag=N`,
    });
    while (!(await this.#sent(frame))) {
      await this.leave();
      await pause(AGAIN);
    }
    this.answered.push(`${new Date(at).toISOString().slice(0, 19)}+08:00`);
  }

  async leave(): Promise<void> {
    const simulator = this.#simulator;
    this.#simulator = undefined;
    await simulator?.close();
  }

  async #sent(frame: Buffer): Promise<boolean> {
    try {
      this.#simulator ??= await this.#connected();
      const simulator = this.#simulator;
      const answers = simulator.answers.length;
      await simulator.send(frame);

      return await Promise.race([
        simulator.answered(answers + 1).then(() => true),
        simulator.gone.then(() => false),
        pause(PATIENCE, false, { ref: false }),
      ]);
    } catch {
      // Nobody at home, or gone while it was sent: the next gateway, or the same when it is back.
      return false;
    }
  }

  #connected(): Promise<DeviceSimulator> {
    const { hostname, port } = new URL(this.stand.gateway);

    return DeviceSimulator.connect(Number(port), hostname);
  }
}
