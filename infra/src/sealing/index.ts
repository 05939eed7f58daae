export { openKeyVault, type KeyVault } from './key-vault';
