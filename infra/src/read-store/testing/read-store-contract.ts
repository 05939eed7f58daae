import fc from 'fast-check';
import type { Document, FieldFilter, Filter, Page, PageRequest, Projection } from '@liuhen/workflows';
import type { ReadStore } from '../port';

export interface Harness {
  /** A new, empty store; closed by the suite. */
  open(): Promise<ReadStore>;
  /** How many histories the property is tried on; fewer where each costs a network. */
  readonly runs?: number;
}

const rows: Projection = {
  name: 'rows',
  version: 1,
  eventTypes: [],
  indexes: [{ fields: ['name'] }, { fields: ['rank', 'name'] }],
  keysOf: () => [],
  evolve: (before) => before,
};
const others: Projection = { ...rows, name: 'others', indexes: [] };

const put = (key: string, document: Document | null) => ({ key, document });
const upTo = (checkpoint: number) => ({ checkpoint, event: `event-${checkpoint}` });
const batch = (generation: number, checkpoint: number, ...changes: readonly ReturnType<typeof put>[]) => ({
  projection: 'rows',
  generation,
  changes,
  ...upTo(checkpoint),
});

const BY_KEY: PageRequest = { filters: [], direction: 'asc', first: 100 };

type Scalar = string | number | boolean | null | undefined;

/** The order of the contract: what is absent comes first, then numbers, then text; a truth value is 0 or 1. */
const sortable = (value: unknown): string | number | null => {
  if (typeof value === 'boolean') return Number(value);

  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

const place = (value: string | number | null): number => {
  if (value === null) return 0;

  return typeof value === 'number' ? 1 : 2;
};

const compare = (a: string | number | null, b: string | number | null): number => {
  if (place(a) !== place(b)) return place(a) - place(b);
  if (a === null || b === null || a === b) return 0;

  return a < b ? -1 : 1;
};

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

const same = (own: unknown, asked: Scalar): boolean => isPresent(own) && isPresent(asked) && compare(sortable(own), sortable(asked)) === 0;

type Test = (own: unknown, asked: readonly Scalar[]) => boolean;

const ordered =
  (holds: (order: number) => boolean): Test =>
  (own, [first]) =>
    isPresent(own) && isPresent(first) && holds(compare(sortable(own), sortable(first)));

/** What each operator means, in so many words. */
const TESTS: Readonly<Record<FieldFilter['op'], Test>> = {
  eq: (own, [first]) => (first === null ? !isPresent(own) : same(own, first)),
  in: (own, asked) => asked.some((each) => same(own, each)),
  gte: ordered((order) => order >= 0),
  lte: ordered((order) => order <= 0),
  gt: ordered((order) => order > 0),
  lt: ordered((order) => order < 0),
  prefix: (own, [first]) => typeof own === 'string' && own.startsWith(String(first)),
  has: (own, [first]) => Array.isArray(own) && own.some((each) => same(each, first)),
};

const meets = (body: Document, { field, op, value }: FieldFilter): boolean =>
  TESTS[op](body[field], (Array.isArray(value) ? value : [value]) as readonly Scalar[]);

const matches = (body: Document, filter: Filter): boolean =>
  'any' in filter ? filter.any.some((all) => all.every((each) => meets(body, each))) : meets(body, filter);

const word = fc.string({ unit: fc.constantFrom('a', 'b', '3', '7', '0', '济', '-'), maxLength: 4 });
const rank = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -0.25));
const document = fc.record(
  {
    name: fc.option(word),
    rank,
    open: fc.boolean(),
    tags: fc.array(word, { maxLength: 3 }),
    area: fc.constantFrom('370800', '370829', '220100'),
  },
  { requiredKeys: [] },
);
const onField: fc.Arbitrary<FieldFilter> = fc.oneof(
  fc.record({
    field: fc.constant('name'),
    op: fc.constantFrom('eq' as const, 'prefix' as const, 'gte' as const, 'lt' as const),
    value: word,
  }),
  fc.record({ field: fc.constant('name'), op: fc.constant('in' as const), value: fc.array(word, { maxLength: 3 }) }),
  fc.record({ field: fc.constantFrom('name', 'rank'), op: fc.constant('eq' as const), value: fc.constant(null) }),
  fc.record({
    field: fc.constant('rank'),
    op: fc.constantFrom('gte' as const, 'lte' as const, 'gt' as const, 'lt' as const, 'eq' as const),
    value: rank,
  }),
  fc.record({ field: fc.constant('open'), op: fc.constant('eq' as const), value: fc.boolean() }),
  fc.record({
    field: fc.constant('area'),
    op: fc.constant('prefix' as const),
    value: fc.constantFrom('', '37', '3708', '370829', '22', '9'),
  }),
  fc.record({ field: fc.constant('tags'), op: fc.constant('has' as const), value: word }),
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 4, arbitrary: onField },
  { weight: 1, arbitrary: fc.record({ any: fc.array(fc.array(onField, { maxLength: 2 }), { maxLength: 3 }) }) },
);

