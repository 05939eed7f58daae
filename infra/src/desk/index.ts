export { EventSourcedDesk, type DeskOptions } from './desk';
