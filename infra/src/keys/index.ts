export { keysOf, settleKeys, type KeyPlace } from './folder';
