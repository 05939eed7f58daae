import { LiuhenError, type Page } from '@liuhen/workflows';
import type { Connection, PageInput } from './page';

/** Rows of a page when nothing is said, and the most that can be asked for, as of any list. */
const [DEFAULT_PAGE, LARGEST_PAGE] = [20, 200];

interface Keyed<R> {
  /** Unlike any other of the same document. */
  readonly key: string;
  readonly row: R;
}

interface Flattened<D, R> {
  /** Documents in the order of their keys: from that key on, or after that cursor of the reader's. */
  documents(from: string | null, after: string | null): Promise<Page<D>>;
  keyOf(document: D): string;
  rowsOf(document: D): readonly Keyed<R>[];
}

const sizeOf = ({ first }: PageInput): number => {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1) throw new LiuhenError('INVALID_INPUT', `first: ${size}`);
  if (size > LARGEST_PAGE) throw new LiuhenError('PAGE_TOO_LARGE', `at most ${LARGEST_PAGE}`);

  return size;
};

const encode = (document: string, row: string): string => encodeURIComponent(JSON.stringify([document, row]));

const decode = (cursor: string): readonly [string, string] => {
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(cursor));
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string')) {
      return parsed as unknown as readonly [string, string];
    }
  } catch {
    // Falls through to the one error that a bad cursor gets.
  }
  throw new LiuhenError('BAD_CURSOR', cursor.slice(0, 80));
};

/** Rows after the one that was seen last; a row that is gone was dropped for its age, and all that are left came after it. */
const rest = <R>(rows: readonly Keyed<R>[], seen: string | null): readonly Keyed<R>[] => {
  const at = seen === null ? -1 : rows.findIndex(({ key }) => key === seen);

  return rows.slice(at + 1);
};

async function* flat<D, R>(source: Flattened<D, R>, from: readonly [string, string] | null): AsyncGenerator<Keyed<R> & { in: string }> {
  let after: string | null = null;
  for (;;) {
    const page: Page<D> = await source.documents(from?.[0] ?? null, after);
    for (const { document } of page.rows) {
      const within = source.keyOf(document);
      const seen = from?.[0] === within ? from[1] : null;
      for (const row of rest(source.rowsOf(document), seen)) yield { ...row, in: within };
    }
    if (!page.hasNextPage) return;
    after = page.rows.at(-1)?.cursor ?? null;
  }
}

/** A page of the rows that stand in documents, several in each; a cursor says document and row. */
export const pageOfStream = async <D, R>(page: PageInput, source: Flattened<D, R>): Promise<Connection<R>> => {
  const size = sizeOf(page);
  const edges: { readonly cursor: string; readonly node: R }[] = [];
  let hasNextPage = false;
  for await (const { key, row, in: document } of flat(
    source,
    page.after === null || page.after === undefined ? null : decode(page.after),
  )) {
    hasNextPage = edges.length === size;
    if (hasNextPage) break;
    edges.push({ cursor: encode(document, key), node: row });
  }

  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
};

/** A page of the rows of one document, e.g. of a case file. */
export const pageOfRows = <R>(page: PageInput, rows: readonly Keyed<R>[]): Promise<Connection<R>> =>
  pageOfStream<readonly Keyed<R>[], R>(page, {
    documents: () => Promise.resolve({ rows: [{ key: '', cursor: '', document: rows }], hasNextPage: false }),
    keyOf: () => '',
    rowsOf: (all) => all,
  });
