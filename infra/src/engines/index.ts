export { meetClock, meetEngines, openDeviceStores, openLeaseStore, openReadStore, processName, type DeviceStores } from './engines';
