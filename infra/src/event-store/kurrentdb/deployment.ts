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

/** True for a database that is claimed for the deployment, false for an empty one. */
const isClaimed = async (connection: Connection, deployment: string): Promise<boolean> => {
  const named = await owner(connection);
  if (named === undefined && (await isEmpty(connection))) return false;
  // Another process may have claimed it between the two looks.
  ownedBy(named ?? (await owner(connection)), deployment);

  return true;
};

/** Whose database it is. The first event makes an empty one ours: who is refused at the start has written nothing anywhere. */
export class Claim {
  #made: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly deployment: string,
  ) {}

  /** Throws `STORE_OF_OTHERS` for a database of another deployment and for one with events of somebody else. */
  async check(): Promise<void> {
    if (await isClaimed(this.connection, this.deployment)) this.#made = Promise.resolve();
  }

  /** Claims an empty database, or makes sure that it is claimed for us; throws as `check`. */
  make(): Promise<void> {
    this.#made ??= this.#make().catch((error: unknown) => {
      this.#made = undefined;
      throw error;
    });

    return this.#made;
  }

  async #make(): Promise<void> {
    if (await isClaimed(this.connection, this.deployment)) return;
    const claim = {
      id: randomUUID(),
      type: TYPE,
      contentType: 'application/json' as const,
      data: { deployment: this.deployment },
      metadata: undefined,
    };
    await this.connection.append(DEPLOYMENT_STREAM, [claim], -1);
    // Two processes may have claimed it at once; whatever the answers were, the stream tells whose it is.
    ownedBy(await owner(this.connection), this.deployment);
  }
}

const ownedBy = (named: string | undefined, deployment: string): void => {
  if (named === undefined) throw new LiuhenError('STORE_OF_OTHERS', 'the database holds events of another system');
  if (named !== deployment) throw new LiuhenError('STORE_OF_OTHERS', `deployment ${named}, asked for ${deployment}`);
};
