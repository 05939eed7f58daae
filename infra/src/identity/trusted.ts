import { readFileSync } from 'node:fs';
import { AUTOMATA, FUNCTIONS, isJurisdiction, LiuhenError, type OfficialFunction } from '@liuhen/workflows';
import { z } from 'zod';

/** Signatures that one key holder alone can make; never `none`, never a shared secret. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS256', 'RS384', 'PS256', 'PS384'] as const;

/** What the tokens of an issuer have to be bound to; one that is bound is held to it whatever stands here. */
export const BINDINGS = ['none', 'certificate', 'proof', 'either'] as const;

/** Nobody comes from outside in the name of a program of ours. */
const functions = Object.keys(FUNCTIONS).filter((name) => !AUTOMATA.includes(name as OfficialFunction)) as [
  OfficialFunction,
  ...OfficialFunction[],
];

const isLocal = ({ hostname }: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);

const jwks = z.url({ protocol: /^https?$/ }).refine((text) => {
  const url = new URL(text);

  return url.protocol === 'https:' || isLocal(url);
}, 'https, or http on this machine');

/** One body that vouches for people: the environment side, the police, the procuratorate, discipline inspection, the public's own. */
const trusted = z.strictObject({
  /** `iss` of its tokens, to the letter. */
  issuer: z.string().min(1),
  /** Where its public keys are. */
  jwks,
  audience: z.string().min(1).default('liuhen'),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1),
  /** Functions that it may vouch for: the issuer of the police makes nobody an enforcement officer. */
  functions: z.array(z.enum(functions)).min(1),
  /** Area that its people may answer for. */
  jurisdiction: z.string().refine(isJurisdiction, '6 digits, GB/T 2260').default('000000'),
  /** `none` takes tokens that whoever has them may use; `certificate` is RFC 8705, `proof` is DPoP, RFC 9449. */
  binding: z.enum(BINDINGS).default('none'),
  /** Put before each `sub`, so that two issuers that number their people alike do not merge two persons into one. */
  personPrefix: z.string().max(40).default(''),
});

export type TrustedIssuer = z.output<typeof trusted>;

const issuers = z
  .array(trusted)
  .min(1)
  .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'an issuer is named twice');

const readText = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new LiuhenError('CONFIG_INVALID', `LIUHEN_ISSUERS: ${file} is not there or not JSON`, { cause });
  }
};

/** The issuers that a file names; throws `CONFIG_INVALID` with the place of the first fault. */
export const readIssuers = (file: string): readonly TrustedIssuer[] => {
  const parsed = issuers.safeParse(readText(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new LiuhenError('CONFIG_INVALID', `LIUHEN_ISSUERS: ${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
};
