export * from './desk';
export * from './event-store';
export * from './identity';
export * from './ledger';
export * from './projector';
export * from './read-store';
export * from './quarantine';
export * from './series';
