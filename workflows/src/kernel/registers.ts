import type { PartyState } from '../party/state';
import type { OutletState } from '../monitoring/state';

/** What an act has to look up beside its own state. */
export interface RegisterNeeds {
  readonly parties?: readonly string[];
  readonly outlets?: readonly string[];
}

/** The registers, as they stood when the act was decided. */
export interface Registers {
  party(id: string): PartyState;
  outlet(id: string): OutletState;
}
