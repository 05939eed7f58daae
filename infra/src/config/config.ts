import type { TlsConfig } from '../tls/tls';
import type { SuiteName } from '../ledger/suite';
import { LiuhenError } from '@liuhen/workflows';
import type { z } from 'zod';
import { VARIABLES, type Role } from './variables';

export interface EvidenceConfig {
  /** Bytes of one file. */
  readonly limit: number;
  /** Address of a malware scanner; null for none. */
  readonly scanner: string | null;
}

export interface LedgerConfig {
  readonly suite: SuiteName;
  /** Null for one made up. */
  readonly origin: string | null;
  readonly every: { readonly events: number; readonly milliseconds: number };
  /** File, null for no witnesses. */
  readonly witnessPolicy: string | null;
  readonly fsckHours: number;
}

export interface Config {
  readonly data: string;
  /** Folder of the keys of the ledger and of persons; null where a trial keeps them with its data. */
  readonly keys: string | null;
  /** `embedded`, or an address with its credentials: never to be logged. */
  readonly events: string;
  readonly deployment: string;
  /** `embedded`, or the URL of a MongoDB. */
  readonly readModels: string;
  readonly roles: readonly Role[];
  readonly partitions: number;
  readonly host: string;
  readonly port: number;
  readonly hj212Port: number;
  /** Null for plain connections. */
  readonly tls: TlsConfig | null;
  readonly hj212Tls: boolean;
  readonly logLevel: z.output<typeof VARIABLES>['LIUHEN_LOG_LEVEL'];
  /** Bytes. */
  readonly bodyLimit: number;
  /** Open at once at most. */
  readonly connections: number;
  /** Program in front of the device that holds the keys; null for files. */
  readonly keyDevice: string | null;
  readonly evidence: EvidenceConfig;
  readonly ledger: LedgerConfig;
  /** Longest wait for the answer to a request. */
  readonly answerMilliseconds: number;
  readonly stopSeconds: number;
  readonly production: boolean;
  /** File that lists the operations allowed; null for any. */
  readonly operations: string | null;
  /** File of the trusted issuers; null for none. */
  readonly issuers: string | null;
  /** Are tokens of the embedded issuer good? Ask `trustsEmbeddedIssuer`. */
  readonly embeddedIssuer: 'auto' | 'on' | 'off';
  /** Addresses and networks of our own proxies. */
  readonly proxies: readonly string[];
  /** Is their `Client-Cert` header believed? */
  readonly proxyClientCert: boolean;
  /** Origins under which clients know the service; empty for the address listened on. */
  readonly publicOrigins: readonly string[];
  /** Per person; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Undefined for none. */
  readonly metricsPort: number | undefined;
  readonly traces: string | undefined;
  readonly lagSeconds: number;
}

export const isThisMachine = (host: string): boolean => /^(127(\.\d{1,3}){3}|::1|localhost)$/u.test(host);

/**
 * Whoever reads the data folder signs as anybody: that is for a first look, and never by accident for a network.
 * Throws `CONFIG_INVALID` where nobody said whom to trust.
 */
export const trustsEmbeddedIssuer = ({ embeddedIssuer, issuers, production, host }: Config): boolean => {
  if (embeddedIssuer !== 'auto') return embeddedIssuer === 'on';
  if (issuers !== null) return false;
  if (production) throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_ISSUERS: production needs an issuer of identities');
  if (isThisMachine(host)) return true;
  const why = `the embedded issuer is for this machine only, and ${host} is reachable from others`;
  throw new LiuhenError('CONFIG_INVALID', `LIUHEN_EMBEDDED_ISSUER: ${why}; name LIUHEN_ISSUERS, or allow it by "on"`);
};

/** A busy officer's page asks some dozen questions a minute; a script that asks more is told so. */
const IN_PRODUCTION = 600;

const rateOf = ({ LIUHEN_REQUESTS_PER_MINUTE: wanted, LIUHEN_MODE: mode }: Read): number => {
  if (wanted !== 'auto') return wanted;

  return mode === 'production' ? IN_PRODUCTION : 0;
};

const orNull = (text: string): string | null => (text === '' ? null : text);

type Read = z.output<typeof VARIABLES>;

const tlsOf = ({ LIUHEN_TLS_CERT: cert, LIUHEN_TLS_KEY: key, LIUHEN_TLS_CLIENT_CA: clientCa, ...read }: Read): TlsConfig | null => {
  if ((cert === '') !== (key === '')) throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_TLS_CERT, LIUHEN_TLS_KEY: both or neither');
  const clientsOptional = read.LIUHEN_TLS_CLIENT_CERT === 'optional';
  if (cert !== '') return { cert, key, clientCa: orNull(clientCa), clientsOptional };
  if (clientsOptional) throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_TLS_CLIENT_CERT: needs LIUHEN_TLS_CERT');
  if (clientCa !== '') throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_TLS_CLIENT_CA: needs LIUHEN_TLS_CERT');
  if (read.LIUHEN_HJ212_TLS === 'on') throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_HJ212_TLS: needs LIUHEN_TLS_CERT');

  return null;
};

