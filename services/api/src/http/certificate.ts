import { hash } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { LiuhenError } from '@liuhen/workflows';
import { peerOf, type Asker, type IsProxy } from './address';

/** Base64url SHA-256 of the certificate that a client has shown, DER; undefined where it showed none. */
export type CertificateOf = (request: Asker) => string | undefined;

const digestOf = (der: Buffer): string => hash('sha256', der, 'base64url');

const ofConnection = ({ socket }: Asker): string | undefined => {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;

  return certificate === undefined ? undefined : digestOf(certificate.raw);
};

/** A byte sequence of RFC 8941; a header that came twice has a comma and is none. */
const BYTES = /^:([A-Za-z0-9+/]+={0,2}):$/u;

const ofHeader = ({ headers }: Asker): string | undefined => {
  const given = headers['client-cert'];
  if (given === undefined) return undefined;
  const der = BYTES.exec([given].flat().join(','))?.[1];
  if (der === undefined)
    throw new LiuhenError('CERTIFICATE_MISSING', 'Client-Cert is not as RFC 9440 has it: call the operator of the proxy');

  return digestOf(Buffer.from(der, 'base64'));
};

/**
 * The certificate of the connection; of a proxy of ours that is believed, the one that it says its client has shown (RFC 9440),
 * and never its own. From anybody else the header says nothing.
 */
export const certificateOf =
  (isProxy: IsProxy, isBelieved: boolean): CertificateOf =>
  (request) =>
    isBelieved && isProxy(peerOf(request)) ? ofHeader(request) : ofConnection(request);
