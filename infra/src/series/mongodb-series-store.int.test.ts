import { connectMongo } from '../mongodb';
import { dropDatabases, newDatabase, withMongo } from '../mongodb/testing/server';
import { openMongoSeriesStore } from './mongodb-series-store';
import { seriesContract } from './testing/series-contract';

afterAll(dropDatabases);

(withMongo ? describe : describe.skip)('on a server', () => {
  seriesContract('MongoDB', {
    open: async () => {
      const url = newDatabase();

      return [await openMongoSeriesStore(await connectMongo({ url })), await openMongoSeriesStore(await connectMongo({ url }))];
    },
  });
});
