export { asking, inReach, maySee, rightsKey, seen, VIEWS, type View } from './authority';
export { buildSchema, printedSchema } from './build';
export type { GraphContext } from './context';
export { concerns, isTopic, notTold, TOPICS, type Listener, type Topic, type TopicName, type Wanted } from './subscriptions';
