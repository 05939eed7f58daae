import { ERROR_CODES, type ErrorCode } from '@liuhen/workflows';
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one operation may ask, with fragments taken in where they are spread. */
export const LIMITS = {
  /** Fields inside fields; the deepest of the contract, asked for once, is half of it. */
  depth: 20,
  fields: 2_000,
  aliases: 50,
  /** Fields of Query, Mutation or Subscription asked at once. */
  roots: 20,
  /** Values that the answer may hold: fields of a row × rows of the page. */
  cost: 250_000,
} as const;

const LARGEST_PAGE = 200;
const DEFAULT_PAGE = 20;

interface Weight {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly cost: number;
}

const NOTHING: Weight = { depth: 0, fields: 0, aliases: 0, cost: 0 };

const sum = (one: Weight, other: Weight): Weight => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  cost: one.cost + other.cost,
});

/** Rows that a field may bring; a page given by a variable counts as the largest. */
const rowsOf = ({ selectionSet, arguments: given = [] }: FieldNode): number => {
  if (!selectionSet?.selections.some((each) => each.kind === Kind.FIELD && each.name.value === 'edges')) {
    return 1;
  }
  const first = given.find((argument) => argument.name.value === 'first')?.value;
  if (first === undefined || first.kind === Kind.NULL) return DEFAULT_PAGE;

  return first.kind === Kind.INT ? Math.min(Math.max(Number(first.value), 1), LARGEST_PAGE) : LARGEST_PAGE;
};

/** Weighs each fragment once, so that fragments of fragments cost no more than their text. */
class Scales {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #weighed = new Map<string, Weight>();

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
    );
  }

  of({ selections }: SelectionSetNode): Weight {
    return selections.map((each) => this.#selection(each)).reduce(sum, NOTHING);
  }

  #selection(node: SelectionNode): Weight {
    switch (node.kind) {
      case Kind.FIELD:
        return this.#field(node);
      case Kind.INLINE_FRAGMENT:
        return this.of(node.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.#fragment(node.name.value);
    }
  }

  #field(node: FieldNode): Weight {
    const { depth, fields, aliases, cost } = node.selectionSet === undefined ? NOTHING : this.of(node.selectionSet);

    return {
      depth: depth + 1,
      fields: fields + 1,
      aliases: aliases + (node.alias === undefined ? 0 : 1),
      cost: 1 + cost * rowsOf(node),
    };
  }

  /** One that is being weighed already goes round in a circle, which another rule refuses. */
  #fragment(name: string): Weight {
    const known = this.#weighed.get(name);
    if (known !== undefined) return known;
    this.#weighed.set(name, NOTHING);
    const fragment = this.#fragments.get(name);
    const weight = fragment === undefined ? NOTHING : this.of(fragment.selectionSet);
    this.#weighed.set(name, weight);

    return weight;
  }
}

/** Fields that the operation begins with; those of a fragment are counted by its text. */
const rootsOf = (operation: OperationDefinitionNode): number => operation.selectionSet.selections.length;

/** The rules speak with a code of the one table; Apollo keeps extensions but for the code itself. */
export const coded = (code: ErrorCode, detail: string, node?: OperationDefinitionNode | FieldNode): GraphQLError =>
  new GraphQLError(`${ERROR_CODES[code].zh} / ${ERROR_CODES[code].en}`, {
    nodes: node ?? null,
    extensions: { code, refused: code, ...ERROR_CODES[code], detail },
  });

const faultOf = (weight: Weight, operation: OperationDefinitionNode): GraphQLError | undefined => {
  const { depth, fields, aliases, roots, cost } = LIMITS;
  if (weight.depth > depth) return coded('QUERY_TOO_DEEP', `at most ${depth}`, operation);
  if (weight.fields > fields) return coded('QUERY_TOO_LARGE', `at most ${fields} fields`, operation);
  if (weight.aliases > aliases) return coded('QUERY_TOO_LARGE', `at most ${aliases} aliases`, operation);
  if (rootsOf(operation) > roots) return coded('QUERY_TOO_LARGE', `at most ${roots} questions at once`, operation);

  return weight.cost > cost ? coded('QUERY_TOO_COSTLY', `at most ${cost} values, this asks for ${weight.cost}`, operation) : undefined;
};

/** Depth, breadth, aliases and cost of each operation. */
export const limits: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const scales = new Scales(context.getDocument());

  return {
    OperationDefinition: (operation) => {
      const fault = faultOf(scales.of(operation.selectionSet), operation);
      if (fault !== undefined) context.reportError(fault);
    },
  };
};

/** The contract is published with each release; a running service does not recite it. */
export const noIntrospection: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Field: (node) => {
    if (node.name.value === '__schema' || node.name.value === '__type')
      context.reportError(coded('INTROSPECTION_OFF', node.name.value, node));
  },
});

export const rulesFor = ({ production }: { readonly production: boolean }): readonly ValidationRule[] =>
  production ? [limits, noIntrospection] : [limits];

/** GraphQL's "Did you mean …?" recites the contract to whoever guesses. */
export const withoutHints = (text: string): string => text.replace(/ ?Did you mean .*$/su, '');
