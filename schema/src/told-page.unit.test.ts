import fc from 'fast-check';
import type { Connection, PageInput } from '@liuhen/projections';
import { toldPage } from './told-page';

interface Row {
  readonly id: number;
  readonly isHidden: boolean;
}

/** A store of rows whose cursors tell the id, as those of the read store do. */
const storeOf =
  (rows: readonly Row[]) =>
  ({ first, after }: PageInput): Promise<Connection<Row>> => {
    const from = after == null ? 0 : rows.findIndex(({ id }) => `c${id}` === after) + 1;
    const page = rows.slice(from, from + (first ?? 20));

    return Promise.resolve({
      edges: page.map((node) => ({ cursor: `c${node.id}`, node })),
      pageInfo: { hasNextPage: from + page.length < rows.length, endCursor: page.length === 0 ? null : `c${page.at(-1)?.id}` },
    });
  };

const shown = ({ isHidden }: Row): boolean => !isHidden;

describe('a page of what a person is told of', () => {
  it('is the same, with its cursors and whether there is more, as if the rest did not exist', async () => {
    const histories = fc.array(fc.boolean(), { maxLength: 60 }).map((all) => all.map((isHidden, id): Row => ({ id, isHidden })));
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 8 }), async (rows, first) => {
        const [all, only] = [storeOf(rows), storeOf(rows.filter(shown))];
        let after: string | null = null;
        for (;;) {
          const told: Connection<Row> = await toldPage({ first, after }, all, shown);
          expect(told).toEqual(await only({ first, after }));
          if (!told.pageInfo.hasNextPage) return;
          after = told.pageInfo.endCursor;
        }
      }),
    );
  });
});
