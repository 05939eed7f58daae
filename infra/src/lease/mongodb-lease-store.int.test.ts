import { dropDatabases, newDatabase, withMongo } from '../mongodb/testing/server';
import { openMongoLeaseStore } from './mongodb-lease-store';
import { leaseContract } from './testing/lease-contract';

afterAll(dropDatabases);

(withMongo ? describe : describe.skip)('on a server', () => {
  leaseContract('MongoDB', {
    open: async () => {
      const url = newDatabase();

      return [await openMongoLeaseStore({ url }), await openMongoLeaseStore({ url })];
    },
    patience: 1_000,
  });
});
