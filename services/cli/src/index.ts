export { demo, type DemoOptions } from './demo/command';
export { rebuild } from './projections';
