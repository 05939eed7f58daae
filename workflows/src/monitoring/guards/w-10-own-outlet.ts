import type { Guard } from '../../kernel/act';
import { spokenFor } from '../../desk/authority';
import { partyOfOutlet } from '../outlet-id';

/** An entity speaks of its own outlets only. */
export const ownOutlet: Guard<unknown, unknown> = {
  rule: 'W-10',
  check: (_input, { actor, registers, subject }) => {
    const id = partyOfOutlet(subject);
    const party = registers.party(id);
    // The desk looks at the area; acts from before it did are judged again by the name alone.
    const isOwn =
      party.status === 'registered' && spokenFor(actor, [{ id, name: party.name, jurisdiction: actor.jurisdiction }]).length > 0;
    if (isOwn) return undefined;

    return {
      code: 'NOT_COMPETENT',
      weighty: true,
      message: { zh: '排污单位只能标记本单位的排放口', en: 'An entity flags data of its own outlets only' },
    };
  },
};
