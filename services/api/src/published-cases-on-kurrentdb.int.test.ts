import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Replay } from './testing/replay';

/** The same cases, act by act, on the engines of production: what the law says does not depend on where it is kept. */
Replay.engine = async () => {
  const double = await KurrentDouble.start();

  return {
    events: double.url,
    readModels: withMongo ? newDatabase() : 'embedded',
    stop: async () => {
      double.stop();
      await dropDatabases();
    },
  };
};

import './published-cases.int.test';
