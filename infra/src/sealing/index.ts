export { openKeyVault, type KeyVault } from './key-vault';
export { isSealed, type Sealed } from './sealed';
