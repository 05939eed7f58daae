export * from './day';
export * from './working-days';
