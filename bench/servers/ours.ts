import { startService } from '@liuhen/api';
import { logger, readConfig } from '@liuhen/infra';
import { sayReady } from '../harness/child';
import { OFFICER } from '../history/events';

export interface OursReady {
  readonly url: string;
  readonly websocket: string;
  /** Of an enforcement officer who may see and do what the suites need. */
  readonly token: string;
}

export interface ReadyWithStranger extends OursReady {
  /** Of an officer of a place that none of the cases has to do with. */
  readonly stranger: string;
}

const TOKEN_LIFE = 7_200;

/** The service as it is started for production, on a folder that is filled already. */
const run = async (folder: string): Promise<void> => {
  const config = readConfig({ LIUHEN_DATA: folder, LIUHEN_PORT: '0', LIUHEN_HJ212_PORT: '0', LIUHEN_LOG_LEVEL: 'error' });
  const service = await startService(config, logger(config.logLevel));
  const life = { issuedAt: Math.floor(Date.now() / 1_000), seconds: TOKEN_LIFE };
  const token = await service.issuer.issue(OFFICER, life);
  const stranger = await service.issuer.issue({ ...OFFICER, person: 'stranger', jurisdiction: '540100' }, life);
  process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
  sayReady({ url: service.graphql, websocket: service.websocket, token, stranger } satisfies ReadyWithStranger);
};

void run(process.argv[2] ?? '');
