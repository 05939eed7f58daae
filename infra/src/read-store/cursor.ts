import { LiuhenError } from '@liuhen/workflows';

export interface Cursor {
  /** Of the field sorted by; null where the document has none. */
  readonly value: string | number | null;
  readonly key: string;
}

export const encodeCursor = ({ value, key }: Cursor): string => Buffer.from(JSON.stringify([value, key])).toString('base64url');

export const decodeCursor = (cursor: string): Cursor => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, key] = parsed as readonly unknown[];
      if ((typeof value === 'string' || typeof value === 'number' || value === null) && typeof key === 'string') return { value, key };
    }
  } catch {
    // Falls through to the one error that a bad cursor gets.
  }
  throw new LiuhenError('BAD_CURSOR', cursor.slice(0, 80));
};
