import { randomUUID } from 'node:crypto';
import { LiuhenError } from '@liuhen/workflows';
import type { Connection } from './connection';
import { DEPLOYMENT_STREAM, EVENTS } from './streams';

const TYPE = 'DeploymentNamed';

const owner = async (connection: Connection): Promise<string | undefined> => {
  const [first] = (await connection.read('deployment', (client, as) => client.readStream(DEPLOYMENT_STREAM, { maxCount: 1, ...as }))) ?? [];
  if (first === undefined) return undefined;
  const data = first.event?.data;
  const named = typeof data === 'object' && 'deployment' in data ? data['deployment'] : undefined;
  if (typeof named === 'string') return named;
  throw new LiuhenError('STORE_OF_OTHERS', `${DEPLOYMENT_STREAM} was not written by this system`);
};

const isEmpty = async (connection: Connection): Promise<boolean> => {
  const events = await connection.read('log', (client, as) => client.readAll({ filter: EVENTS, maxCount: 1, ...as }));

  return events?.length === 0;
};

/**
 * Claims an empty database for a deployment, or makes sure that it is claimed for it. Throws `STORE_OF_OTHERS`, having
 * written nothing, for a database of another deployment and for one with events of somebody else.
 */
export const claimDatabase = async (connection: Connection, deployment: string): Promise<void> => {
  if ((await owner(connection)) === undefined) {
    if (!(await isEmpty(connection))) return ownedBy(await owner(connection), deployment);
    const claim = {
      id: randomUUID(),
      type: TYPE,
      contentType: 'application/json' as const,
      data: { deployment },
      metadata: undefined,
    };
    await connection.append(DEPLOYMENT_STREAM, [claim], -1);
  }
  // Two processes may have claimed it at once; whatever the answers were, the stream tells whose it is.
  ownedBy(await owner(connection), deployment);
};

const ownedBy = (named: string | undefined, deployment: string): void => {
  if (named === undefined) throw new LiuhenError('STORE_OF_OTHERS', 'the database holds events of another system');
  if (named !== deployment) throw new LiuhenError('STORE_OF_OTHERS', `deployment ${named}, asked for ${deployment}`);
};
