export { ReadLog, type ReadLogOptions, type SensitiveLook } from './read-log';
