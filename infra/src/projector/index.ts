export { Projector, type ProjectionStatus, type ProjectorLog, type ProjectorOptions } from './projector';
export { outdated, rebuildProjections, type RebuildOptions, type RebuildSource } from './rebuild';
