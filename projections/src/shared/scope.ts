import { covers, type Comparison, type FieldFilter, type Filter, type OfficialFunction } from '@liuhen/workflows';
import { areaFilter } from './page';

/**
 * One part of what somebody is told of, as the table of authority has it: a row is in it where it meets every limit that is
 * set. The read models say how a limit is asked of their documents, never whom it is set for.
 */
export interface Scope {
  /** GB/T 2260 code: the place itself and everything under it; null for wherever. */
  readonly area: string | null;
  /** Only rows of these cases. */
  readonly cases?: readonly string[];
  /** Only what this function owes. */
  readonly owedBy?: OfficialFunction;
  /** Only what this person recorded. */
  readonly recordedBy?: string;
  /** Only where this function of this area is a side of it, or one of an area under it; see `sideOf`. */
  readonly side?: string;
  /** Only what this person answers for. */
  readonly answers?: string;
  /** Only what was copied to the procuratorate. */
  readonly copied?: true;
  /** Only what is before a court of this area, GB/T 2260 code. */
  readonly courtArea?: string;
  /** Only what is before the court of this name, on record without its area. */
  readonly courtNamed?: string;
  /** Nothing that is confidential. */
  readonly open?: true;
}

/** A side of a hand-off: police of another area are another side. */
export const sideOf = (fn: OfficialFunction, area: string): string => `${fn} ${area}`;

export type Limit = keyof Scope;

/** How one limit is asked of a document; `value` where it is always the same. */
interface Asked {
  readonly field: string;
  readonly op: FieldFilter['op'];
  readonly value?: Comparison;
}

/** The limits that a list can be held to. */
export type Limits = Readonly<Partial<Record<Limit, readonly Asked[]>>>;

const AREA: Limits = { area: [{ field: 'jurisdiction', op: 'prefix' }] };

/** Of a list of rows that each belong to a case. */
export const CASE_LIMITS: Limits = { ...AREA, cases: [{ field: 'caseId', op: 'in' }] };

const filterOf = ({ field, op, value }: Asked, asked: string | readonly string[] | true): readonly FieldFilter[] => {
  if (value !== undefined) return [{ field, op, value }];
  if (op === 'prefix') return areaFilter(field, String(asked));

  return [{ field, op, value: asked }];
};

const partOf = (scope: Scope, limits: Limits): readonly FieldFilter[] =>
  (Object.entries(scope) as readonly (readonly [Limit, string | readonly string[] | true | null])[]).flatMap(([limit, asked]) => {
    if (asked === null) return [];
    const ways = limits[limit];
    // A limit that a list knows nothing of would else be no limit.
    if (ways === undefined) throw new RangeError(`no way to ask for ${limit}`);

    return ways.flatMap((way) => filterOf(way, asked));
  });

/** What a list is held to, over its own filters: rows in any of these parts. */
export const heldTo = (scopes: readonly Scope[], limits: Limits = AREA): readonly Filter[] => {
  const parts = scopes.map((scope) => partOf(scope, limits));
  const [only, ...more] = parts;

  return only !== undefined && more.length === 0 ? only : [{ any: parts }];
};

/** Does a place lie in one of these parts? */
export const isIn = (scopes: readonly Scope[], place: string): boolean => scopes.some(({ area }) => area === null || covers(area, place));
