import { z } from 'zod';
import { UNKNOWN } from '../calendar/partial-date';
import { isSealed, type Sealed } from './sealed';
import type { Text } from './text';

/** How an input field shows outside: its scalar or named type, and its meaning in both languages. */
export interface FieldMeta extends Text {
  readonly scalar?: 'Date' | 'PartialDate' | 'DateTime' | 'Decimal' | 'ID' | 'String' | 'Int' | 'Boolean';
  /** Name of the object or enum type in the public contract. */
  readonly typeName?: string;
  /** Meaning of each value of an enum. */
  readonly values?: Readonly<Record<string, string>>;
}

declare module 'zod' {
  interface GlobalMeta {
    zh?: string;
    en?: string;
    scalar?: FieldMeta['scalar'];
    typeName?: string;
    values?: Readonly<Record<string, string>>;
    /** Sealed by the desk before the act is decided. */
    sealed?: boolean;
  }
}

const said = (text: Text, more: Partial<FieldMeta> = {}) => ({ zh: text.zh, en: text.en, ...more });

const fault = (zh: string, en: string) => ({ error: `${zh} / ${en}` });

/** Free text; 10 MB in one field is a mistake, not a document. */
export const text = (zh: string, en: string, max = 4000) =>
  z
    .string()
    .trim()
    .min(1, fault('不能为空', 'must not be empty'))
    .max(max, fault(`不得超过${max}字`, `at most ${max} characters`))
    .meta(said({ zh, en }, { scalar: 'String' }));

/**
 * Particulars of a person that must one day be forgotten. They come in as text; the desk seals them under a key of the
 * record before anything is decided, so that neither the log nor a read model ever holds the text.
 */
export const sealedText = (zh: string, en: string, max = 1000) =>
  z
    .union([
      z
        .string()
        .trim()
        .min(1, fault('不能为空', 'must not be empty'))
        .max(max, fault(`不得超过${max}字`, `at most ${max} characters`)),
      z.custom<Sealed>(isSealed),
    ])
    .meta({ ...said({ zh: `${zh}（密封保存）`, en: `${en}, kept sealed` }, { scalar: 'String' }), sealed: true });

interface Declaration {
  readonly def: { readonly innerType?: Declaration };
  meta(): { readonly sealed?: boolean } | undefined;
}

const isSealedField = (field: Declaration): boolean =>
  field.meta()?.sealed === true || (field.def.innerType !== undefined && isSealedField(field.def.innerType));

/** Fields of an input that are sealed. */
export const sealedFieldsOf = (input: z.ZodObject): readonly string[] =>
  Object.entries(input.shape as Readonly<Record<string, Declaration>>).flatMap(([name, field]) => (isSealedField(field) ? [name] : []));

/** An identifier given out by this system or by a register. */
export const id = (zh: string, en: string) =>
  z
    .string()
    .regex(/^[\w.:-]{1,80}$/, fault('编号格式不正确', 'not a well-formed id'))
    .meta(said({ zh, en }, { scalar: 'ID' }));

const isRealDate = (value: string): boolean => {
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch {
    return false;
  }
};

/** A calendar day, `YYYY-MM-DD`, China Standard Time. */
export const date = (zh: string, en: string) =>
  z
    .string()
    .refine(isRealDate, fault('日期不存在，应为 YYYY-MM-DD', 'not a real date; use YYYY-MM-DD'))
    .meta(said({ zh, en }, { scalar: 'Date' }));

const PARTIAL = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

export const isRealPartialDate = (value: string): boolean => PARTIAL.test(value) && isRealDate(`${value}-01-01`.slice(0, 10));

/** A day of a document as far as it is known: `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`; all but the first are marked imprecise. */
export const partialDate = (zh: string, en: string) =>
  z
    .string()
    .refine(
      (value) => value === UNKNOWN || isRealPartialDate(value),
      fault(
        '日期不存在，应为 YYYY-MM-DD，仅知年月时为 YYYY-MM 或 YYYY，未公布时为 unknown',
        'not a real date; YYYY-MM-DD, or YYYY-MM, YYYY or unknown where no more is known',
      ),
    )
    .meta(said({ zh, en }, { scalar: 'PartialDate' }));

/** Number of a document; a document without one is lawful and is kept as such. */
export const docNo = (zh: string, en: string) => text(zh, en, 80).optional();

