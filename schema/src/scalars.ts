import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
export { GraphQLJSON as JsonScalar } from 'graphql-scalars';

const textual = (name: string, description: string): GraphQLScalarType<string, string> =>
  new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => {
      if (typeof value === 'string') return value;
      throw new GraphQLError(`${name} is written as a string`);
    },
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return node.value;
      throw new GraphQLError(`${name} is written as a string`, { nodes: node });
    },
  });

/** What is wrong inside the string is told by the act, as `InvalidInput` with the field's path. */
export const DateScalar = textual('Date', '日期 YYYY-MM-DD，中国标准时间 / calendar day, China Standard Time');
export const PartialDateScalar = textual(
  'PartialDate',
  '日期 YYYY-MM-DD；仅知年月或年时为 YYYY-MM 或 YYYY，未公布时为 unknown / day of a document as far as it is known',
);
export const DateTimeScalar = textual('DateTime', '带时区的 ISO 8601 时间 / ISO 8601 moment with offset');
export const DecimalScalar = textual('Decimal', '精确十进制数 / exact decimal number, as a string');

const toPosition = (value: unknown): number => {
  const position = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isSafeInteger(position)) return position;
  throw new GraphQLError('a Position is what a receipt or an event gave you, unchanged');
};

export const PositionScalar = new GraphQLScalarType<number, string>({
  name: 'Position',
  description: '事件日志中的位置，只增不减，内容不透明 / place in the log, opaque; ask a query to be at least this fresh',
  serialize: (value) => String(value),
  parseValue: toPosition,
  parseLiteral: (node: ValueNode) => toPosition(node.kind === Kind.STRING ? node.value : undefined),
});
