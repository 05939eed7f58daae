export { actSpan } from './act-trace';
export { measureLag, type Lag } from './lag';
export { METRICS, seriesOf, type MetricKey } from './metrics';
export { Telemetry, type Gauges, type TelemetryOptions } from './telemetry';
export { WatchedDesk, type ActObserver } from './watched-desk';
export { LagProbe, type Measured } from './lag-probe';
export { LogWatch, type WatchedLog } from './log-watch';
