import { ACTS, isSealed, type Act, type RecordedEvent } from '@liuhen/workflows';

/** The few kinds of declarations that an act's input is made of. */
interface Declared {
  readonly def: {
    readonly type: string;
    readonly innerType?: Declared;
    readonly element?: Declared;
    readonly shape?: Readonly<Record<string, Declared>>;
  };
  meta(): { readonly zh?: string; readonly values?: Readonly<Record<string, string>> } | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const BY_NAME: ReadonlyMap<string, Act> = new Map(ACTS.flatMap(({ acts }) => acts.map((act) => [act.name, act] as const)));

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const bare = (declared: Declared | undefined): Declared | undefined =>
  declared?.def.innerType === undefined ? declared : bare(declared.def.innerType);

const fieldsTold = (declared: Declared | undefined, value: Fields): readonly string[] =>
  Object.entries(value).flatMap(([name, each]) => {
    const field = bare(declared?.def.shape?.[name]);

    return each === null || each === undefined ? [] : [`${field?.meta()?.zh ?? name}：${valueTold(field, each)}`];
  });

/** A file is known by its name; its digest stands in the package. */
const objectTold = (declared: Declared | undefined, value: Fields): string => {
  if (isSealed(value)) return '（已封存）';
  const { digest, name } = value;

  return typeof digest === 'string' && typeof name === 'string' ? name : `（${fieldsTold(declared, value).join('，')}）`;
};

const valueTold = (declared: Declared | undefined, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => valueTold(bare(declared?.def.element), each)).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isFields(value)) return objectTold(declared, value);

  return declared?.meta()?.values?.[String(value)] ?? String(value);
};

/** What an act was asked with, in the words of its own declaration; nothing where it was not asked by anybody. */
const askedTold = ({ asked }: RecordedEvent): readonly string[] => {
  if (asked === undefined || !isFields(asked.input)) return [];
  const input = BY_NAME.get(asked.name)?.input as Declared | undefined;

  return fieldsTold(input, asked.input);
};

const NOTES = ['why', 'content', 'title', 'note', 'screening'] as const;

const noted = (said: Fields): readonly string[] =>
  NOTES.flatMap((name) => (typeof said[name] === 'string' ? [said[name]] : [])).slice(0, 1);

const refusedTold = (said: Fields): readonly string[] => {
  const act = typeof said['act'] === 'string' ? (BY_NAME.get(said['act'])?.title.zh ?? said['act']) : '';

  return [`拒绝“${act}”：${String(said['messageZh'])}（${String(said['rule'] ?? said['code'])}）`];
};

/** What an event says, line by line, for people. */
export const contentOf = (event: RecordedEvent): readonly string[] => {
  const said = event.payload as Fields;
  const asked = askedTold(event);
  if (event.type === 'ActRefused') return [...refusedTold(said), ...asked];
  if (event.type === 'SensitiveRead') return [`查阅 ${String(said['view'])}`, ...noted(said).map((why) => `事由：${why}`)];

  return asked.length > 0 ? asked : noted(said);
};
