import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createSecureContext, type SecureContextOptions, type TlsOptions } from 'node:tls';
import { LiuhenError } from '@liuhen/workflows';
import type { Logger } from 'pino';

export interface TlsConfig {
  /** Files, PEM: the certificate with its chain, its private key, and the authorities of clients where they must show one. */
  readonly cert: string;
  readonly key: string;
  readonly clientCa: string | null;
  /** Clients are asked for a certificate and may have none, or one of nobody: it shows who holds a token, and nothing else. */
  readonly clientsOptional: boolean;
}

/** How a server speaks TLS, kept up to date with its files. */
export interface Tls {
  readonly options: TlsOptions;
  /** Tells of each new certificate that is good. */
  onRenewal(use: (context: SecureContextOptions) => void): void;
  close(): void;
}

/** Looks at the files again after this, milliseconds; by their name, since renewal tools put another file in the place of the old. */
const LOOK = 2_000;

const asked = ({ clientCa, clientsOptional }: TlsConfig): TlsOptions => {
  if (clientsOptional) return { requestCert: true, rejectUnauthorized: false };

  return clientCa === null ? {} : { requestCert: true, rejectUnauthorized: true };
};

const OLDEST = { minVersion: 'TLSv1.2' } as const;

const read = (name: string, file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `${name}: ${file} cannot be read`, { cause });
  }
};

/** Throws `CONFIG_INVALID` for files that are not there, no certificate, or a key of another one. */
const contextOf = ({ cert, key, clientCa }: TlsConfig): SecureContextOptions => {
  const context = {
    ...OLDEST,
    cert: read('LIUHEN_TLS_CERT', cert),
    key: read('LIUHEN_TLS_KEY', key),
    ...(clientCa === null ? {} : { ca: read('LIUHEN_TLS_CLIENT_CA', clientCa) }),
  };
  try {
    createSecureContext(context);
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `LIUHEN_TLS_CERT, LIUHEN_TLS_KEY: ${String(cause)}`, { cause });
  }

  return context;
};

/** A renewed certificate is taken up when its files change, or at once on SIGHUP; one that is not good leaves the old one in use. */
export const openTls = (config: TlsConfig, log: Pick<Logger, 'info' | 'error'>): Tls => {
  const uses: ((context: SecureContextOptions) => void)[] = [];
  const renew = () => {
    try {
      const context = contextOf(config);
      for (const use of uses) use(context);
      log.info({ cert: config.cert }, 'certificate read again');
    } catch (error) {
      log.error({ err: error }, 'the certificate on disk is not good; the one before stays in use');
    }
  };
  const files = [config.cert, config.key, ...(config.clientCa === null ? [] : [config.clientCa])];
  const first = contextOf(config);
  for (const file of files) watchFile(file, { interval: LOOK, persistent: false }, renew);
  process.on('SIGHUP', renew);

  return {
    options: { ...first, ...asked(config) },
    onRenewal: (use) => uses.push(use),
    close: () => {
      for (const file of files) unwatchFile(file, renew);
      process.off('SIGHUP', renew);
    },
  };
};
