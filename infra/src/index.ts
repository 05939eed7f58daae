export * from './event-store';
export * from './desk';
