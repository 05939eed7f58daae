import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface Child<R> {
  readonly ready: R;
  /** Sends a message and settles with the answer. */
  ask(message: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** A server in a process of its own, so that the load generator and the other servers do not share its thread. */
export const startChild = async <R>(script: string, ...args: readonly string[]): Promise<Child<R>> => {
  const child = fork(resolve(__dirname, '../servers', script), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${String(code)}`);
  });
  // It also ends when it is told to; only who still waits for it is to hear of that.
  failed.catch(() => undefined);
  const heard = async (): Promise<unknown> => ((await Promise.race([once(child, 'message'), failed])) as readonly unknown[])[0];
  const ready = (await heard()) as R;

  return {
    ready,
    ask: (message) => {
      child.send(message);

      return heard();
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};

/** For the other side: says that the server is ready, and at what addresses. */
export const sayReady = (ready: object): void => {
  process.send?.(ready);
};
