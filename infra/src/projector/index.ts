export { ASTRAY, distrustAstray } from './astray';
export { Freshness } from './freshness';
export { ReadModelKeeper, type KeeperOptions } from './keeper';
export { Progress } from './progress';
export { Projector, type ProjectionStatus, type ProjectorLog, type ProjectorOptions } from './projector';
export { outdated, rebuildProjections, type RebuildOptions, type RebuildSource } from './rebuild';
