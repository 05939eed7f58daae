export { LateLog, type LateLogOptions } from './late-log';
export { ReadLog, type ReadLogOptions, type SensitiveLook } from './read-log';
