import { RECORD_REACH, REACH, suffices } from '../authority/reach';
import { mayKnowRecord, type RecordKind } from '../authority/recusal';
import { relationsOf, type Relation, type Standing } from '../authority/relation';
import { standingOf } from '../authority/standing';
import type { Act, Facts } from '../kernel/act';
import type { Denied } from '../kernel/decision';
import type { Actor } from '../kernel/event';
import { covers } from '../kernel/jurisdiction';
import type { Subject } from './fold';
import { deny } from './judge';

interface Scene extends Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'> {
  /** When it is put on record; absent where that is when it is done. */
  readonly now?: string;
  /** Id of the thing acted on; absent for an act that opens one. */
  readonly subject?: string;
  /** Id of the item acted on, e.g. `penalty-1`. */
  readonly item?: string | null;
  /** Ids of the parties that the person is known to speak for. */
  readonly speaksFor?: readonly string[];
}

type Judged = Pick<Act, 'by' | 'basis'> & Partial<Pick<Act, 'opens'>>;

const heldBy = (
  actor: Actor,
  subject: Subject,
  { jurisdiction, occurredAt, now, subject: id = '', item = null, speaksFor = [] }: Scene,
): readonly Relation[] => relationsOf(actor, standingOf(subject, { jurisdiction, id, item, occurredAt, now }), speaksFor);

interface Relations {
  readonly needed: readonly Relation[];
  readonly held: readonly Relation[];
}

const needed = (act: Judged, actor: Actor, subject: Subject): readonly Relation[] =>
  subject.kind === 'case' && act.opens !== true ? REACH[actor.function].onCase : REACH[actor.function].elsewhere;

/** Is it a record that not everyone of its area may know of? */
export const isReserved = (kind: Subject['kind']): kind is RecordKind => Object.hasOwn(RECORD_REACH, kind);

const isReservedSubject = (subject: Subject): subject is Extract<Subject, { kind: RecordKind }> => isReserved(subject.kind);

/** Who may not know of a thing is not told that it exists, not by a refusal either. */
export const knowsOf = (actor: Actor, subject: Subject, scene: Scene): boolean => {
  const { knows, elsewhere } = REACH[actor.function];
  if (isReservedSubject(subject) && subject.state.status !== 'none' && !mayKnowRecord(actor, subject.kind, subject.state)) return false;

  return suffices(subject.kind === 'case' ? knows : elsewhere, heldBy(actor, subject, { ...scene, item: null }));
};

/**
 * Is it this person's to do at all? Each act belongs to the functions that it names (R-017; findings and penalties on
 * exceedance, self-monitoring, equipment and fraud to the enforcement side alone, R-006), and each function reaches a
 * thing through the relations of its row in `REACH`. Undefined: it is.
 */
export const denialOf = (act: Judged, actor: Actor, subject: Subject, scene: Scene): Denied | undefined =>
  denialBy(act, actor, { needed: needed(act, actor, subject), held: heldBy(actor, subject, scene) }, scene);

const denialBy = (act: Judged, actor: Actor, relations: Relations, scene: Scene): Denied | undefined => {
  if (!act.by.includes(actor.function)) return deny('NOT_COMPETENT', scene, act.basis.includes('R-006') ? ['R-006'] : []);
  if (suffices(relations.needed, relations.held)) return undefined;

  return deny(actor.function === 'dischargingEntity' ? 'NOT_OWN_PARTY' : 'OUT_OF_JURISDICTION', scene);
};

/** Whom a person who is known by the id of a party may speak for; else, by names that the register would have to be asked for, any of them. */
const maySpeakFor = (actor: Actor, { parties }: Standing): readonly string[] => (actor.party === undefined ? parties : [actor.party]);

/** Can a person know of a case, told by how it stands and not by its events? */
export const mayKnow = (actor: Actor, standing: Standing): boolean =>
  suffices(REACH[actor.function].knows, relationsOf(actor, standing, maySpeakFor(actor, standing)));

/**
 * The denial of an act on a case to someone who may not even know of it, told by how the case stands and not by its events;
 * undefined where its events have to be asked. `standing` may hold more relations than the events bear out, never fewer.
 */
export const denialToStranger = (act: Judged, actor: Actor, standing: Standing, scene: Scene): Denied | undefined => {
  if (mayKnow(actor, standing)) return undefined;
  const held = relationsOf(actor, standing, maySpeakFor(actor, standing));

  return denialBy(act, actor, { needed: REACH[actor.function].onCase, held }, scene);
};

/** Id of the item that the input of an act names, or null for an act on the whole. */
export const itemNamedBy = ({ target }: Pick<Act, 'target'>, input: Readonly<Record<string, unknown>>): string | null => {
  const named = input[target ?? 'target'];
  if (typeof named === 'string') return named;

  return typeof named === 'object' && named !== null && 'id' in named && typeof named.id === 'string' ? named.id : null;
};

interface Named {
  readonly id: string;
  readonly name: string | null;
  /** Where it is registered, GB/T 2260. */
  readonly jurisdiction: string;
}

/** A name is one firm's in its own area only. */
const bearsName = ({ organisation, jurisdiction: area }: Actor, { name, jurisdiction }: Named): boolean =>
  name === organisation && covers(area, jurisdiction);

/** Of these parties, those the person speaks for: the one their token names, else the one of their area whose name their organisation bears. */
export const spokenFor = (actor: Actor, parties: readonly Named[]): readonly string[] =>
  actor.function !== 'dischargingEntity'
    ? []
    : parties.filter((party) => (actor.party === undefined ? bearsName(actor, party) : party.id === actor.party)).map(({ id }) => id);
