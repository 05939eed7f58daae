import { AUTHORITY, type OfficialFunction } from '../kernel/codes';
import type { Actor } from '../kernel/event';
import { covers } from '../kernel/jurisdiction';
import type { Text } from '../kernel/text';

/** How a person stands to a thing; that they are recused from it is asked apart, and outweighs all of these. */
export const RELATIONS = {
  assigned: { zh: '办案人员', en: 'on the team of the case, within its term' },
  unit: { zh: '本级机关', en: 'the office of the place itself' },
  superior: { zh: '上级机关', en: 'an office whose area covers the place' },
  recipient: { zh: '受移送机关', en: 'it was handed to this function in this area' },
  party: { zh: '当事人本人', en: 'it is about the party that the person speaks for' },
} as const satisfies Record<string, Text>;

export type Relation = keyof typeof RELATIONS;

/** Where a thing was handed to; a null function is whichever the act belongs to. */
export interface Handed {
  readonly function: OfficialFunction | null;
  readonly jurisdiction: string;
}

/** Who works on it, in which function and area. */
export interface Assigned {
  readonly person: string;
  readonly function: OfficialFunction;
  readonly jurisdiction: string;
}

/** What of a thing matters to the question who may touch it. */
export interface Standing {
  readonly jurisdiction: string;
  readonly handed: readonly Handed[];
  /** Ids of the parties that it is about. */
  readonly parties: readonly string[];
  /** Its team, as far as the term of each member runs. */
  readonly assigned?: readonly Assigned[];
}

/** What one department of the authority receives, the authority has; inspection follows what the authority it inspects received. */
const receives = (fn: OfficialFunction, to: OfficialFunction | null): boolean =>
  to === null || to === fn || (AUTHORITY.includes(to) && (AUTHORITY.includes(fn) || fn === 'disciplineInspection'));

type Asker = Pick<Actor, 'person' | 'function' | 'jurisdiction'>;

/** The very officer, in the function and office that they were put on it in. */
const isAssigned = (asker: Asker, { assigned = [] }: Standing): boolean =>
  assigned.some((each) => each.person === asker.person && each.function === asker.function && each.jurisdiction === asker.jurisdiction);

/** Every relation that holds; `speaksFor` are ids of the parties that the person is known to speak for. */
export const relationsOf = (asker: Asker, standing: Standing, speaksFor: readonly string[] = []): readonly Relation[] => {
  const isRecipient = standing.handed.some((to) => receives(asker.function, to.function) && covers(asker.jurisdiction, to.jurisdiction));
  const isParty = standing.parties.some((party) => speaksFor.includes(party));
  const isUnit = asker.jurisdiction === standing.jurisdiction;

  return [
    ...(isAssigned(asker, standing) ? (['assigned'] as const) : []),
    ...(isUnit ? (['unit'] as const) : []),
    ...(!isUnit && covers(asker.jurisdiction, standing.jurisdiction) ? (['superior'] as const) : []),
    ...(isRecipient ? (['recipient'] as const) : []),
    ...(isParty ? (['party'] as const) : []),
  ];
};
