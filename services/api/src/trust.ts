import {
  holderCheck,
  holdersCanBeTold,
  readIssuers,
  tokenVerifier,
  trustsEmbeddedIssuer,
  type Config,
  type EmbeddedIssuer,
  type Tls,
  type TrustedIssuer,
} from '@liuhen/infra';
import type { Logger } from 'pino';
import type { IsProxy } from './http/address';
import { certificateOf } from './http/certificate';
import { doorkeeper, type Doorkeeper } from './http/doorkeeper';

/** Whom this service trusts to say who people are; throws `CONFIG_INVALID`. */
export const issuersOf = (config: Config): readonly TrustedIssuer[] => {
  const issuers = config.issuers === null ? [] : readIssuers(config.issuers);
  holdersCanBeTold(config, issuers);

  return issuers;
};

/** Is the embedded issuer trusted? Says so in the log where it is; throws `CONFIG_INVALID` where that would be an accident. */
export const warnedOfTrial = (config: Config, log: Logger): boolean => {
  const isTrial = trustsEmbeddedIssuer(config);
  if (isTrial) log.warn('the embedded issuer is for a first look: whoever reads the data folder signs as anybody');

  return isTrial;
};

export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

interface Trusting {
  readonly config: Config;
  readonly tls: Tls | undefined;
  readonly issuer: EmbeddedIssuer;
  readonly issuers: readonly TrustedIssuer[];
  readonly isProxy: IsProxy;
}

/** The address listened on is known to clients where nobody said otherwise; `port` is that of the moment. */
const originsOf = ({ config, tls }: Trusting, port: () => number): (() => readonly string[]) => {
  const { publicOrigins, host } = config;

  return () => (publicOrigins.length > 0 ? publicOrigins : [`http${tls === undefined ? '' : 's'}://${inUrl(host)}:${port()}`]);
};

export const doorkeeperOf = (trusting: Trusting, port: () => number): Doorkeeper => {
  const { config, issuer, issuers, isProxy } = trusting;

  return doorkeeper({
    verifier: tokenVerifier({
      ...(trustsEmbeddedIssuer(config) ? { embedded: { keys: [issuer.publicKey] } } : {}),
      issuers,
      now: Date.now,
    }),
    holders: holderCheck({ now: Date.now }),
    certificateOf: certificateOf(isProxy, config.proxyClientCert),
    origins: originsOf(trusting, port),
  });
};
