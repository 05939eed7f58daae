import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { sayReady } from '../harness/child';
import { memorySchema } from './memory-schema';

/** Apollo and type-graphql as their guides set them up. */
const run = async (folder: string): Promise<void> => {
  const server = new ApolloServer({ schema: await memorySchema(folder), stopOnTerminationSignals: false });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  process.once('SIGTERM', () => process.exit(0));
  sayReady({ url });
};

void run(process.argv[2] ?? '');
