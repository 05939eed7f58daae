import type { Projection } from '@liuhen/workflows';

/** Events by stream: a read model as small as one can be. */
export const counted: Projection = {
  name: 'counted',
  version: 1,
  eventTypes: ['ClueReceived'],
  indexes: [],
  keysOf: (event) => [event.stream],
  evolve: (before, event) => ({ events: Number(before?.['events'] ?? 0) + 1, last: event.revision }),
};
