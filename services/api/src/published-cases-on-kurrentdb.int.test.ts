import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { Replay } from './testing/replay';

/** The same cases, act by act, with the log on KurrentDB: what the law says does not depend on where it is kept. */
Replay.engine = async () => {
  const double = await KurrentDouble.start();

  return { events: double.url, stop: () => double.stop() };
};

import './published-cases.int.test';
