import { caseFileOf, keptFrom, standingOfId, type CaseFileDocument } from '@liuhen/projections';
import type { Actor } from '@liuhen/workflows';
import { mayReach, seen, type View } from './authority';
import { delegatedTo } from './capacity';
import type { GraphContext } from './context';
import { evenly } from './evenly';

/** A case as a person may see it, in their own function or in one that was delegated to them; throws `UNKNOWN_ID` otherwise. */
export const seenCaseOf = (...asked: Parameters<typeof lookedUp>): ReturnType<typeof lookedUp> => evenly(() => lookedUp(...asked));

const lookedUp = async (
  context: Pick<GraphContext, 'reader' | 'now'>,
  actor: Actor,
  { caseId, view }: { readonly caseId: string; readonly view: View },
): Promise<{ readonly document: CaseFileDocument; readonly actor: Actor }> => {
  const { reader } = context;
  const now = context.now();
  const [standing, kept, delegated] = await Promise.all([
    standingOfId(reader, caseId),
    keptFrom(reader, actor.person),
    delegatedTo({ reader, now }, actor),
  ]);
  const capacities = [actor, ...delegated];
  // Until here the same is looked up whether there is such a case or not; the file of a stranger is not touched.
  const isTheirs = standing !== undefined && !kept.has(caseId) && mayReach(capacities, standing, now);

  return seen(capacities, isTheirs ? await caseFileOf(reader, caseId) : undefined, { view, id: caseId, now });
};
