export * from './day';
export * from './due-date';
export * from './partial-date';
export * from './time-limit';
export * from './working-days';
