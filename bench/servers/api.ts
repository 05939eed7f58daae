import { startService } from '@liuhen/api';
import { logger, readConfig } from '@liuhen/infra';
import { sayReady } from '../harness/child';
import { OFFICER } from '../history/events';
import type { OursReady } from './ours';

/** One API among several on a log on a server: nothing but the API. */
const run = async (folder: string, events: string): Promise<void> => {
  const config = readConfig({
    LIUHEN_DATA: folder,
    LIUHEN_EVENTS: events,
    LIUHEN_ROLES: 'api',
    LIUHEN_PORT: '0',
    LIUHEN_LOG_LEVEL: 'error',
  });
  const service = await startService(config, logger(config.logLevel));
  const token = await service.issuer.issue(OFFICER, { issuedAt: Math.floor(Date.now() / 1_000), seconds: 7_200 });
  process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
  sayReady({ url: service.graphql, websocket: service.websocket, token } satisfies OursReady);
};

void run(process.argv[2] ?? '', process.argv[3] ?? '');
