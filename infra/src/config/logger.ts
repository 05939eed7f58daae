import { destination, pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config';

const SECRETS = ['authorization', 'dpop', 'token', 'pw', 'password', 'pem', 'key', 'code'];

/** What a secret looks like wherever it stands: in the message of a driver, say, that quotes the address it was given. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/gu, '[token]'],
  [/Bearer [^\s"\\]+/giu, 'Bearer [token]'],
  [/:\/\/[^\s/"@]+@/gu, '://[credentials]@'],
  [/PW=[^;&"\s]*/gu, 'PW=***'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/gsu, '[private key]'],
];

const scrubbed = (line: string): string => LOOKS.reduce((text, [look, instead]) => text.replace(look, instead), line);

/** Structured lines on standard error; standard output is for people. Tokens, passwords and keys never get in. */
export const logger = (level: Config['logLevel'], to: DestinationStream = destination({ fd: 2, sync: false })): Logger =>
  pino(
    {
      level,
      base: { service: 'liuhen' },
      redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      hooks: { streamWrite: scrubbed },
    },
    to,
  );