const allPages = async (store: ReadStore, request: Omit<PageRequest, 'after'>): Promise<readonly Page<Document>['rows'][number][]> => {
  const seen: Page<Document>['rows'][number][] = [];
  for (let page = await store.find('rows', request); ;) {
    seen.push(...page.rows);
    const after = page.rows.at(-1)?.cursor;
    if (!page.hasNextPage || after === undefined) return seen;
    page = await store.find('rows', { ...request, after });
  }
};

/** What every read store has to do; one suite, run by every adapter. */
export const readStoreContract = (name: string, harness: Harness): void => {
  describe(`${name} as a read store`, () => {
    let store: ReadStore;
    beforeEach(async () => {
      store = await harness.open();
      await store.ensure(rows);
      await store.ensure(others);
    });
    afterEach(() => store.close());

    describe('writing', () => {
      it('starts a collection empty, at the start of the log, and leaves one that is there as it is', async () => {
        expect(await store.standing('rows')).toEqual({ version: 1, generation: 1, checkpoint: 0, event: undefined });
        await store.apply([batch(1, 5, put('a', { name: 'x' }))]);
        await store.ensure({ ...rows, version: 2 });

        expect(await store.standing('rows')).toEqual({ version: 1, generation: 1, ...upTo(5) });
        expect((await store.load('rows', ['a'])).get('a')?.document).toEqual({ name: 'x' });
      });

      it('gives back what was applied, replaces it and takes it away', async () => {
        expect(await store.apply([batch(1, 1, put('a', { name: 'x', tags: ['t'] }), put('b', { name: 'y' }))])).toEqual(['done']);
        await store.apply([batch(1, 2, put('a', { name: 'z' }), put('b', null))]);

        expect(await store.get('rows', 'a')).toEqual({ name: 'z' });
        expect(await store.get('rows', 'b')).toBeUndefined();
        expect((await store.load('rows', ['a'])).get('a')?.document).toEqual({ name: 'z' });
        expect((await store.load('rows', ['b'])).get('b')?.document).toBeUndefined();
        expect(await store.count('rows', [], 10)).toBe(1);
      });

      it('applies a batch once in effect, even when it comes again after a later one', async () => {
        const first = batch(1, 1, put('a', { name: 'old' }), put('b', { name: 'gone' }));
        await store.apply([first]);
        await store.apply([batch(1, 2, put('a', { name: 'new' }), put('b', null))]);

        expect(await store.apply([first])).toEqual(['done']);
        expect((await store.standing('rows')).checkpoint).toBe(2);
        expect(await store.get('rows', 'a')).toEqual({ name: 'new' });
        expect((await store.load('rows', ['b'])).get('b')?.document).toBeUndefined();
        expect((await store.find('rows', BY_KEY)).rows).toMatchObject([{ key: 'a', document: { name: 'new' } }]);
      });

      it('writes nothing of a batch folded on another generation, and says so', async () => {
        await store.apply([batch(1, 1, put('a', { name: 'x' }))]);
        await (await store.rebuild(rows)).swap(upTo(1));

        expect(
          await store.apply([
            batch(1, 2, put('a', { name: 'late' })),
            { ...batch(1, 2, put('o', { name: 'other' })), projection: 'others' },
          ]),
        ).toEqual(['moved', 'done']);
        expect(await store.get('rows', 'a')).toBeUndefined();
        expect(await store.standing('rows')).toMatchObject({ generation: 2, checkpoint: 1 });
        expect(await store.get('others', 'o')).toEqual({ name: 'other' });
      });

      it('writes nothing for one whose token is behind the claimed one, and all for one who holds it', async () => {
        await store.apply([batch(1, 1, put('a', { name: 'old' }))], 3);
        expect(await store.claim(['rows'], 5)).toBe(5);

        expect(await store.apply([batch(1, 2, put('a', { name: 'late' }), put('b', { name: 'late' }))], 3)).toEqual(['fenced']);
        expect(await store.apply([batch(1, 2, put('a', { name: 'nobody' }))])).toEqual(['fenced']);
        expect(await store.get('rows', 'a')).toEqual({ name: 'old' });
        expect(await store.get('rows', 'b')).toBeUndefined();
        expect((await store.standing('rows')).checkpoint).toBe(1);
        expect(await store.apply([{ ...batch(1, 1, put('o', { name: 'free' })), projection: 'others' }])).toEqual(['done']);
        expect(await store.apply([batch(1, 2, put('a', { name: 'new' }))], 5)).toEqual(['done']);
        expect(await store.get('rows', 'a')).toEqual({ name: 'new' });
        expect(await store.claim(['rows'], 4)).toBe(5);
        expect(await store.claim(['rows', 'others'], 6)).toBe(6);
      });

      it('keeps the token over a rebuild', async () => {
        await store.claim(['rows'], 5);
        await (await store.rebuild(rows)).swap(upTo(1));

        expect(await store.apply([batch(2, 2, put('a', { name: 'late' }))], 4)).toEqual(['fenced']);
        expect(await store.apply([batch(2, 2, put('a', { name: 'new' }))], 5)).toEqual(['done']);
      });

      it('knows how far the slowest of several collections is', async () => {
        await store.apply([batch(1, 9), { ...batch(1, 4), projection: 'others' }]);

        expect(await store.checkpoint(['rows'])).toBe(9);
        expect(await store.checkpoint(['rows', 'others'])).toBe(4);
      });

      it('lets nobody go on from distrusted documents, nor count them as fresh, until a rebuild replaces them', async () => {
        await store.apply([batch(1, 7, put('a', { name: 'phantom' })), { ...batch(1, 4), projection: 'others' }]);
        await store.distrust('rows', 2);
        expect(await store.standing('rows')).toEqual({ version: 1, generation: 1, ...upTo(7) });
        await store.distrust('rows', 1);

        expect(await store.standings()).toEqual(
          new Map([
            ['others', { version: 1, generation: 1, ...upTo(4) }],
            ['rows', { version: 0, generation: 1, checkpoint: 0, event: undefined }],
          ]),
        );
        expect(await store.checkpoint(['rows', 'others'])).toBe(0);
        expect(await store.apply([batch(1, 8, put('a', { name: 'late' }))])).toEqual(['moved']);
        expect(await store.get('rows', 'a')).toEqual({ name: 'phantom' });
        const rebuild = await store.rebuild(rows);
        await rebuild.write([put('b', { name: 'true' })]);
        expect(await rebuild.swap(upTo(3))).toBe(true);
        expect(await store.standing('rows')).toEqual({ version: 1, generation: 2, ...upTo(3) });
        expect(await store.get('rows', 'a')).toBeUndefined();
        expect(await store.apply([batch(2, 4, put('b', { name: 'on' }))])).toEqual(['done']);
      });

      it('belongs to one log for good', async () => {
        await store.belongTo(undefined);
        await store.belongTo('event-1');
        await store.belongTo('event-1');

        for (const other of ['event-2', undefined]) await expect(store.belongTo(other)).rejects.toMatchObject({ code: 'STORE_OF_OTHERS' });
      });

      it('keeps a document as it is, whatever its names and lists are', async () => {
        const odd = {
          'a.b': 1,
          $set: { $inc: 2 },
          '': [[1, [2, null]], []],
          n: null,
          big: 9_007_199_254_740_991,
          small: -0.25,
          济: { 宁: true },
        };
        await store.apply([batch(1, 1, put('', odd), put('a.b', { name: '$x' }))]);

        expect(await store.get('rows', '')).toEqual(odd);
        expect(JSON.stringify(await store.get('rows', ''))).toBe(JSON.stringify(odd));
        expect(await store.get('rows', 'a.b')).toEqual({ name: '$x' });
      });

      it('applies several collections together or none of them', async () => {
        await expect(store.apply([batch(1, 1, put('a', { name: 'x' })), { ...batch(1, 1), projection: 'nobody' }])).rejects.toThrow(
          'nobody',
        );

        expect(await store.get('rows', 'a')).toBeUndefined();
        expect((await store.standing('rows')).checkpoint).toBe(0);
      });
    });

    describe('rebuilding', () => {
      it('by two at once never mixes them: what stands in the end is what the one has written that was swapped in', async () => {
        const [one, two] = [await store.rebuild(rows), await store.rebuild(rows)];
        const late = () => one.write([put('a', { name: 'late' }), put('b', { name: 'late' })]).catch(() => undefined);
        await late();
        await two.write([put('a', { name: 'two' })]);
        await late();
        expect(await two.swap(upTo(9))).toBe(true);
        await late();
        await one.abandon();

        expect(await store.get('rows', 'a')).toEqual({ name: 'two' });
        expect(await store.get('rows', 'b')).toBeUndefined();
      });

      it('keeps the next generation from readers until the swap, and the old one after an abandoned one', async () => {
        await store.apply([batch(1, 3, put('a', { name: 'live' }))]);
        const rebuild = await store.rebuild({ ...rows, version: 2 });
        await rebuild.write([put('a', { name: 'next' }), put('b', { name: 'next' })]);

        expect((await rebuild.load(['a'])).get('a')?.document).toEqual({ name: 'next' });
        await rebuild.write([put('a', { name: 'after' })]);
        expect((await rebuild.load(['a'])).get('a')?.document).toEqual({ name: 'after' });
        expect(await store.get('rows', 'a')).toEqual({ name: 'live' });
        await rebuild.abandon();
        expect(await store.count('rows', [], 10)).toBe(1);

        const again = await store.rebuild({ ...rows, version: 2 });
        expect((await again.load(['a'])).get('a')?.document).toBeUndefined();
        await again.write([put('a', { name: 'second' })]);
        expect(await again.swap(upTo(3))).toBe(true);
        expect(await store.get('rows', 'a')).toEqual({ name: 'second' });
        expect((await store.find('rows', BY_KEY)).rows).toHaveLength(1);
        expect(await store.standing('rows')).toEqual({ version: 2, generation: 2, ...upTo(3) });
      });

      it('does not swap the readers back behind what they have seen, unless it has to', async () => {
        const rebuild = await store.rebuild(rows);
        await rebuild.write([put('a', { name: 'next' })]);
        await store.apply([batch(1, 7, put('a', { name: 'live' }))]);

        expect(await rebuild.swap(upTo(6))).toBe(false);
        expect(await store.get('rows', 'a')).toEqual({ name: 'live' });
        expect(await rebuild.swap(upTo(6), { evenBehind: true })).toBe(true);
        expect(await store.get('rows', 'a')).toEqual({ name: 'next' });
        expect((await store.standing('rows')).checkpoint).toBe(6);
      });

      it('puts nothing in the place of what a newer program has written, unless it is told to', async () => {
        const newer = await store.rebuild({ ...rows, version: 2 });
        await newer.write([put('a', { name: 'newer' })]);
        await newer.swap(upTo(3));
        const older = await store.rebuild(rows);
        await older.write([put('a', { name: 'older' })]);

        await expect(older.swap(upTo(4))).rejects.toMatchObject({ code: 'STORE_TOO_NEW' });
        expect(await store.get('rows', 'a')).toEqual({ name: 'newer' });
        expect(await store.standing('rows')).toEqual({ version: 2, generation: 2, ...upTo(3) });
        expect(await older.swap(upTo(4), { evenOlder: true })).toBe(true);
        expect(await store.standing('rows')).toEqual({ version: 1, generation: 3, ...upTo(4) });
        expect(await store.get('rows', 'a')).toEqual({ name: 'older' });
      });
    });

    describe('asking', () => {
      it('finds, sorts and counts as the filters say, and pages through it without gap or repetition', async () => {
        let at = 0;
        await fc.assert(
          fc.asyncProperty(
            fc.uniqueArray(fc.tuple(word, document), { selector: ([key]) => key, maxLength: 14 }),
            fc.array(filter, { maxLength: 2 }),
            fc.record({
              orderBy: fc.constantFrom('name', 'rank', 'open', 'area', 'nothing', undefined),
              direction: fc.constantFrom('asc' as const, 'desc' as const),
              first: fc.integer({ min: 1, max: 5 }),
            }),
            async (documents, filters, { orderBy, ...view }) => {
              at += 1;
              const before = (await store.find('rows', BY_KEY)).rows.map(({ key }) => put(key, null));
              const { generation } = await store.standing('rows');
              await store.apply([batch(generation, at, ...before, ...documents.map(([key, body]) => put(key, body)))]);
              const wanted = documents
                .filter(([, body]) => filters.every((each) => matches(body, each)))
                .sort(([a, one], [b, two]) => {
                  const order =
                    compare(sortable((one as Document)[orderBy ?? '']), sortable((two as Document)[orderBy ?? ''])) || compare(a, b);

                  return view.direction === 'asc' ? order : -order;
                });
              const seen = await allPages(store, { filters, ...view, ...(orderBy === undefined ? {} : { orderBy }) });

              expect(seen.map(({ key, document: body }) => [key, body])).toEqual(wanted);
              expect(await store.count('rows', filters, 100)).toBe(wanted.length);
              expect(await store.count('rows', filters, 2)).toBe(Math.min(wanted.length, 2));
            },
          ),
          { numRuns: harness.runs ?? 300 },
        );
      });

      it('goes on after a cursor, whatever is put in before it or taken away', async () => {
        const named = (key: string) => put(key, { name: key });
        await store.apply([batch(1, 1, ...['b', 'd', 'f', 'h'].map(named))]);
        const page = await store.find('rows', { ...BY_KEY, orderBy: 'name', first: 2 });
        await store.apply([batch(1, 2, named('a'), named('c'), named('e'), put('d', null))]);
        const rest = await store.find('rows', { ...BY_KEY, orderBy: 'name', ...(page.rows[1] ? { after: page.rows[1].cursor } : {}) });

        expect(page.rows.map((row) => row.key)).toEqual(['b', 'd']);
        expect(page.hasNextPage).toBe(true);
        expect(rest.rows.map((row) => row.key)).toEqual(['e', 'f', 'h']);
        expect(rest.hasNextPage).toBe(false);
      });

      it.each(['', 'nonsense', 'W10', 'WzFd', 'e30', 'W251bGwsbnVsbF0', 'W1tdLCJrIl0', 'WyJhIiwxXQ', 'WyJhIiwiYiIsImMiXQ'])(
        'answers BAD_CURSOR to the cursor %j',
        async (after) => {
          await expect(store.find('rows', { ...BY_KEY, after })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
        },
      );

      it('answers PAGE_TOO_LARGE above 200 rows, and refuses a page that is none', async () => {
        await expect(store.find('rows', { ...BY_KEY, first: 201 })).rejects.toMatchObject({ code: 'PAGE_TOO_LARGE' });
        for (const first of [0, -1, 1.5, Number.NaN]) {
          await expect(store.find('rows', { ...BY_KEY, first })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        }
        expect((await store.find('rows', { ...BY_KEY, first: 200 })).rows).toEqual([]);
      });

      it.each(['eq', 'in', 'gte', 'lte', 'lt', 'gt', 'prefix', 'has'] as const)(
        'takes no field name for %s that could be more than a name',
        async (op) => {
          const filters: readonly FieldFilter[] = [{ field: "x') OR 1 --", op, value: 'x' }];

          await expect(store.find('rows', { ...BY_KEY, filters })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
          await expect(store.count('rows', filters, 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
          await expect(store.count('rows', [{ any: [[], filters] }], 1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        },
      );

      it('takes values for values, quotes and all', async () => {
        const odd = `'; DROP TABLE docs_rows_1; -- "%_\\`;
        await store.apply([batch(1, 1, put(odd, { name: odd, tags: [odd] }))]);

        for (const op of ['eq', 'has', 'prefix'] as const) {
          expect(await store.count('rows', [{ field: op === 'has' ? 'tags' : 'name', op, value: odd }], 5)).toBe(1);
        }
        expect(await store.get('rows', odd)).toMatchObject({ name: odd });
      });

      it('refuses questions once it is closed', async () => {
        await store.close();

        await expect(store.get('rows', 'a')).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
        await expect(store.find('rows', BY_KEY)).rejects.toMatchObject({ code: 'SHUTTING_DOWN' });
      });
    });
  });
};
