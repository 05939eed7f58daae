import { LiuhenError } from '@liuhen/workflows';

/** Codes of gRPC. */
const PERMISSION_DENIED = 7;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

/** The library's errors are told apart by their `type`; where the call never left, it is a plain gRPC error with a `code`. */
const typeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  if ('type' in error && typeof error.type === 'string') return error.type;
  const code = 'code' in error ? error.code : undefined;
  if (code === UNAVAILABLE) return 'unavailable';

  return code === UNAUTHENTICATED || code === PERMISSION_DENIED ? 'access-denied' : '';
};

/** What the answer of the server means. `later`: try again; the outcome of an append is then not known. */
export type Meaning = 'wrongRevision' | 'notFound' | 'deleted' | 'denied' | 'tooLarge' | 'later';

export const meaningOf = (error: unknown): Meaning => {
  switch (typeOf(error)) {
    case 'wrong-expected-version':
      return 'wrongRevision';
    case 'stream-not-found':
      return 'notFound';
    case 'stream-deleted':
    case 'stream-tombstoned':
      return 'deleted';
    case 'access-denied':
      return 'denied';
    case 'maximum-append-size-exceeded':
      return 'tooLarge';
    default:
      return 'later';
  }
};

/** Revision of the last event that the server says there is; -1 for none. */
export const currentOf = (error: unknown): number => {
  const actual = typeof error === 'object' && error !== null && 'actualState' in error ? error.actualState : undefined;

  return typeof actual === 'bigint' ? Number(actual) : -1;
};

/** In the words of the one error table; for what is not tried again. */
export const storeFault = (error: unknown, what: string): LiuhenError => {
  if (error instanceof LiuhenError) return error;
  switch (meaningOf(error)) {
    case 'denied':
      return new LiuhenError('STORE_DENIED', what, { cause: error });
    case 'deleted':
      return new LiuhenError('STORE_TRUNCATED', `${what}: the stream was deleted`, { cause: error });
    case 'tooLarge':
      return new LiuhenError('BODY_TOO_LARGE', what, { cause: error });
    case 'wrongRevision':
    case 'notFound':
    case 'later':
      return new LiuhenError('STORE_UNREACHABLE', what, { cause: error });
  }
};
