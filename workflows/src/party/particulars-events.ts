import type { EventsOf } from '../kernel/events-of';
import type { Sealed } from '../kernel/sealed';
import type { ForgettingEvent } from '../record/events';

/** Particulars of a natural person, never in clear. */
export type ParticularsEvent =
  | ForgettingEvent
  | EventsOf<{
      PartyParticularsRecorded: {
        /** Identity number, home address, telephone. */
        readonly particulars: Sealed;
      };
      /** Somebody who may was about to read them. */
      PartyParticularsOpened: { readonly why: string };
    }>;

const TYPES: readonly string[] = [
  'PartyParticularsRecorded',
  'PartyParticularsOpened',
  'PersonForgotten',
] satisfies ParticularsEvent['type'][];

export const isParticularsEvent = <E extends { readonly type: string }>(event: E): event is E & ParticularsEvent =>
  TYPES.includes(event.type);

export type Particulars = 'none' | 'sealed' | 'forgotten';

export const evolveParticulars = (before: Particulars, { type }: ParticularsEvent): Particulars => {
  switch (type) {
    case 'PartyParticularsRecorded':
      return 'sealed';
    case 'PartyParticularsOpened':
      return before;
    case 'PersonForgotten':
      return 'forgotten';
  }
};
