import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { Replay } from './testing/replay';

/** The same cases with the engines mixed: the log on a server, the read models embedded. */
Replay.engine = async () => {
  const double = await KurrentDouble.start();

  return { events: double.url, readModels: 'embedded', stop: () => double.stop() };
};

import './published-cases.int.test';
