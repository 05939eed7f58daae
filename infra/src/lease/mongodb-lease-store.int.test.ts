import { describeWithMongo, dropDatabases, newDatabase } from '../mongodb/testing/server';
import { openMongoLeaseStore } from './mongodb-lease-store';
import { leaseContract } from './testing/lease-contract';

afterAll(dropDatabases);

describeWithMongo('on a server', () => {
  leaseContract('MongoDB', {
    open: async () => {
      const url = newDatabase();

      return [await openMongoLeaseStore({ url }), await openMongoLeaseStore({ url })];
    },
    patience: 1_000,
  });
});
