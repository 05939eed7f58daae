import {
  MongoAPIError,
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoCompatibilityError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';
import { LiuhenError, type ErrorCode } from '@liuhen/workflows';

/** The server's own numbers. */
const BY_NUMBER: ReadonlyMap<unknown, ErrorCode> = new Map([
  [13, 'STORE_DENIED'],
  [18, 'STORE_DENIED'],
  [8000, 'STORE_DENIED'],
  [14031, 'STORAGE_FULL'],
]);

const DUPLICATE = 11_000;
const NAMESPACE_NOT_FOUND = 26;

export const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE;

/** Which of many inserts were there before; anything else that went wrong is thrown on. */
export const duplicatesIn = (error: unknown): readonly number[] => {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
  const failed = [error.writeErrors].flat();
  if (failed.some(({ code }) => code !== DUPLICATE)) throw error;

  return failed.map(({ index }) => index);
};

export const isNoNamespace = (error: unknown): boolean => error instanceof MongoServerError && error.code === NAMESPACE_NOT_FOUND;

/** A wrong password arrives wrapped, as the reason why no server could be chosen. */
const reasonOf = (error: unknown): unknown => {
  if (!(error instanceof MongoServerSelectionError)) return error;
  const failed = [...(error.reason?.servers.values() ?? [])].find((server) => server.error !== null);

  return failed?.error ?? error;
};

const codeOf = (error: unknown): ErrorCode => {
  const reason = reasonOf(error);
  if (reason instanceof MongoCompatibilityError || String(reason).includes('wire version')) return 'STORE_TOO_OLD';
  if (reason instanceof MongoServerError) return BY_NUMBER.get(reason.code) ?? 'STORAGE_FAILED';
  if (error instanceof MongoServerSelectionError || reason instanceof MongoNetworkError) return 'STORE_UNREACHABLE';
  if (error instanceof MongoClientClosedError || error instanceof MongoNotConnectedError) return 'SHUTTING_DOWN';

  return error instanceof MongoAPIError ? 'CONFIG_INVALID' : 'STORAGE_FAILED';
};

/** A driver's error in the words of the one error table; the driver never puts a password into its message. */
export const mongoFault = (error: unknown): LiuhenError =>
  error instanceof LiuhenError ? error : new LiuhenError(codeOf(error), String(reasonOf(error)), { cause: error });

/** Runs a request; what it throws is explained. */
export const explained = async <T>(request: () => Promise<T>): Promise<T> => {
  try {
    return await request();
  } catch (error) {
    throw mongoFault(error);
  }
};
