import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';

/** Every field of a type, down to the leaves. */
export const everyFieldOf = (schema: GraphQLSchema, typeName: string): string => {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).map(({ name, type: of }) => `${name} ${everyFieldOf(schema, getNamedType(of).name)}`);

  return `{ ${fields.join(' ')} }`;
};
