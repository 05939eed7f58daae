import { spokenFor, type Actor } from '@liuhen/workflows';
import type { Folder } from './folder';

/** Of these parties, those that the person speaks for, as the register names them. */
export const spokenForBy = async (folder: Folder, actor: Actor, parties: readonly string[]): Promise<readonly string[]> => {
  if (actor.function !== 'dischargingEntity') return [];
  const named = await Promise.all(
    parties.map(async (id) => {
      const { subject } = await folder.fold('party', id);

      const { name, jurisdiction } =
        subject.kind === 'party' && subject.state.status === 'registered' ? subject.state : { name: null, jurisdiction: '000000' };

      return { id, name, jurisdiction };
    }),
  );

  return spokenFor(actor, named);
};
