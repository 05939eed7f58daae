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

/** County, city and province of a place, each named even where it is the same as the next: as many looks whatever the place. */
const levelsAbove = (code: string): readonly string[] => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];

/** The same with as many files looked at for any place, so that the time which it takes says nothing of it. */
export const deputiesEvenly = async (folder: Folder, actor: Actor, { jurisdiction, ...moments }: Place): Promise<readonly Actor[]> => {
  const units = await Promise.all(levelsAbove(jurisdiction).map(async (area) => (await folder.fold('unit', area)).subject));

  return units.flatMap((unit) => (unit.kind === 'unit' ? actingIn(actor, unit.state, moments) : []));
};

/** The person in every function that the unit of the place, or one above it, delegated to them and that runs. */
export const deputiesOf = async (folder: Folder, actor: Actor, { jurisdiction, occurredAt, now }: Place): Promise<readonly Actor[]> => {
  const units = await Promise.all(areasAbove(jurisdiction).map(async (area) => (await folder.fold('unit', area)).subject));

  return units.flatMap((unit) => (unit.kind === 'unit' ? actingIn(actor, unit.state, { occurredAt, now }) : []));
};
