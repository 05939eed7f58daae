import { eventStoreContract } from '../testing/event-store-contract';
import { openAt, startDouble, stopDoubles } from './testing/opened';

afterAll(stopDoubles);

eventStoreContract('KurrentDB on the protocol double', { open: async () => openAt((await startDouble()).url, { deadline: 5_000 }) });

const url = process.env['KURRENTDB_URL'];
if (url !== undefined) eventStoreContract(`KurrentDB on a server`, { open: () => openAt(url, { deadline: 10_000, patience: 30_000 }) });
