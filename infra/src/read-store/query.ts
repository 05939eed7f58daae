import { LiuhenError, type Comparison, type FieldFilter, type Filter, type PageRequest } from '@liuhen/workflows';
import { decodeCursor, type Cursor } from './cursor';

export interface Sql {
  readonly where: string;
  readonly values: readonly (string | number | null)[];
}

const FIELD = /^[A-Za-z][A-Za-z0-9]*$/;

export const isField = (name: string): boolean => FIELD.test(name);

/** The name of a field, and nothing that could be more than a name. */
export const fieldName = (field: string): string => {
  if (!isField(field)) throw new LiuhenError('INVALID_INPUT', `field ${field}`);

  return field;
};

const pathOf = (field: string): string => `'$.${fieldName(field)}'`;

/** A field of the document as SQL: the same text as in the index, so that the index is used. */
export type FieldSql = (field: string) => string;

/** Out of the document itself. */
export const fieldInBody: FieldSql = (field) => `json_extract(body, ${pathOf(field)})`;

const plain = (value: Comparison): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

const several = (value: FieldFilter['value']): readonly (string | number | null)[] =>
  (Array.isArray(value) ? (value as readonly Comparison[]) : [value as Comparison]).map(plain);

const COMPARE = { gte: '>=', lte: '<=', lt: '<', gt: '>' } as const;

const fieldCondition = ({ field, op, value }: FieldFilter, fieldOf: FieldSql): Sql => {
  const values = several(value);
  switch (op) {
    case 'eq':
      return values[0] === null ? { where: `${fieldOf(field)} IS NULL`, values: [] } : { where: `${fieldOf(field)} = ?`, values };
    case 'in':
      return { where: `${fieldOf(field)} IN (${values.map(() => '?').join(', ')})`, values };
    case 'gte':
    case 'lte':
    case 'lt':
    case 'gt':
      return { where: `${fieldOf(field)} ${COMPARE[op]} ?`, values };
    case 'prefix':
      return { where: `${fieldOf(field)} >= ? AND ${fieldOf(field)} < ?`, values: [String(values[0]), `${String(values[0])}\u{10ffff}`] };
    case 'has':
      return { where: `EXISTS (SELECT 1 FROM json_each(body, ${pathOf(field)}) WHERE json_each.value = ?)`, values };
  }
};

const allOf = (parts: readonly Sql[]): Sql => ({
  where: ['1', ...parts.map(({ where }) => where)].join(' AND '),
  values: parts.flatMap(({ values }) => values),
});

const anyOf = (parts: readonly Sql[]): Sql => ({
  where: parts.length === 0 ? '0' : `(${parts.map(({ where }) => `(${where})`).join(' OR ')})`,
  values: parts.flatMap(({ values }) => values),
});

const condition = (filter: Filter, fieldOf: FieldSql): Sql =>
  'any' in filter
    ? anyOf(filter.any.map((all) => allOf(all.map((each) => fieldCondition(each, fieldOf)))))
    : fieldCondition(filter, fieldOf);

export const whereOf = (filters: readonly Filter[], fieldOf: FieldSql): Sql => allOf(filters.map((filter) => condition(filter, fieldOf)));

/** Most rows of one page. */
export const LARGEST_PAGE = 200;

/** Refuses a page that is none, or too large a one. */
export const checkPage = ({ first }: PageRequest): void => {
  if (!Number.isInteger(first) || first < 1) throw new LiuhenError('INVALID_INPUT', `first: ${first}`);
  if (first > LARGEST_PAGE) throw new LiuhenError('PAGE_TOO_LARGE', `at most ${LARGEST_PAGE}`);
};

/**
 * What comes after a cursor, as ranges that each lie in one piece in the index, in the order of the page. Absent values come
 * first, as the index has them; a comparison alone would lose them, and one condition for both would read the index from its start.
 */
const beyondOf = (at: string, direction: PageRequest['direction'], { value, key }: Cursor): readonly Sql[] => {
  const absent = `${at} IS NULL`;
  if (direction === 'asc') {
    return value === null
      ? [
          { where: `${absent} AND key > ?`, values: [key] },
          { where: `${at} IS NOT NULL`, values: [] },
        ]
      : [{ where: `(${at}, key) > (?, ?)`, values: [value, key] }];
  }

  return value === null
    ? [{ where: `${absent} AND key < ?`, values: [key] }]
    : [
        { where: `(${at}, key) < (?, ?)`, values: [value, key] },
        { where: absent, values: [] },
      ];
};

const rangesOf = (at: string | null, { direction, after }: PageRequest): readonly Sql[] => {
  if (after === undefined) return [allOf([])];
  const cursor = decodeCursor(after);
  if (at !== null) return beyondOf(at, direction, cursor);

  return [{ where: `key ${direction === 'asc' ? '>' : '<'} ?`, values: [cursor.key] }];
};

interface Statement {
  readonly sql: string;
  readonly values: Sql['values'];
}

/**
 * The rows of a page: one statement after another until it is full, each with the number of rows that are still wanted as its
 * last parameter. Which rows they are is decided first, and only their documents are read: a list of an area would otherwise
 * carry every document of the area through its sorter.
 */
export const pageSql = (table: string, request: PageRequest, fieldOf: FieldSql): readonly Statement[] => {
  checkPage(request);
  const { filters, orderBy, direction } = request;
  const at = orderBy === undefined ? null : fieldOf(orderBy);
  const base = whereOf(filters, fieldOf);
  const [inner, outer] = at === null ? [`key ${direction}`, ''] : [`${at} ${direction}, key ${direction}`, `picked.at ${direction}, `];

  return rangesOf(at, request).map(({ where, values }) => ({
    sql: `SELECT d.key, d.body, picked.at FROM (SELECT rowid AS r, ${at ?? 'NULL'} AS at FROM ${table}
      WHERE ${base.where} AND ${where} ORDER BY ${inner} LIMIT ?) AS picked
      CROSS JOIN ${table} AS d ON d.rowid = picked.r ORDER BY ${outer}d.key ${direction}`,
    values: [...base.values, ...values],
  }));
};
