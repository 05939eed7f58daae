import type { PartyState } from '../party/state';
import type { OutletState } from '../monitoring/state';
import type { PersonState } from '../person/state';

/** What an act has to look up beside its own state. */
export interface RegisterNeeds {
  readonly parties?: readonly string[];
  readonly outlets?: readonly string[];
  readonly persons?: readonly string[];
}

/** The registers, as they stood when the act was decided. */
export interface Registers {
  party(id: string): PartyState;
  outlet(id: string): OutletState;
  /** By the id that acts name the person by; `unknown` for one that was never registered. */
  person(id: string): PersonState;
}
