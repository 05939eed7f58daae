import { isObjectType, type GraphQLSchema } from 'graphql';
import { seesField } from './authority';
import type { GraphContext } from './context';

/** Numbers that name a person; who does not need them whole sees which authority gave them and no more. */
export const PERSONAL_NUMBERS = {
  field: 'certificateNo',
  types: ['NamedPerson', 'AnswerablePerson', 'CaseTeamMember', 'Inspector'],
} as const;

/** Characters that stay: `鲁H-03-1234` → `鲁H********`. */
const SHOWN = 2;

export const masked = (number: string): string => number.slice(0, SHOWN) + '*'.repeat(Math.max(number.length - SHOWN, SHOWN));

/** The one type that shows an event as it was recorded. */
const EVENT = 'TimelineEntry';

type Source = Readonly<Record<string, unknown>>;

/** What an event holds as it was recorded, with each such number in it masked. */
const maskedWithin = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(maskedWithin);
  if (typeof value !== 'object' || value === null) return value;

  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === PERSONAL_NUMBERS.field && typeof item === 'string' ? masked(item) : maskedWithin(item),
    ]),
  );
};

const needsThem = ({ actor }: GraphContext): boolean => actor !== null && seesField(PERSONAL_NUMBERS.field, actor);

/** Puts the mask over every place of the contract where such a number stands. */
export const maskPersonalNumbers = (schema: GraphQLSchema): void => {
  const { field, types } = PERSONAL_NUMBERS;
  for (const name of types) {
    const type = schema.getType(name);
    const found = isObjectType(type) ? type.getFields()[field] : undefined;
    if (found === undefined) throw new RangeError(`${name} has no ${field}`);
    found.resolve = (source: Source, _args: unknown, context: GraphContext) => {
      const number = source[field];
      if (typeof number !== 'string') return null;

      return needsThem(context) ? number : masked(number);
    };
  }
  const event = schema.getType(EVENT);
  const payload = isObjectType(event) ? event.getFields()['payload'] : undefined;
  if (payload === undefined) throw new RangeError(`${EVENT} has no payload`);
  payload.resolve = (source: Source, _args: unknown, context: GraphContext) =>
    needsThem(context) ? source['payload'] : maskedWithin(source['payload']);
};
