import { AUTHORITY, actingIn, areasAbove, hasCode, type Actor, type DocumentReader } from '@liuhen/workflows';
import { unitOf } from '@liuhen/projections';
import { asking, type View, viewersOf } from './authority';
import type { GraphContext } from './context';

interface Moment {
  readonly reader: DocumentReader;
  /** ISO instant with offset. */
  readonly now: string;
}

/** The person in each function that the unit of a place, or one above it, delegated to them and that runs now (W-81). */
export const capacitiesAt = async ({ reader, now }: Moment, actor: Actor, place: string): Promise<readonly Actor[]> => {
  const found = await Promise.all(areasAbove(place).map((area) => unitOf(reader, area)));

  return found.flatMap((unit) => (unit === undefined ? [] : actingIn(actor, unit, { occurredAt: now })));
};

/**
 * The asking person in their own function if that may ask this, else in one delegated to them by their own unit or one
 * above it; throws `UNAUTHENTICATED` or `FORBIDDEN`.
 */
export const askingAs = async (context: Pick<GraphContext, 'actor' | 'reader' | 'now'>, view: View): Promise<Actor> => {
  try {
    return asking(context, view);
  } catch (error) {
    const { actor } = context;
    if (actor === null || !hasCode(error, 'FORBIDDEN')) throw error;
    const acting = await capacitiesAt({ reader: context.reader, now: context.now() }, actor, actor.jurisdiction);
    const found = acting.find((each) => viewersOf(view).includes(each.function));
    if (found === undefined) throw error;

    return found;
  }
};

/** Of those who hold a delegation at a place, the persons who reach what happened there by it; all members of a listening share their own function and area. */
export const personsActingAt = async (
  moment: Moment,
  listener: Actor,
  { place, reaches }: { readonly place: string; readonly reaches: (actor: Actor) => boolean },
): Promise<readonly string[]> => {
  if (!AUTHORITY.includes(listener.function)) return [];
  const found = await Promise.all(areasAbove(place).map((area) => unitOf(moment.reader, area)));

  return found.flatMap((unit) =>
    (unit?.delegations ?? [])
      .map(({ to }) => to.person)
      .filter((person) => unit !== undefined && actingIn({ ...listener, person }, unit, { occurredAt: moment.now }).some(reaches)),
  );
};
