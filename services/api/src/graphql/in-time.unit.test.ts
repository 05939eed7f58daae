import { buildSchema, parse, type GraphQLFieldResolver } from 'graphql';
import { CompiledOperations } from './compiled';

const NEVER = new Promise<never>(() => undefined);

/** Long enough for nothing: who waits for it is not answered. */
const PATIENCE = 20;

type Resolve = GraphQLFieldResolver<unknown, unknown>;

const ask = (text: string, resolvers: Readonly<Record<string, Resolve>>, patience = PATIENCE) => {
  const schema = buildSchema('type Query { seen: String known: String } type Mutation { act: String }');
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {})) field.resolve = resolvers[field.name] ?? (() => null);

  return new CompiledOperations(schema, patience).run({ key: text, document: parse(text), name: undefined }, undefined, {}, {});
};

describe('a request whose engines do not answer', () => {
  it('is told that an act may be on record, so that it is repeated under its key', async () => {
    const { data, errors } = await ask('mutation { act }', { act: () => NEVER });

    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['refused'])).toEqual(['OUTCOME_UNKNOWN']);
  });

  it('is told that the store cannot be reached where it only asked', async () => {
    const { data, errors } = await ask('{ known seen }', { known: () => 'x', seen: () => NEVER });

    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions['refused'])).toEqual(['STORE_UNREACHABLE']);
  });

  it('has its answer where they do, and its own fault where there is one', async () => {
    const fault = () => Promise.reject(new Error('its own'));

    expect(await ask('{ known }', { known: () => Promise.resolve('x') }, 60_000)).toEqual({ data: { known: 'x' } });
    expect((await ask('{ known }', { known: fault }, 60_000)).errors?.[0]?.message).toBe('its own');
  });
});
