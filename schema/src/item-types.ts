import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar, PartialDateScalar, PositionScalar } from './scalars';

type Class = new () => object;

const SCALARS = {
  ID,
  String,
  Int,
  Boolean,
  DateTime: DateTimeScalar,
  Decimal: DecimalScalar,
  PartialDate: PartialDateScalar,
  Position: PositionScalar,
} as const;

type Scalar = keyof typeof SCALARS;

/** How one field shows: a scalar, an enum or another object type; `list` and `null` as the document has it. */
export interface Shown {
  readonly of: Scalar | Class | Readonly<Record<string, string>>;
  readonly list: boolean;
  readonly nullable: boolean;
  readonly description?: string;
}

const shown =
  (list: boolean, nullable: boolean) =>
  (of: Shown['of'], description?: string): Shown => ({ of, list, nullable, ...(description === undefined ? {} : { description }) });

export const one = shown(false, false);
export const maybe = shown(false, true);
export const many = shown(true, false);

/**
 * GraphQL type of a document as the projections hold it: every field named once, and the compiler sees that none is missing.
 * Nothing is typed a second time that the document's own type says already.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- T is what the compiler holds the fields against
export const itemType = <T extends object>(name: string, description: string, fields: { readonly [K in keyof T]-?: Shown }): Class => {
  const cls = class {};
  Object.defineProperty(cls, 'name', { value: name });
  ObjectType(name, { simpleResolvers: true, description })(cls);
  for (const [field, { of, list, nullable, description: text }] of Object.entries<Shown>(fields)) {
    const type = typeof of === 'string' ? SCALARS[of] : of;
    Field(() => (list ? [type] : type) as never, { nullable, ...(text === undefined ? {} : { description: text }) })(cls.prototype, field);
  }

  return cls;
};
