export { asking, boundsOf, BOUNDS, inReach, maySee, rightsKey, scopesOf, VIEWS, viewersOf, type Bound, type View } from './authority';
export { askingAs, type Asker } from './capacity';
export { evenly } from './evenly';
export { seenCaseOf } from './seen-case';
export { buildSchema, printedSchema } from './build';
export type { GraphContext } from './context';
export { concerns, isTopic, notTold, TOPICS, type Listener, type Topic, type TopicName, type Wanted } from './subscriptions';
