import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { answeredInTime } from './in-time';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

export type Variables = Readonly<Record<string, unknown>>;

/** An operation made into one function. */
export interface Compiled {
  run(root: unknown, context: object, variables: Variables): Promise<ExecutionResult>;
}

/** What the compiler throws looks like an error of GraphQL without being one: it has no extensions. */
const proper = (error: GraphQLError): GraphQLError => {
  const { message, path, originalError } = error;
  if ((error.extensions as unknown) !== undefined) return error;

  return new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
};

const tidied = (result: ExecutionResult): ExecutionResult =>
  result.errors === undefined ? result : { ...result, errors: result.errors.map(proper) };

/** Compiled operations kept at once; a frontend has some dozens, and an attacker gets no more. */
const KEPT = 500;

type Outcome = { readonly kind: 'compiled'; readonly compiled: Compiled } | { readonly kind: 'failed'; readonly result: ExecutionResult };

const failed = (errors: readonly GraphQLError[]): Outcome => ({ kind: 'failed', result: { errors: errors.map(proper) } });

const compile = (schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): Outcome => {
  const compiled = compileQuery(schema, document, operationName ?? '');
  if (!isCompiledQuery(compiled)) return failed(compiled.errors ?? [new GraphQLError('the operation cannot be compiled')]);

  return {
    kind: 'compiled',
    compiled: { run: async (root, context, variables) => tidied(await compiled.query(root, context, { ...variables })) },
  };
};

/** Compiles each operation once; the least recently used go first. Documents must have been validated. */
export class CompiledOperations {
  readonly #kept = new Map<string, Outcome>();
  constructor(
    private readonly schema: GraphQLSchema,
    /** Longest wait for an answer, milliseconds. */
    private readonly patience: number,
  ) {}

  get(key: string, document: DocumentNode, operationName?: string): Outcome {
    const name = `${operationName ?? ''}\n${key}`;
    const outcome = this.#kept.get(name) ?? compile(this.schema, document, operationName);
    this.#kept.delete(name);
    this.#kept.set(name, outcome);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > KEPT && oldest.done !== true) this.#kept.delete(oldest.value);

    return outcome;
  }

  async run(
    operation: { key: string; document: DocumentNode; name: string | undefined },
    root: unknown,
    context: object,
    variables: Variables,
  ): Promise<ExecutionResult> {
    const outcome = this.get(operation.key, operation.document, operation.name);

    return outcome.kind === 'failed'
      ? outcome.result
      : answeredInTime(this.patience, operation, outcome.compiled.run(root, context, variables));
  }
}
