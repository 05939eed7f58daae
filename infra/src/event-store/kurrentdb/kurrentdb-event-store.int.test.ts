import { eventStoreContract } from '../testing/event-store-contract';
import { openAt, startDouble, stopDoubles } from './testing/opened';

afterAll(stopDoubles);

eventStoreContract('KurrentDB on the protocol double', { open: async () => openAt((await startDouble()).url, { deadline: 5_000 }) });

/** What an operator may ask for in the address, all of it: it changes nothing of what is promised. */
const SETTINGS = [
  'nodePreference=leader&connectionName=jining&discoveryInterval=50&gossipTimeout=2000&maxDiscoverAttempts=5',
  'throwOnAppendFailure=true&keepAliveInterval=20000&keepAliveTimeout=5000&defaultDeadline=3000',
].join('&');
eventStoreContract('KurrentDB on a cluster of the double, with settings in the address', {
  open: async () => openAt(`${(await startDouble({}, 3)).url}&${SETTINGS}`, { deadline: 5_000 }),
});

const url = process.env['KURRENTDB_URL'];
if (url !== undefined) eventStoreContract(`KurrentDB on a server`, { open: () => openAt(url, { deadline: 10_000, patience: 30_000 }) });
