import type { IncomingMessage } from 'node:http';
import { LiuhenError } from '@liuhen/workflows';

/** The body as text; rejects with `BODY_TOO_LARGE` as soon as it is, without reading the rest. */
export const readBody = (request: IncomingMessage, limit: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const tooLarge = () => {
      request.pause();
      reject(new LiuhenError('BODY_TOO_LARGE', `at most ${limit} bytes`));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) tooLarge();
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });

/** The body as JSON; rejects with `BAD_REQUEST`. */
export const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LiuhenError('BAD_REQUEST', 'the body is not JSON', { cause });
  }
};
