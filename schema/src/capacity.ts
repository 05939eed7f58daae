import { actingIn, areasAbove, LiuhenError, relationsOf, type Actor, type DocumentReader } from '@liuhen/workflows';
import { engagementsOf, standingAt, standingOfId, unitOf, type Scope } from '@liuhen/projections';
import { asking, scopesOf, standsIn, type View, viewersOf } from './authority';
import type { GraphContext } from './context';

interface Moment {
  readonly reader: DocumentReader;
  /** ISO instant with offset. */
  readonly now: string;
}

const delegatedBy = async ({ reader, now }: Moment, actor: Actor, units: readonly string[]): Promise<readonly Actor[]> => {
  const found = await Promise.all(units.map((area) => unitOf(reader, area)));

  return found.flatMap((unit) => (unit === undefined ? [] : actingIn(actor, unit, { occurredAt: now })));
};

/** The person in each function that a unit, of whatever area, delegated to them and that runs now (W-81). */
export const delegatedTo = async (moment: Moment, actor: Actor): Promise<readonly Actor[]> =>
  delegatedBy(moment, actor, (await engagementsOf(moment.reader, actor.person)).units);

/** Cases on whose team the person is now, in this function and office. */
const teamCasesOf = async ({ reader, now }: Moment, actor: Actor, cases: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(cases.map((caseId) => standingOfId(reader, caseId)));

  return found.flatMap((document) =>
    document !== undefined && relationsOf(actor, standingAt(document, now)).includes('assigned') ? [document.caseId] : [],
  );
};

/** Who asks a question, and the parts of what there is that they are told of. */
export interface Asker {
  /** The person in the first of their functions that may ask it. */
  readonly actor: Actor;
  readonly scopes: readonly Scope[];
}

/**
 * The asking person in every function in which they may ask this: their own, and those delegated to them by any unit.
 * `asksAfter` is the person asked after, where the question is about one. Throws `UNAUTHENTICATED` or `FORBIDDEN`.
 */
export const askingAs = async (
  context: Pick<GraphContext, 'actor' | 'reader' | 'now'>,
  view: View,
  asksAfter: string | null = null,
): Promise<Asker> => {
  const { actor: own, reader } = context;
  if (own === null) throw new LiuhenError('UNAUTHENTICATED', view);
  const moment = { reader, now: context.now() };
  const { cases, units } = await engagementsOf(reader, own.person);
  const all = [own, ...(await delegatedBy(moment, own, units))].filter(({ function: fn }) => viewersOf(view).includes(fn));
  const [actor = asking(context, view)] = all;
  const scopes = await Promise.all(
    all.map(async (each) => scopesOf(view, each, { teamCases: await teamCasesOf(moment, each, cases), asksAfter })),
  );

  return { actor, scopes: scopes.flat() };
};

/** Of those who hold a delegation at a place, the persons who reach what happened there by it; all members of a listening share their own function and area. */
export const personsActingAt = async (
  moment: Moment,
  listener: Actor,
  { place, reaches }: { readonly place: string; readonly reaches: (actor: Actor) => boolean },
): Promise<readonly string[]> => {
  if (!standsIn(listener)) return [];
  const found = await Promise.all(areasAbove(place).map((area) => unitOf(moment.reader, area)));

  return found.flatMap((unit) =>
    (unit?.delegations ?? [])
      .map(({ to }) => to.person)
      .filter((person) => unit !== undefined && actingIn({ ...listener, person }, unit, { occurredAt: moment.now }).some(reaches)),
  );
};
