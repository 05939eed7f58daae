export * from './desk';
export * from './event-store';
export * from './projector';
export * from './read-store';
