import { earliest } from '../calendar';
import type { BreachClass } from './events';

interface Period {
  /** Months that a publication lasts at least before it can be repaired. */
  readonly least: number;
  readonly most: number;
}

const PERIODS: Readonly<Record<BreachClass, Period>> = {
  light: { least: 0, most: 3 },
  general: { least: 3, most: 12 },
  serious: { least: 12, most: 36 },
};

export const periodOf = (breachClass: BreachClass): Period => PERIODS[breachClass];

/** A day so many months after the document; of a document known by month only, from the first day that it can be of. */
export const monthsAfter = (documentDate: string, months: number): string =>
  Temporal.PlainDate.from(earliest(documentDate)).add({ months }).toString();
