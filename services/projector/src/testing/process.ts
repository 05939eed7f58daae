import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds until a program must have said that it is ready; a loaded machine is slow. */
const PATIENCE = 120_000;

/** A program of ours in a process of its own, which may be killed, stopped in its tracks, and started again. */
export class Program {
  #child: ChildProcess | undefined;
  #told = false;
  /** What it said last where it ended though nobody told it to. */
  ended: string | undefined;

  constructor(
    private readonly script: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Starts it; answers what it has said on its standard output by the time that this is in it. */
  async start(ready: RegExp): Promise<string> {
    const child = spawn(process.execPath, [this.script], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#told = false;
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString()).slice(-4_000);
    });
    let said = '';

    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.script} did not come up: ${complaints}`)), PATIENCE);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        const how = `${this.script} ended with ${String(code ?? signal)}: ${complaints}`;
        if (!this.#told && ready.test(said)) this.ended = how;
        reject(new Error(how));
      });
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (!ready.test(said)) return;
        clearTimeout(timer);
        resolve(said);
      });
    });
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** `SIGSTOP` and `SIGCONT` leave it where it is; all else ends it, and this settles with its exit code when it has. */
  async signal(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    const lastsOn = signal === 'SIGSTOP' || signal === 'SIGCONT';
    this.#told ||= !lastsOn;
    child.kill(signal);
    if (!lastsOn) await gone;

    return child.exitCode;
  }
}
