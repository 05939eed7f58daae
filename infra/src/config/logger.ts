import { destination, pino, type Logger } from 'pino';
import type { Config } from './config';

/** Structured lines on standard error; standard output is for people. Tokens and access passwords never get in. */
export const logger = (level: Config['logLevel']): Logger =>
  pino(
    { level, base: { service: 'liuhen' }, redact: ['authorization', '*.authorization', 'token', 'pw'] },
    destination({ fd: 2, sync: false }),
  );
