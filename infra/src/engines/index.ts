export { meetClock, meetEngines, openLeaseStore, openReadStore, processName } from './engines';