const OFFSET = /(?:Z|[+-]\d{2}:\d{2})$/;

export const isRealInstant = (value: string): boolean => {
  if (!OFFSET.test(value)) return false;
  try {
    Temporal.PlainDateTime.from(value.replace(OFFSET, ''), { overflow: 'reject' });
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
};

/** A moment, ISO 8601 with offset, e.g. `2024-08-30T09:00:00+08:00`. */
export const instant = (zh: string, en: string) =>
  z
    .string()
    .refine(isRealInstant, fault('时间不存在或缺少时区', 'not a real moment with an offset'))
    .meta(said({ zh, en }, { scalar: 'DateTime' }));

/** A moment or, where no more is known of it, its day, month or year; `unknown` where it was never made known. */
export const moment = (zh: string, en: string) =>
  z
    .string()
    .refine(
      (value) => value === UNKNOWN || isRealInstant(value) || isRealPartialDate(value),
      fault(
        '时间不存在或缺少时区；仅知日期时可填 YYYY-MM-DD，未公布时为 unknown',
        'not a real moment with an offset, nor a day, month or year, nor unknown',
      ),
    )
    .meta(said({ zh, en }, { scalar: 'DateTime' }));

/** Yuan with at most two decimals, exact, not negative. */
export const money = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{1,15}(?:\.\d{1,2})?$/, fault('金额应为不小于零、至多两位小数的数', 'an amount ≥ 0 with at most two decimals'))
    .meta(said({ zh, en }, { scalar: 'Decimal' }));

/** A measured value, exact as it was reported. */
export const decimal = (zh: string, en: string) =>
  z
    .string()
    .regex(/^-?\d{1,15}(?:\.\d{1,10})?$/, fault('应为十进制数', 'must be a decimal number'))
    .meta(said({ zh, en }, { scalar: 'Decimal' }));

/** GB/T 2260, six digits, e.g. `370800`. */
export const jurisdictionCode = (zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{6}$/, fault('应为六位行政区划代码', 'six digits, GB/T 2260'))
    .meta(said({ zh, en }, { scalar: 'String' }));

export const flag = (zh: string, en: string) => z.boolean().meta(said({ zh, en }, { scalar: 'Boolean' }));

export const enumOf = <const V extends Readonly<Record<string, string>>>(typeName: string, values: V, label: Text) =>
  z.enum(Object.keys(values) as [keyof V & string, ...(keyof V & string)[]]).meta(said(label, { typeName, values }));

export const object = <const S extends z.ZodRawShape>(typeName: string, shape: S, label: Text) =>
  z.strictObject(shape).meta(said(label, { typeName }));

export const list = <T extends z.ZodType>(item: T, zh: string, en: string, bounds: { min?: number; max?: number } = {}) =>
  z
    .array(item)
    .min(bounds.min ?? 0, fault(`至少${bounds.min ?? 0}项`, `at least ${bounds.min ?? 0}`))
    .max(bounds.max ?? 100, fault(`至多${bounds.max ?? 100}项`, `at most ${bounds.max ?? 100}`))
    .meta(said({ zh, en }));

/** A file kept under its digest; the file itself travels apart from the act. */
export const evidence = object(
  'EvidenceInput',
  {
    digest: z
      .string()
      .regex(/^(?:sha256|sm3):[0-9a-f]{64}$/, fault('摘要应为 sha256: 加64位十六进制', 'sha256: and 64 hex digits'))
      .meta(said({ zh: '文件摘要', en: 'digest of the file' }, { scalar: 'String' })),
    name: text('文件名', 'file name', 255),
    mediaType: text('媒体类型', 'media type', 100),
    bytes: z
      .int()
      .min(0)
      .max(2_000_000_000)
      .meta(said({ zh: '字节数', en: 'size in bytes' }, { scalar: 'Int' })),
  },
  { zh: '证据材料', en: 'piece of evidence' },
);

/** A person who acts in the case by name: two officers, a sampler, a signatory. */
export const namedPerson = object(
  'NamedPersonInput',
  {
    person: id('人员身份号', 'person id'),
    name: text('姓名', 'name', 60),
    certificateNo: text('执法证或上岗证号', 'number of the enforcement or work certificate', 60).optional(),
  },
  { zh: '人员', en: 'person' },
);

export type EvidenceInput = z.output<typeof evidence>;
export type NamedPerson = z.output<typeof namedPerson>;
