import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { meaningsOf, nameOf } from './words';

export type Cell = string | number | null;

type Row = Readonly<Record<string, unknown>>;

/** One column: what to ask for, what stands above it, and how its cell is read off a row. */
export interface Column {
  readonly selection: string;
  /** `中文 / field.path` */
  readonly header: string;
  cell(row: Row): Cell;
}

type Field = GraphQLField<unknown, unknown>;
type Show = (value: unknown) => Cell;

const isText = (type: GraphQLNamedType): boolean => type.name === 'Text';

const plain: Show = (value) => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';

  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
};

const showLeaf = (type: GraphQLNamedType): Show => {
  if (!isEnumType(type)) return plain;
  const meanings = meaningsOf(type);

  return (value) => (typeof value === 'string' ? (meanings.get(value) ?? value) : null);
};

const listed =
  (show: Show): Show =>
  (value) =>
    Array.isArray(value) ? value.map((each) => show(each) ?? '').join('；') : show(value);

const isList = (field: Field): boolean => isListType(getNullableType(field.type));

const fieldsOf = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields()).filter(({ args }) => args.length === 0);

interface Short {
  readonly selection: string;
  readonly show: Show;
}

/** What can be said of a thing within one cell: its name where it has one, else all its plain fields. */
const shortOf = (type: GraphQLNamedType, depth: number): Short | null => {
  if (isLeafType(type)) return { selection: '', show: showLeaf(type) };
  if (isText(type)) return { selection: '{ zh }', show: (value) => plain((value as { readonly zh?: string } | null)?.zh) };
  if (!isObjectType(type) || depth > 2) return null;
  const name = type.getFields()['name'];
  const parts = (name === undefined ? fieldsOf(type) : [name]).flatMap((field) => {
    const short = shortOf(getNamedType(field.type), depth + 1);

    return short === null ? [] : [{ field: field.name, ...short, show: listed(short.show) }];
  });
  if (parts.length === 0) return null;
  const show: Show = (value) =>
    value === null || value === undefined ? null : parts.flatMap(({ field, show: part }) => part((value as Row)[field]) ?? []).join(' ');

  return { selection: `{ ${parts.map(({ field, selection }) => `${field} ${selection}`).join(' ')} }`, show };
};

interface Path {
  readonly words: readonly string[];
  readonly fields: readonly string[];
}

const headerOf = ({ words, fields }: Path): string => `${words.join('·')} / ${fields.join('.')}`;

const dig = (row: Row, fields: readonly string[]): unknown =>
  fields.reduce<unknown>((value, field) => (value === null || value === undefined ? null : (value as Row)[field]), row);

const nested = (fields: readonly string[], inner: string): string => {
  const [first, ...rest] = fields;
  if (first === undefined) return inner;

  return rest.length === 0 ? `${first} ${inner}` : `${first} { ${nested(rest, inner)} }`;
};

const columnsOfField = (field: Field, above: Path): readonly Column[] => {
  const type = getNamedType(field.type);
  const path: Path = {
    words: [...above.words, nameOf(field.name, field.description)],
    fields: [...above.fields, field.name],
  };
  const isSingle = isObjectType(type) && !isText(type) && !isList(field);
  if (isSingle && above.fields.length === 0) return fieldsOf(type).flatMap((inner) => columnsOfField(inner, path));
  const short = shortOf(type, 0);
  if (short === null) return [];
  const show = listed(short.show);

  return [{ header: headerOf(path), selection: nested(path.fields, short.selection), cell: (row) => show(dig(row, path.fields)) }];
};

/** The columns of a type: its plain fields, those of the things in it, and one cell for each list. */
export const columnsOf = (type: GraphQLObjectType): readonly Column[] =>
  fieldsOf(type).flatMap((field) => columnsOfField(field, { words: [], fields: [] }));
