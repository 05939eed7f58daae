export * from './codes';
export * from './decision';
export * from './errors';
export * from './event';
export * from './projection';
export * from './text';
