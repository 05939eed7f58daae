import { connectMongo } from '../mongodb';
import { dropDatabases, newDatabase, withMongo } from '../mongodb/testing/server';
import { openMongoQuarantine } from './mongodb-quarantine';
import { quarantineContract } from './testing/quarantine-contract';

afterAll(dropDatabases);

(withMongo ? describe : describe.skip)('on a server', () => {
  quarantineContract('MongoDB', {
    open: async (kept) => {
      const url = newDatabase();

      return [openMongoQuarantine(await connectMongo({ url }), kept), openMongoQuarantine(await connectMongo({ url }), kept)];
    },
  });
});
