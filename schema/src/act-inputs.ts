import { Field, ID, InputType, Int } from 'type-graphql';
import type { z } from 'zod';
import { enumType } from './enums';
import { DateScalar, DateTimeScalar, DecimalScalar, PartialDateScalar } from './scalars';

type Class = new () => object;
type FieldType = NonNullable<Parameters<typeof Field>[0]> extends () => infer T ? T : never;

const SCALARS = {
  Date: DateScalar,
  PartialDate: PartialDateScalar,
  DateTime: DateTimeScalar,
  Decimal: DecimalScalar,
  ID,
  String,
  Int,
  Boolean,
} as const;

interface Shape {
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly description: string | undefined;
}

/** The few kinds of declarations that `kernel/input.ts` makes. */
interface Declared {
  readonly def: {
    readonly type: string;
    readonly innerType?: Declared;
    readonly element?: Declared;
    readonly shape?: Readonly<Record<string, Declared>>;
  };
  meta():
    { zh?: string; en?: string; scalar?: keyof typeof SCALARS; typeName?: string; values?: Readonly<Record<string, string>> } | undefined;
}

const described = (declared: Declared): string | undefined => {
  const meta = declared.meta();

  return meta?.zh === undefined ? undefined : `${meta.zh} / ${meta.en ?? ''}`;
};

const made = new Map<string, Class>();

const fieldTypeOf = (declared: Declared): FieldType => {
  const { def } = declared;
  const { scalar, typeName = '', values = {} } = declared.meta() ?? {};
  if (def.type === 'array' && def.element !== undefined) return [fieldTypeOf(def.element)] as FieldType;
  if (def.type === 'object' && def.shape !== undefined) return inputType(typeName, def.shape, described(declared)) as FieldType;
  if (def.type === 'enum') return enumType(typeName, values) as FieldType;
  if (scalar === undefined) throw new RangeError(`an input of type ${def.type} declares no scalar`);

  return SCALARS[scalar] as FieldType;
};

const shapeOf = (declared: Declared): Shape => {
  if (declared.def.type === 'optional' && declared.def.innerType !== undefined) {
    return { ...shapeOf(declared.def.innerType), nullable: true };
  }

  return { type: fieldTypeOf(declared), nullable: false, description: described(declared) };
};

/** A GraphQL input type out of a declared shape; the same name gives the same type. */
const inputType = (name: string, shape: Readonly<Record<string, Declared>>, description?: string): Class => {
  const known = made.get(name);
  if (known !== undefined) return known;
  if (name === '') throw new RangeError('an object in an input declares no type name');
  const cls = class {};
  Object.defineProperty(cls, 'name', { value: name });
  made.set(name, cls);
  InputType(name, description === undefined ? {} : { description })(cls);
  for (const [field, declared] of Object.entries(shape)) {
    const { type, nullable, description: text } = shapeOf(declared);
    Field(() => type, { nullable, ...(text === undefined ? {} : { description: text }) })(cls.prototype, field);
  }

  return cls;
};

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Input of one act, e.g. `TransferClueInput`, derived from the act's own declaration. */
export const actInput = (act: string, input: z.ZodObject): Class => inputType(`${capital(act)}Input`, input.shape);
