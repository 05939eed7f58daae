import type { Logger } from 'pino';
import { readConfig, type Config } from '../config/config';
import { logger } from '../config/logger';
import { told } from './told';

export interface Running {
  /** Said on the standard output once it runs. */
  readonly greeting: string;
  /** Takes nothing new, finishes what is under way, closes. */
  stop(): Promise<void>;
}

/** Beyond the patience with what is under way, milliseconds: an engine that does not answer must not hold a stop back. */
const GRACE = 5_000;

/**
 * Runs a program by its environment until it is told to stop; ends with 1 where it cannot start, or not stop cleanly and in
 * time. To be cut off loses nothing: what was acknowledged is written, all else is taken up again.
 */
export const runProgram = async (start: (config: Config, log: Logger) => Promise<Running>): Promise<void> => {
  try {
    const config = readConfig(process.env);
    const log = logger(config.logLevel);
    const running = await start(config, log);
    process.stdout.write(running.greeting);
    let stopping = false;
    const stop = (signal: string): void => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(
        () => {
          log.error({ seconds: config.stopSeconds }, 'did not stop in time, ends all the same');
          process.exit(1);
        },
        config.stopSeconds * 1_000 + GRACE,
      ).unref();
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'did not stop cleanly');
          process.exit(1);
        },
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${told(error)}\n`);
    process.exit(1);
  }
};
