export { serveHealth, type HealthDoor } from './health';
export { runProgram, type Running } from './run';
export { serveMetrics, type MetricsDoor } from './metrics';
export { told } from './told';
