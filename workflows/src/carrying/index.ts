export { ENGINES, type Carrier } from './carriers';
export * from './report';
