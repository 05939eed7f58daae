export { deviceBehind, type KeyDevice } from './device';
export { keysOf, settleKeys, type KeyPlace } from './folder';
