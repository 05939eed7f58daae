import type { Objection } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import type { Actor } from '../kernel/event';
import { RECORD_REACH } from './reach';

type Asker = Pick<Actor, 'person' | 'acting'>;

/** Person ids of those whom a record is about, as far as they are known. */
interface Naming {
  readonly named: readonly string[];
}

/**
 * O-46: is the record about the person? What is done in somebody's stead is theirs, and so nobody acts on it for whom it
 * names either. It has no end: found untrue, it is still about them.
 */
export const isNamed = ({ person, acting }: Asker, { named }: Naming): boolean =>
  named.includes(person) || (acting !== undefined && named.includes(acting.person));

/** The record as it stands to the person: to whom it names, there is none, and what is said of it is said of none. */
export const asToldTo = <R extends { readonly status: string }>(
  asker: Asker,
  record: R | (R & Naming),
): R | (R & Naming) | { readonly status: 'none' } => ('named' in record && isNamed(asker, record) ? { status: 'none' } : record);

export type RecordKind = keyof typeof RECORD_REACH;

interface Reserved extends Partial<Naming> {
  readonly status: string;
  readonly recordedBy?: string;
}

/** May the person know of such a record at all, wherever it lies? */
export const mayKnowRecord = (asker: Asker & Pick<Actor, 'function'>, kind: RecordKind, { named = [], recordedBy }: Reserved): boolean => {
  if (isNamed(asker, { named })) return false;
  const { functions, recorder }: { readonly functions: readonly OfficialFunction[]; readonly recorder: boolean } = RECORD_REACH[kind];

  return functions.includes(asker.function) || (recorder && recordedBy === asker.person);
};

/** Said to whom may not know of a record, as of an id that there is not. */
export const NOT_THEIRS: Omit<Objection, 'rule'> = {
  code: 'UNKNOWN_ID',
  weighty: true,
  message: { zh: '编号不存在或无权知悉', en: 'The id does not exist, or is not yours to know' },
};
