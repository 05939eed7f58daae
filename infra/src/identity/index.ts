export { AUDIENCE, EMBEDDED_ISSUER, identityOf, type Binding, type Claims, type Identity } from './claims';
export { holderCheck, type HolderCheck, type Shown } from './holder';
export { holdersCanBeTold } from './tellable';
export { openEmbeddedIssuer, type EmbeddedIssuer, type TokenLife } from './issuer';
export { PROOF_ALGORITHMS } from './proof';
export { tokenVerifier, type TokenVerifier, type VerifierOptions } from './verifier';
export { ALGORITHMS, readIssuers, type TrustedIssuer } from './trusted';
