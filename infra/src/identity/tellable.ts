import { LiuhenError } from '@liuhen/workflows';
import { isThisMachine, type Config } from '../config/config';
import type { TrustedIssuer } from './trusted';

/**
 * Throws `CONFIG_INVALID` where an issuer binds its tokens to something that clients have no way to show: nobody of it could
 * get in, and the reason would look like theirs.
 */
export const holdersCanBeTold = (
  { tls, proxyClientCert, publicOrigins, host }: Pick<Config, 'tls' | 'proxyClientCert' | 'publicOrigins' | 'host'>,
  issuers: readonly TrustedIssuer[],
): void => {
  const asksForCertificates = proxyClientCert || (tls !== null && (tls.clientsOptional || tls.clientCa !== null));
  const hasAddress = publicOrigins.length > 0 || isThisMachine(host);
  for (const { issuer, binding } of issuers) {
    if (binding === 'certificate' && !asksForCertificates) {
      const how = 'set LIUHEN_TLS_CLIENT_CERT or LIUHEN_TLS_CLIENT_CA, or LIUHEN_PROXY_CLIENT_CERT';
      throw new LiuhenError('CONFIG_INVALID', `LIUHEN_ISSUERS: ${issuer} binds to certificates, and nobody is asked for one: ${how}`);
    }
    if ((binding === 'proof' || binding === 'either') && !hasAddress)
      throw new LiuhenError(
        'CONFIG_INVALID',
        `LIUHEN_PUBLIC_ORIGIN: proofs of ${issuer} name the address that clients know; ${host} is none`,
      );
  }
};
