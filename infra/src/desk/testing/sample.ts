import type { Matter } from './matter';

/** The few kinds of declarations that `kernel/input.ts` makes. */
interface Declared {
  readonly def: {
    readonly type: string;
    readonly innerType?: Declared;
    readonly element?: Declared;
    readonly shape?: Readonly<Record<string, Declared>>;
    readonly entries?: Readonly<Record<string, string>>;
  };
  meta(): { readonly scalar?: string; readonly en?: string } | undefined;
}

interface Scene {
  /** Field that names the item acted on. */
  readonly target: string | null;
  readonly matter: Matter;
}

const DAY = '2024-08-30';

const SCALARS: Readonly<Record<string, unknown>> = {
  Date: DAY,
  PartialDate: DAY,
  DateTime: `${DAY}T08:00:00+08:00`,
  Decimal: '100',
  Int: 1,
  Boolean: true,
};

const textOf = (field: string): string => {
  if (/jurisdiction$/i.test(field)) return '370800';
  if (/digest$/i.test(field)) return `sha256:${'a'.repeat(64)}`;

  return field === 'url' ? 'https://example.org/' : `${field}1`;
};

const idOf = (field: string, { target, matter }: Scene): string => {
  if (field === target) return matter.target;
  if (/party|entity/i.test(field)) return matter.partyId;
  if (/lab/i.test(field)) return matter.labId;

  return /problem/i.test(field) ? (matter.file?.problems[0]?.id ?? 'problem-1') : `${field}-1`;
};

const valueOf = (declared: Declared, field: string, scene: Scene): unknown => {
  const { type, element, shape, entries } = declared.def;
  if (type === 'array' && element !== undefined) return [valueOf(element, field, scene)];
  if (type === 'object' && shape !== undefined) return objectOf(shape, scene);
  if (type === 'enum' && entries !== undefined) {
    const values = Object.keys(entries);

    return values[scene.matter.pick % values.length];
  }
  const scalar = declared.meta()?.scalar ?? 'String';
  if (scalar === 'ID') return idOf(field, scene);

  return SCALARS[scalar] ?? textOf(field);
};

const objectOf = (shape: Readonly<Record<string, Declared>>, scene: Scene): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([, declared]) => declared.def.type !== 'optional')
      .map(([field, declared]) => [field, valueOf(declared, field, scene)]),
  );

/** An input that is well-formed by its declaration: every required field, none of the optional ones. */
export const sampleOf = (input: { readonly shape: object }, scene: Scene): Readonly<Record<string, unknown>> =>
  objectOf(input.shape as Readonly<Record<string, Declared>>, scene);
