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

/** A field of the document as SQL; the same text as in the index, so that the index is used. */
export const fieldOf = (field: string): string => `json_extract(body, ${pathOf(field)})`;

/** A field as lists are ordered by it: what is missing comes first. The last field of an index stands in it in this form. */
export const orderOf = (field: string): string => `coalesce(${fieldOf(field)}, '')`;

const plain = (value: Comparison): string | number | null => (typeof value === 'boolean' ? Number(value) : value);

const several = (value: Filter['value']): readonly (string | number | null)[] =>
  (Array.isArray(value) ? (value as readonly Comparison[]) : [value as Comparison]).map(plain);

const COMPARE = { gte: '>=', lte: '<=', lt: '<', gt: '>' } as const;

const condition = ({ field, op, value }: Filter): Sql => {
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
      // For texts in the form of the index; what is missing is neither before nor after any text.
      return typeof values[0] === 'string' && values[0] !== ''
        ? { where: `${orderOf(field)} ${COMPARE[op]} ? AND ${orderOf(field)} > ''`, values }
        : { where: `${fieldOf(field)} ${COMPARE[op]} ?`, values };
    case 'prefix':
      return { where: `${fieldOf(field)} >= ? AND ${fieldOf(field)} < ?`, values: [String(values[0]), `${String(values[0])}\u{10ffff}`] };
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
