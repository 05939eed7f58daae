export { AUDIENCE, EMBEDDED_ISSUER, identityOf, type Claims, type Identity } from './claims';
export { openEmbeddedIssuer, type EmbeddedIssuer, type TokenLife } from './issuer';
export { tokenVerifier, type TokenVerifier, type VerifierOptions } from './verifier';
export { ALGORITHMS, readIssuers, type TrustedIssuer } from './trusted';
