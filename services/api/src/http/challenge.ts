import { PROOF_ALGORITHMS } from '@liuhen/infra';
import type { ErrorCode } from '@liuhen/workflows';

const ALGORITHMS = `algs="${PROOF_ALGORITHMS.join(' ')}"`;

const bearer = (code: ErrorCode): string => `Bearer error="invalid_token", error_description="${code}"`;

const dpop = (code: ErrorCode, error: string): string => `DPoP error="${error}", error_description="${code}", ${ALGORITHMS}`;

const either = (code: ErrorCode): string => `${bearer(code)}, ${dpop(code, 'invalid_token')}`;

/** `WWW-Authenticate` for what a better token or proof would have avoided: RFC 6750, 8705 and 9449. */
export const CHALLENGES: Partial<Readonly<Record<ErrorCode, string>>> = {
  UNAUTHENTICATED: `Bearer, DPoP ${ALGORITHMS}`,
  TOKEN_EXPIRED: either('TOKEN_EXPIRED'),
  TOKEN_INVALID: either('TOKEN_INVALID'),
  TOKEN_UNBOUND: either('TOKEN_UNBOUND'),
  CERTIFICATE_MISSING: bearer('CERTIFICATE_MISSING'),
  CERTIFICATE_DIFFERS: bearer('CERTIFICATE_DIFFERS'),
  PROOF_MISSING: dpop('PROOF_MISSING', 'invalid_token'),
  PROOF_INVALID: dpop('PROOF_INVALID', 'invalid_dpop_proof'),
  PROOF_STALE: dpop('PROOF_STALE', 'invalid_dpop_proof'),
  PROOF_REPLAYED: dpop('PROOF_REPLAYED', 'invalid_dpop_proof'),
  PROOF_NONCE: dpop('PROOF_NONCE', 'use_dpop_nonce'),
};
