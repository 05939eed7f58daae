import { logger, readConfig } from '@liuhen/infra';
import { startProjector } from './projector';

const run = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = logger(config.logLevel);
  const projector = await startProjector(config, log);
  log.info({ health: projector.health }, 'standing by to keep the read models');
  process.stdout.write(`${projector.health}\n`);
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    projector.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
