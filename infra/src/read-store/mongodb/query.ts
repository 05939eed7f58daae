import type { Document as BsonDocument } from 'mongodb';
import type { Comparison, Document, FieldFilter, Filter, PageRequest } from '@liuhen/workflows';
import { decodeCursor, type Cursor } from '../cursor';
import { checkPage, fieldName, isField } from '../query';

export type Scalar = string | number;

/** What can be asked of a document: its top-level scalars and lists of scalars. */
export type Fields = Readonly<Record<string, Scalar | readonly Scalar[]>>;

const scalarOf = (value: unknown): Scalar | undefined => {
  if (typeof value === 'boolean') return Number(value);

  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
};

const isScalar = (value: Scalar | undefined): value is Scalar => value !== undefined;

const askable = (value: unknown): Scalar | readonly Scalar[] | undefined =>
  Array.isArray(value) ? value.map(scalarOf).filter(isScalar) : scalarOf(value);

/** The fields of a document that filters and orders may name. Absent and null are the same: not there. */
export const fieldsOf = (document: Document): Fields => {
  const fields: Record<string, Scalar | readonly Scalar[]> = {};
  for (const [name, value] of Object.entries(document)) {
    const own = isField(name) ? askable(value) : undefined;
    if (own !== undefined) fields[name] = own;
  }

  return fields;
};

export const pathOf = (field: string): string => `v.f.${fieldName(field)}`;

const NOTHING = { $in: [] };

const wanted = (value: FieldFilter['value']): readonly Scalar[] =>
  (Array.isArray(value) ? (value as readonly Comparison[]) : [value as Comparison]).map(scalarOf).filter(isScalar);

const conditionOf = (op: FieldFilter['op'], values: readonly Scalar[]): BsonDocument => {
  const [first] = values;
  if (op === 'in') return { $in: values };
  if (first === undefined) return op === 'eq' ? { $exists: false } : NOTHING;
  switch (op) {
    case 'eq':
      return { $eq: first };
    case 'gte':
    case 'lte':
    case 'lt':
    case 'gt':
      return { [`$${op}`]: first };
    case 'prefix':
      return { $gte: String(first), $lt: `${String(first)}\u{10ffff}` };
    case 'has':
      return { $elemMatch: { $eq: first } };
  }
};

/** A document that was taken away stays as a mark of what it had seen, so that a late batch does not bring it back. */
const LIVE: BsonDocument = { 'v.gone': { $exists: false } };

const onField = ({ field, op, value }: FieldFilter): BsonDocument => ({ [pathOf(field)]: conditionOf(op, wanted(value)) });

const EVERYTHING: BsonDocument = { _id: { $exists: true } };

/** A server takes no empty list of alternatives. */
const onAny = (any: readonly (readonly FieldFilter[])[]): BsonDocument =>
  any.length === 0 ? { _id: NOTHING } : { $or: any.map((all) => (all.length === 0 ? EVERYTHING : { $and: all.map(onField) })) };

export const filterOf = (filters: readonly Filter[], more: readonly BsonDocument[] = []): BsonDocument => ({
  $and: [LIVE, ...filters.map((filter) => ('any' in filter ? onAny(filter.any) : onField(filter))), ...more],
});

/** What comes after a cursor, as ranges that each lie in one piece in the index, in the order of the page; absent values come first. */
const beyondOf = (path: string, direction: PageRequest['direction'], { value, key }: Cursor): readonly BsonDocument[] => {
  const absent = { [path]: { $exists: false } };
  if (direction === 'asc') {
    return value === null
      ? [{ ...absent, _id: { $gt: key } }, { [path]: { $ne: null } }]
      : [{ [path]: value, _id: { $gt: key } }, { [path]: { $gt: value } }];
  }

  return value === null ? [{ ...absent, _id: { $lt: key } }] : [{ [path]: value, _id: { $lt: key } }, { [path]: { $lt: value } }, absent];
};

const rangesOf = (path: string | null, { direction, after }: PageRequest): readonly (readonly BsonDocument[])[] => {
  if (after === undefined) return [[]];
  const cursor = decodeCursor(after);
  if (path !== null) return beyondOf(path, direction, cursor).map((range) => [range]);

  return [[{ _id: { [direction === 'asc' ? '$gt' : '$lt']: cursor.key } }]];
};

export interface MongoRange {
  readonly filter: BsonDocument;
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

/** The rows of a page: one query after another until it is full. */
export const pageOf = (request: PageRequest): readonly MongoRange[] => {
  checkPage(request);
  const { filters, orderBy, direction } = request;
  const path = orderBy === undefined ? null : pathOf(orderBy);
  const way = direction === 'asc' ? 1 : -1;
  const sort: MongoRange['sort'] = path === null ? { _id: way } : { [path]: way, _id: way };

  return rangesOf(path, request).map((range) => ({ filter: filterOf(filters, range), sort }));
};
