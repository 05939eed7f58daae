export { uuidOf } from './ids';
export { PunctualDesk, type PunctualOptions } from './punctual-desk';
export { EventSourcedDesk, type DeskOptions } from './desk';
export type { KnownStanding } from './strangers';
