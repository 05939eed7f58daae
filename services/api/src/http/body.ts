import type { IncomingMessage } from 'node:http';
import { LiuhenError } from '@liuhen/workflows';

interface BodyLimits {
  readonly bytes: number;
  /** For the whole body. */
  readonly milliseconds: number;
}

/** The body as text; rejects with `BODY_TOO_LARGE` or `TOO_SLOW` as soon as it is, without reading the rest. */
export const readBody = (request: IncomingMessage, { bytes: limit, milliseconds }: BodyLimits): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const refuse = (error: LiuhenError) => {
    request.pause();
    reject(error);
  };
  const tooLarge = () => refuse(new LiuhenError('BODY_TOO_LARGE', `at most ${limit} bytes`));
  const timer = setTimeout(() => refuse(new LiuhenError('TOO_SLOW', `at most ${milliseconds} ms`)), milliseconds);
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > limit) tooLarge();
  else {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) tooLarge();
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  }
  request.on('error', reject);

  return promise.finally(() => clearTimeout(timer));
};

/** The body as JSON; rejects with `BAD_REQUEST`. */
export const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LiuhenError('BAD_REQUEST', 'the body is not JSON', { cause });
  }
};
