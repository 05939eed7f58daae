export {
  asking,
  boundOf,
  BOUNDS,
  inReach,
  maySee,
  rightsKey,
  scopeOf,
  VIEWS,
  viewersOf,
  type Bound,
  type Scope,
  type View,
} from './authority';
export { askingAs } from './capacity';
export { seenCaseOf } from './seen-case';
export { buildSchema, printedSchema } from './build';
export type { GraphContext } from './context';
export { concerns, isTopic, notTold, TOPICS, type Listener, type Topic, type TopicName, type Wanted } from './subscriptions';
