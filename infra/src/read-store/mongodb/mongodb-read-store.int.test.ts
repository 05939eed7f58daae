import { describeWithMongo, dropDatabases, newDatabase } from '../../mongodb/testing/server';
import { readStoreContract } from '../testing/read-store-contract';
import { openMongoReadStore } from './mongodb-read-store';

afterAll(dropDatabases);

describeWithMongo('on a server', () => {
  readStoreContract('MongoDB', { open: () => openMongoReadStore({ url: newDatabase() }), runs: 40 });
});
