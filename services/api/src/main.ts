import { codeOrInternal } from './graphql/errors';
import { banner } from './banner';
import { logger, readConfig } from '@liuhen/infra';
import { startService } from './service';

const run = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = logger(config.logLevel);
  const service = await startService(config, log);
  process.stdout.write(banner(service, config.data));
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    service.stop().then(
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
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${codeOrInternal(error) === 'INTERNAL' && error instanceof Error ? (error.stack ?? text) : text}\n`);
  process.exit(1);
});
