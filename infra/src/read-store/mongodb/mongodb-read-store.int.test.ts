import { dropDatabases, newDatabase, withMongo } from '../../mongodb/testing/server';
import { readStoreContract } from '../testing/read-store-contract';
import { openMongoReadStore } from './mongodb-read-store';

afterAll(dropDatabases);

(withMongo ? describe : describe.skip)('on a server', () => {
  readStoreContract('MongoDB', { open: () => openMongoReadStore({ url: newDatabase() }), runs: 40 });
});
