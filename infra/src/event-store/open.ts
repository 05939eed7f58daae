import { openKurrentEventStore } from './kurrentdb/kurrentdb-event-store';
import type { StoreLog } from './kurrentdb/options';
import type { EventStore } from './port';
import { openSqliteEventReader, openSqliteEventStore } from './sqlite-event-store';
import type { SqliteEventReader } from './sqlite-reader';

/** Says that the log is in the data folder. */
export const EMBEDDED = 'embedded';

/** What an address of a log looks like; `esdb` is the older name of the protocol. */
export const EVENTS_ADDRESS = /^(embedded|(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/.+)$/;

export interface EventsAt {
  /** `embedded`, or the address of a KurrentDB or EventStoreDB server. */
  readonly events: string;
  /** Name of the deployment that a server's database belongs to. */
  readonly deployment: string;
  /** Data folder: the log itself when embedded, else the index of its ids. */
  readonly folder: string;
  readonly log: StoreLog;
}

/** Opens the log where the configuration says it is. */
export const openEventStore = ({ events, deployment, folder, log }: EventsAt): Promise<EventStore> =>
  events === EMBEDDED ? openSqliteEventStore({ folder }) : openKurrentEventStore({ url: events, deployment, folder, log });

export type EventSource = Pick<SqliteEventReader, 'readAll' | 'readStream' | 'head' | 'follow' | 'health' | 'close'>;

/** The same for reading only, beside a process that writes. The index of ids is the writer's, so this one keeps none. */
export const openEventSource = ({ events, deployment, folder, log }: EventsAt): Promise<EventSource> =>
  events === EMBEDDED ? Promise.resolve(openSqliteEventReader({ folder })) : openKurrentEventStore({ url: events, deployment, log });