const listed = (text: string): readonly string[] => text.split(',').flatMap((each) => each.trim() || []);

const originsOf = ({ LIUHEN_PUBLIC_ORIGIN: text }: Read): readonly string[] =>
  listed(text).map((each) => {
    const url = URL.parse(each);
    if (url === null || !['https:', 'http:'].includes(url.protocol) || each.replace(/\/$/u, '').toLowerCase() !== url.origin)
      throw new LiuhenError(
        'CONFIG_INVALID',
        `LIUHEN_PUBLIC_ORIGIN: ${each}: scheme, host and port alone, as https://liuhen.example.gov.cn`,
      );

    return url.origin;
  });

const believesProxies = ({ LIUHEN_PROXY_CLIENT_CERT: said, LIUHEN_PROXIES: proxies }: Read): boolean => {
  if (said === 'on' && listed(proxies).length === 0)
    throw new LiuhenError('CONFIG_INVALID', 'LIUHEN_PROXY_CLIENT_CERT: needs LIUHEN_PROXIES, or anybody could show any certificate');

  return said === 'on';
};

const unlessOff = <T>(value: T): Exclude<T, 'off'> | undefined => (value === 'off' ? undefined : (value as Exclude<T, 'off'>));

/** Reads the environment; throws `CONFIG_INVALID` with the name of the first wrong variable, or of one that does not exist. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const unknown = Object.keys(env).find((name) => name.startsWith('LIUHEN_') && !Object.hasOwn(VARIABLES.shape, name));
  if (unknown !== undefined) throw new LiuhenError('CONFIG_INVALID', `${unknown}: no such variable`);
  const parsed = VARIABLES.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LiuhenError('CONFIG_INVALID', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const read = parsed.data;

  return {
    data: read.LIUHEN_DATA,
    keys: orNull(read.LIUHEN_KEYS),
    events: read.LIUHEN_EVENTS,
    deployment: read.LIUHEN_DEPLOYMENT,
    readModels: read.LIUHEN_READ_MODELS,
    roles: read.LIUHEN_ROLES,
    partitions: read.LIUHEN_PARTITIONS,
    host: read.LIUHEN_HOST,
    port: read.LIUHEN_PORT,
    hj212Port: read.LIUHEN_HJ212_PORT,
    tls: tlsOf(read),
    hj212Tls: read.LIUHEN_HJ212_TLS === 'on',
    logLevel: read.LIUHEN_LOG_LEVEL,
    bodyLimit: Math.floor(read.LIUHEN_BODY_LIMIT_MB * 1_048_576),
    connections: read.LIUHEN_CONNECTIONS,
    keyDevice: read.LIUHEN_KEY_DEVICE || null,
    evidence: {
      limit: Math.floor(read.LIUHEN_EVIDENCE_LIMIT_MB * 1_048_576),
      scanner: unlessOff(read.LIUHEN_SCANNER) ?? null,
    },
    ledger: {
      suite: read.LIUHEN_LEDGER_SUITE,
      origin: orNull(read.LIUHEN_LEDGER_ORIGIN),
      every: { events: read.LIUHEN_CHECKPOINT_EVENTS, milliseconds: read.LIUHEN_CHECKPOINT_SECONDS * 1_000 },
      witnessPolicy: orNull(read.LIUHEN_WITNESS_POLICY),
      fsckHours: read.LIUHEN_FSCK_HOURS,
    },
    answerMilliseconds: read.LIUHEN_ANSWER_SECONDS * 1_000,
    stopSeconds: read.LIUHEN_STOP_SECONDS,
    production: read.LIUHEN_MODE === 'production',
    operations: orNull(read.LIUHEN_OPERATIONS),
    issuers: orNull(read.LIUHEN_ISSUERS),
    embeddedIssuer: read.LIUHEN_EMBEDDED_ISSUER,
    proxies: listed(read.LIUHEN_PROXIES),
    proxyClientCert: believesProxies(read),
    publicOrigins: originsOf(read),
    requestsPerMinute: rateOf(read),
    metricsPort: unlessOff(read.LIUHEN_METRICS_PORT),
    traces: unlessOff(read.LIUHEN_TRACES),
    lagSeconds: read.LIUHEN_LAG_SECONDS,
  };
};
