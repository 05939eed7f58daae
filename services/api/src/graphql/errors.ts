import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { ERROR_CODES, hasCode, type ErrorCode } from '@liuhen/workflows';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { withoutHints } from './limits';

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

const dressed = (code: ErrorCode, detail: string, more: Pick<GraphQLFormattedError, 'path' | 'locations'> = {}): GraphQLFormattedError => ({
  message: `${ERROR_CODES[code].zh} / ${ERROR_CODES[code].en}`,
  ...(more.locations === undefined ? {} : { locations: more.locations }),
  ...(more.path === undefined ? {} : { path: more.path }),
  extensions: { code, ...ERROR_CODES[code], detail },
});

const detailOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'detail' in error && typeof error.detail === 'string' ? error.detail : '';

const codeOf = (error: unknown): ErrorCode | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && isCode(error.code) && hasCode(error, error.code)
    ? error.code
    : undefined;

/** Every error that leaves has a code of the one table; what is not foreseen is logged under an id and says no more than that. */
export const errorFormatter =
  (log: Logger, { hints = true }: { readonly hints?: boolean } = {}) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const code = codeOf(cause);
    if (code !== undefined) return dressed(code, detailOf(cause), formatted);
    const { code: given, refused, detail } = formatted.extensions ?? {};
    if (isCode(refused)) return dressed(refused, String(detail), formatted);
    if (isCode(given) && given !== 'INTERNAL')
      return dressed(given, hints ? formatted.message : withoutHints(formatted.message), formatted);
    // Raised by the executor itself, before any resolver: a variable that does not fit.
    if (cause instanceof GraphQLError && cause.originalError === undefined) return dressed('BAD_USER_INPUT', formatted.message, formatted);
    const id = randomUUID();
    log.error({ err: cause, id }, 'unforeseen fault');

    return dressed('INTERNAL', id, formatted);
  };

/** An error outside GraphQL, in the same shape. */
export const errorBody = (code: ErrorCode, detail = ''): string => JSON.stringify({ errors: [dressed(code, detail)] });

/** The code of a fault, `INTERNAL` for one that is not ours. */
export const codeOrInternal = (error: unknown): ErrorCode => codeOf(error) ?? 'INTERNAL';
