export { openLeaseStore, openReadStore, processName } from './engines';
