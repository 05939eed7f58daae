import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Replay } from './testing/replay';

/** The same cases with the engines mixed: the log embedded, the read models on a server. */
Replay.engine = () =>
  Promise.resolve({ events: 'embedded', readModels: withMongo ? newDatabase() : 'embedded', stop: () => dropDatabases() });

import './published-cases.int.test';
