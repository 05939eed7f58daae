import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LiuhenError } from '@liuhen/workflows';
import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { rulesFor } from './limits';

/** A GraphQL request as it comes over HTTP or a WebSocket; what is not named here passes through untouched. */
export interface AskedOperation {
  readonly query?: unknown;
  /** GraphQL over HTTP: `sha256:` and the digest of the document. */
  readonly documentId?: unknown;
  /** Apollo: `persistedQuery.sha256Hash`, the digest of the document. */
  readonly extensions?: unknown;
}

/** Which documents the service runs. */
export interface Operations {
  /** The document that is asked for; throws `OPERATION_NOT_LISTED`. */
  textOf(asked: AskedOperation): unknown;
}

/** Whatever is asked, as long as it keeps to the contract and its limits. */
export const anyOperation: Operations = { textOf: ({ query }) => query };

const digest = z.string().regex(/^[0-9a-f]{64}$/u, 'the SHA-256 of the document, hexadecimal');

/** Apollo's manifest, or digests and documents alone. */
const manifest = z.union([
  z
    .object({
      format: z.literal('apollo-persisted-query-manifest'),
      version: z.literal(1),
      operations: z.array(z.object({ id: digest, body: z.string() })),
    })
    .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  z.record(digest, z.string()).transform((documents) => Object.entries(documents)),
]);

const wrong = (file: string, why: string, cause?: unknown): LiuhenError =>
  new LiuhenError('CONFIG_INVALID', `LIUHEN_OPERATIONS: ${file}: ${why}`, { cause });

const manifestOf = (file: string): readonly (readonly [string, string])[] => {
  const read = ((): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (cause) {
      throw wrong(file, 'not there, or not JSON', cause);
    }
  })();
  const parsed = manifest.safeParse(read);
  if (!parsed.success) throw wrong(file, z.prettifyError(parsed.error));

  return parsed.data;
};

/** A document that the service would refuse is refused at the start, and not before an officer who needs it. */
const faultOf = (schema: GraphQLSchema, text: string): string | undefined => {
  try {
    return validate(schema, parse(text), [...specifiedRules, ...rulesFor({ production: false })])[0]?.message;
  } catch (error) {
    return String(error);
  }
};

const digestAsked = ({ query, documentId, extensions }: AskedOperation): string => {
  if (typeof documentId === 'string') return documentId.replace(/^sha256:/u, '');
  const persisted = (extensions as { readonly persistedQuery?: { readonly sha256Hash?: unknown } | null } | null | undefined)
    ?.persistedQuery;
  if (typeof persisted?.sha256Hash === 'string') return persisted.sha256Hash;

  return typeof query === 'string' ? hash('sha256', query) : '';
};

/** Only the documents of a manifest, by their digest or by their text; throws `CONFIG_INVALID` for a manifest that is not good. */
export const listedOperations = (schema: GraphQLSchema, file: string): Operations => {
  const listed = new Map(manifestOf(file));
  for (const [id, text] of listed) {
    if (hash('sha256', text) !== id) throw wrong(file, `${id} is not the SHA-256 of its document`);
    const fault = faultOf(schema, text);
    if (fault !== undefined) throw wrong(file, `${id}: ${fault}`);
  }

  return {
    textOf: (asked) => {
      const id = digestAsked(asked);
      const text = listed.get(id);
      if (text === undefined) throw new LiuhenError('OPERATION_NOT_LISTED', id.slice(0, 80));

      return text;
    },
  };
};

const isObject = (value: unknown): value is AskedOperation => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body with its document in place; a body of another shape is left to the server to refuse. */
export const withText = (operations: Operations, body: unknown): unknown => {
  if (!isObject(body)) return body;
  const { extensions: _extensions, documentId: _documentId, ...rest } = body;

  return { ...rest, query: operations.textOf(body) };
};

const jsonOf = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new LiuhenError('BAD_REQUEST', 'extensions is not JSON', { cause });
  }
};

/** The same for the search of a `GET`. */
export const searchWithText = (operations: Operations, search: URLSearchParams): string => {
  const asked = {
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    extensions: jsonOf(search.get('extensions')),
  };
  const text = operations.textOf(asked);
  const told = new URLSearchParams(search);
  for (const name of ['query', 'documentId', 'extensions']) told.delete(name);
  if (typeof text === 'string') told.set('query', text);

  return `?${told.toString()}`;
};
