import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { BareLog } from '../harness/bare-log';
import { sayReady } from '../harness/child';
import { anEvent } from '../history/events';

const typeDefs = `
  type Query { ok: Boolean! }
  input Feedback { clueId: ID!, to: String!, content: String! }
  type Receipt { id: ID!, revision: Int! }
  type Mutation { record(caseId: ID!, input: Feedback!): Receipt! }
`;

interface RecordArgs {
  readonly caseId: string;
  readonly input: Readonly<Record<string, string>>;
}

/** The least that could be called recording: one durable insert, no rules, no history, no read models. */
const run = async (folder: string): Promise<void> => {
  const log = new BareLog(folder);
  const record = (_: unknown, { caseId, input }: RecordArgs) => {
    const event = anEvent({ type: 'FeedbackGiven', payload: input, correlationId: caseId });

    return { id: event.id, revision: log.insert(event) };
  };
  const server = new ApolloServer({
    typeDefs,
    resolvers: { Query: { ok: () => true }, Mutation: { record } },
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  process.once('SIGTERM', () => process.exit(0));
  sayReady({ url });
};

void run(process.argv[2] ?? '');
