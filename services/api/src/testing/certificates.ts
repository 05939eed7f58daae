import { hash, X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const folder = mkdtempSync(join(tmpdir(), 'liuhen-tls-'));
export const at = (name: string): string => join(folder, name);

export interface Pair {
  readonly cert: string;
  readonly key: string;
}

export const authorityOf = async (name: string): Promise<Pair> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });

  return { cert, key };
};

export const issued = async (name: string, ca: Pair): Promise<Pair> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });

  return { cert, key };
};

/** Writes both files; the variables that name them. */
export const put = (name: string, { cert, key }: Pair): Record<string, string> => {
  writeFileSync(at(`${name}.pem`), cert);
  writeFileSync(at(`${name}.key`), key);

  return { LIUHEN_TLS_CERT: at(`${name}.pem`), LIUHEN_TLS_KEY: at(`${name}.key`) };
};

/** SHA-256 of a certificate as tokens name it: `cnf.x5t#S256`. */
export const thumbprintOf = ({ cert }: Pick<Pair, 'cert'>): string => hash('sha256', new X509Certificate(cert).raw, 'base64url');

/** `Client-Cert` as a proxy hands it on, RFC 9440. */
export const handedOn = ({ cert }: Pick<Pair, 'cert'>): string => `:${new X509Certificate(cert).raw.toString('base64')}:`;
