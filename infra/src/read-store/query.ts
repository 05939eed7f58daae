import { LiuhenError, type Comparison, type Filter, type PageRequest } from '@liuhen/workflows';
import { decodeCursor } from './cursor';

export interface Sql {
  readonly where: string;
  readonly values: readonly (string | number | null)[];
}

const FIELD = /^[A-Za-z][A-Za-z0-9]*$/;

const pathOf = (field: string): string => {
  if (!FIELD.test(field)) throw new LiuhenError('INVALID_INPUT', `field ${field}`);

  return `'$.${field}'`;
};

const fieldOf = (field: string): string => `json_extract(body, ${pathOf(field)})`;

/** A field of the document as SQL, what is missing being the empty text, first in every order; the same text as in the index, so that the index is used. */
export const orderOf = (field: string): string => `coalesce(${fieldOf(field)}, '')`;

const plain = (value: Comparison): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

const several = (value: Filter['value']): readonly (string | number | null)[] =>
  (Array.isArray(value) ? (value as readonly Comparison[]) : [value as Comparison]).map(plain);

const COMPARE = { gte: '>=', lte: '<=', lt: '<', gt: '>' } as const;

/** The form of the index, wherever what is missing cannot be taken for a value. */
const comparable = (field: string, values: readonly (string | number | null)[]): string =>
  values.every((value) => value !== null && value !== '') ? orderOf(field) : fieldOf(field);

const range = (field: string, compare: string, [value = null]: readonly (string | number | null)[]): Sql =>
  typeof value === 'string' && value !== ''
    ? { where: `${orderOf(field)} ${compare} ? AND ${fieldOf(field)} IS NOT NULL`, values: [value] }
    : { where: `${fieldOf(field)} ${compare} ?`, values: [value] };

const condition = ({ field, op, value }: Filter): Sql => {
  const values = several(value);
  switch (op) {
    case 'eq':
      return values[0] === null
        ? { where: `${fieldOf(field)} IS NULL`, values: [] }
        : { where: `${comparable(field, values)} = ?`, values };
    case 'in':
      return { where: `${comparable(field, values)} IN (${values.map(() => '?').join(', ')})`, values };
    case 'gte':
    case 'lte':
    case 'lt':
    case 'gt':
      return range(field, COMPARE[op], values);
    case 'prefix': {
      const text = String(values[0]);
      const column = comparable(field, [text]);

      return { where: `${column} >= ? AND ${column} < ?`, values: [text, `${text}\u{10ffff}`] };
    }
    case 'has':
      return { where: `EXISTS (SELECT 1 FROM json_each(body, ${pathOf(field)}) WHERE json_each.value = ?)`, values };
  }
};

export const whereOf = (filters: readonly Filter[]): Sql => {
  const parts = filters.map(condition);

  return { where: ['1', ...parts.map((part) => part.where)].join(' AND '), values: parts.flatMap((part) => part.values) };
};

/** Most rows of one page. */
export const LARGEST_PAGE = 200;

export const pageOf = ({ filters, orderBy, direction, first, after }: PageRequest): Sql & { readonly order: string } => {
  if (!Number.isInteger(first) || first < 1) throw new LiuhenError('INVALID_INPUT', `first: ${first}`);
  if (first > LARGEST_PAGE) throw new LiuhenError('PAGE_TOO_LARGE', `at most ${LARGEST_PAGE}`);
  const base = whereOf(filters);
  const field = orderOf(orderBy);
  const order = `${field} ${direction}, key ${direction}`;
  if (after === undefined) return { ...base, order };
  const cursor = decodeCursor(after);
  const beyond = `(${field}, key) ${direction === 'asc' ? '>' : '<'} (?, ?)`;

  return { where: `${base.where} AND ${beyond}`, values: [...base.values, cursor.value, cursor.key], order };
};
