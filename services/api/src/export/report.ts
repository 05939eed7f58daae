import { LiuhenError } from '@liuhen/workflows';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  parse,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { columnsOf, type Column } from './columns';
import { sheetName } from './words';

type Field = GraphQLField<unknown, unknown>;

/** A list of the contract as a table: the same question, asked page by page. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly document: DocumentNode;
  /** Variables of the question from the words after `?`; throws `BAD_REQUEST` for one that is not a filter. */
  variablesOf(search: URLSearchParams): Readonly<Record<string, unknown>>;
}

/** Turned by the export itself. */
const PAGING: readonly string[] = ['first', 'after'];

const nodeOf = (field: Field): GraphQLObjectType | undefined => {
  const page = getNamedType(field.type);
  if (!isObjectType(page) || !page.name.endsWith('Connection')) return undefined;
  const edge = getNamedType(page.getFields()['edges']?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : undefined;

  return isObjectType(node) ? node : undefined;
};

const valueOf = (type: GraphQLInputType, texts: readonly string[]): unknown => {
  if (isListType(getNullableType(type))) return texts;
  const [text = ''] = texts;
  const { name } = getNamedType(type);
  if (name === 'Int' || name === 'Float') return Number(text);

  return name === 'Boolean' ? text === 'true' : text;
};

interface Filter {
  /** Argument, and field of it where the argument is a filter of several fields. */
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
}

/** What a list can be narrowed by, under the name that stands in the address. */
const filtersOf = (field: Field): ReadonlyMap<string, Filter> =>
  new Map(
    field.args
      .filter(({ name }) => !PAGING.includes(name))
      .flatMap((arg): (readonly [string, Filter])[] => {
        const type = getNamedType(arg.type);
        if (!isInputObjectType(type)) return [[arg.name, { path: [arg.name], type: arg.type }]];

        return Object.values(type.getFields()).map((inner) => [inner.name, { path: [arg.name, inner.name], type: inner.type }]);
      }),
  );

const variables = (name: string, filters: ReadonlyMap<string, Filter>, search: URLSearchParams): Readonly<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const key of new Set(search.keys())) {
    const filter = filters.get(key);
    if (filter === undefined) throw new LiuhenError('BAD_REQUEST', `${name}: ${key}; ${[...filters.keys()].join(', ')}`);
    const [arg = key, inner] = filter.path;
    const value = valueOf(filter.type, search.getAll(key));
    found[arg] = inner === undefined ? value : { ...(found[arg] as object | undefined), [inner]: value };
  }

  return found;
};

const questionOf = (field: Field, columns: readonly Column[]): DocumentNode => {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const rows = columns.map(({ selection }) => selection).join(' ');

  return parse(`query Export(${declared}) { ${field.name}(${passed}) { edges { node { ${rows} } } pageInfo { hasNextPage endCursor } } }`);
};

const reportOf = (field: Field, node: GraphQLObjectType): Report => {
  const columns = columnsOf(node);
  const filters = filtersOf(field);

  return {
    name: field.name,
    title: sheetName(field.name, field.description),
    columns,
    document: questionOf(field, columns),
    variablesOf: (search) => variables(field.name, filters, search),
  };
};

/** Every list of the contract that comes in pages, so that a new report can be exported without being named here. */
export const reportsIn = (schema: GraphQLSchema): ReadonlyMap<string, Report> =>
  new Map(
    Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const node = nodeOf(field);

      return node === undefined ? [] : [[field.name, reportOf(field, node)] as const];
    }),
  );
