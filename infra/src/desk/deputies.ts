import { actingIn, areasAbove, EXERCISED_BY, type Act, type Actor } from '@liuhen/workflows';
import type { Folder } from './folder';

interface Place {
  /** Where the law is asked. */
  readonly jurisdiction: string;
  /** ISO instants with offset. */
  readonly occurredAt: string;
  readonly now: string;
}

/** Could a delegation make this act the person's at all? Spares the look where none could. */
export const couldDeputise = ({ by }: Pick<Act, 'by'>, { function: own }: Actor): boolean =>
  by.some((fn) => EXERCISED_BY[fn].includes(own));

/** The person in every function that the unit of the place, or one above it, delegated to them and that runs. */
export const deputiesOf = async (folder: Folder, actor: Actor, { jurisdiction, occurredAt, now }: Place): Promise<readonly Actor[]> => {
  const units = await Promise.all(areasAbove(jurisdiction).map(async (area) => (await folder.fold('unit', area)).subject));

  return units.flatMap((unit) => (unit.kind === 'unit' ? actingIn(actor, unit.state, { occurredAt, now }) : []));
};
