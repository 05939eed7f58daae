export { backUp, restore, type BackupManifest, type BackupOptions, type RestoreOptions } from './backup';
