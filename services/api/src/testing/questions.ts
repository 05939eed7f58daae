import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  getNullableType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** One way to narrow a question, by its path from the arguments. */
export interface Narrowing {
  readonly path: readonly string[];
  readonly type: GraphQLNamedType;
}

export interface Question {
  readonly name: string;
  readonly document: DocumentNode;
  readonly required: readonly Narrowing[];
  readonly narrowings: readonly Narrowing[];
  readonly isList: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/** About the asking and not about what is asked for. */
const FRAME: readonly string[] = ['first', 'after', 'atLeast', 'why'];

/** Types within types that are asked for; a page, its rows, what stands in them, and what stands in that. */
const DEPTH = 7;

/** Everything that can be asked of a type without an argument. */
const selectionOf = (type: GraphQLNamedType, depth: number): string => {
  if (isUnionType(type)) throw new RangeError(`${type.name}: a question does not answer with a union`);
  if (!isObjectType(type)) return '';
  if (depth === 0) return '{ __typename }';
  // A list of cases is asked for what each of them is; what stands in a file is asked of the file.
  const isRow = type.name === 'Case' && depth < DEPTH;
  const fields = Object.values(type.getFields()).filter(
    ({ args, type: of }) => args.length === 0 && !(isRow && isObjectType(getNamedType(of))),
  );

  return `{ ${fields.map(({ name, type: of }) => `${name} ${selectionOf(getNamedType(of), depth - 1)}`).join(' ')} }`;
};

const narrowingsOf = (arg: GraphQLArgument | GraphQLInputField, path: readonly string[]): readonly Narrowing[] => {
  const type = getNamedType(arg.type);
  const here = [...path, arg.name];
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => narrowingsOf(field, here));

  return [{ path: here, type }];
};

const questionOf = (field: Field): Question => {
  const { name, args } = field;
  const isList = args.some((arg) => arg.name === 'after');
  const asked = args.filter((arg) => !FRAME.includes(arg.name) || (isList && ['first', 'after'].includes(arg.name)));
  const declared = asked.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = asked.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = asked.length === 0 ? ['', ''] : [`(${declared})`, `(${passed})`];
  const own = args.filter((arg) => !FRAME.includes(arg.name));

  return {
    name,
    isList,
    document: parse(`query Ask${head[0]} { ${name}${head[1]} ${selectionOf(getNamedType(field.type), DEPTH)} }`),
    required: own.filter(({ type }) => isNonNullType(type)).flatMap((arg) => narrowingsOf(arg, [])),
    narrowings: own
      .filter(({ type }) => !isNonNullType(type) && !isListType(getNullableType(type)))
      .flatMap((arg) => narrowingsOf(arg, [])),
  };
};

/** Every question of the contract, with everything that it can be narrowed by. */
export const questionsOf = (schema: GraphQLSchema): readonly Question[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).map(questionOf);

/** `{ filter: { caseId: value } }` for the path `filter.caseId`. */
export const at = (path: readonly string[], value: unknown): Variables => {
  const [last = '', ...outer] = path.toReversed();

  return outer.reduce<Variables>((inner, name) => ({ [name]: inner }), { [last]: value });
};

/** What an asker may try there: all that there is of a short list, else words that they may have heard. */
export const valuesFor = ({ path, type }: Narrowing, heard: (name: string) => readonly string[]): readonly unknown[] => {
  if (isEnumType(type)) {
    const all = type.getValues().map(({ name }) => name);
    const known = heard(path.at(-1) ?? '').filter((name) => all.includes(name));

    return [...new Set([...known, ...all.slice(0, 2)])];
  }
  if (type.name === 'Boolean') return [true, false];
  if (type.name === 'Date') return ['2024-08-30', '2024-09-10', '2030-01-01'];
  if (type.name === 'DateTime') return ['2024-09-10T12:05:00+08:00'];

  return heard(path.at(-1) ?? '');
};
