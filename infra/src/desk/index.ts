export { uuidOf } from './ids';
export { EventSourcedDesk, type DeskOptions } from './desk';
export type { KnownStanding } from './strangers';
