import {
  denialToStranger,
  knowsOf,
  mayKnow,
  momentOf,
  streamOf,
  type Act,
  type Actor,
  type Denied,
  type Facts,
  type Standing,
} from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import { couldDeputise, deputiesEvenly, deputiesOf } from './deputies';
import type { Folder } from './folder';
import type { Task } from './task';

export interface KnownStanding {
  readonly standing: Standing;
  /** Revision of the case up to which it holds. */
  readonly revision: number;
}

export interface Looks {
  readonly folder: Folder;
  readonly store: Pick<EventStore, 'readStream'>;
  /** What is known of who may have to do with a case, as far as the read models have come. */
  readonly standingOf: ((caseId: string, now: string) => Promise<KnownStanding | undefined>) | undefined;
}

/** There is no such case, or none that the person may know of, who would be denied this. */
export type Stranger = { readonly to: 'nothing' } | { readonly to: 'case'; readonly denial: Denied; readonly jurisdiction: string };

/** What the person is told in their own function, where in none of their functions they may know of the case. */
const denialToAll = (
  capacities: readonly Actor[],
  act: Act,
  standing: Standing,
  scene: Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>,
): Denied | undefined => {
  const denials = capacities.map((each) => denialToStranger(act, each, standing, scene));

  return denials.includes(undefined) ? undefined : denials[0];
};

/**
 * Who acts on a case that there is not, or that they may not know of. Both take the same looks: at what is known of the case,
 * at whether that is all, and at the units that may have delegated something; the events of the case are not read, and so
 * the answer is as fast for a thousand of them as for none. Undefined where the events have to be asked.
 */
export const strangerTo = async (
  { folder, store, standingOf }: Looks,
  { act, actor, kind, subject, now, request }: Task,
): Promise<Stranger | undefined> => {
  if (kind !== 'case' || act.opens || standingOf === undefined) return undefined;
  const known = await standingOf(subject, now);
  const newer = await store.readStream(streamOf(kind, subject), { from: (known?.revision ?? -1) + 1, limit: 1 });
  const jurisdiction = known?.standing.jurisdiction ?? actor.jurisdiction;
  const scene = { jurisdiction, occurredAt: momentOf(request.occurredAt, { now, last: now }).occurredAt };
  const deputies = couldDeputise(act, actor) ? await deputiesEvenly(folder, actor, { ...scene, now }) : [];
  if (newer.length > 0) return undefined;
  if (known === undefined) return { to: 'nothing' };
  const denial = denialToAll([actor, ...deputies], act, known.standing, scene);

  return denial && { to: 'case', denial, jurisdiction };
};

type Asking = Pick<Task, 'actor' | 'now'>;

const isKnown = async ({ folder, store, standingOf }: Looks, { actor, now }: Asking, id: string): Promise<boolean> => {
  const known = await standingOf?.(id, now);
  const newer = await store.readStream(streamOf('case', id), { from: (known?.revision ?? -1) + 1, limit: 1 });
  const jurisdiction = known?.standing.jurisdiction ?? actor.jurisdiction;
  const capacities = [actor, ...(await deputiesEvenly(folder, actor, { jurisdiction, occurredAt: now, now }))];
  if (newer.length === 0 && !capacities.some((each) => known !== undefined && mayKnow(each, known.standing))) return false;
  const { subject } = await folder.fold('case', id);
  if (subject.kind !== 'case' || subject.state.status === 'none') return false;
  const scene = { jurisdiction: subject.state.jurisdiction, occurredAt: now, now, subject: id };
  const deputies = await deputiesOf(folder, actor, scene);

  return [actor, ...deputies].some((each) => knowsOf(each, subject, scene));
};

/** Of the other cases that an act names, those that the person may know of; what an act says of the rest is said of none. */
export const knownAmong = async (looks: Looks, asking: Asking, ids: readonly string[] = []): Promise<readonly string[]> => {
  const known = await Promise.all(ids.map(async (id) => ((await isKnown(looks, asking, id)) ? [id] : [])));

  return known.flat();
};
