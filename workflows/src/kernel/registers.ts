import type { DisciplineState } from '../discipline/evolve';
import type { InterferenceState } from '../interference/evolve';
import type { PartyState } from '../party/state';
import type { ReportState } from '../public-report/evolve';
import type { OutletState } from '../monitoring/state';

/** What an act has to look up beside its own state. */
export interface RegisterNeeds {
  readonly parties?: readonly string[];
  readonly outlets?: readonly string[];
  readonly interferences?: readonly string[];
  readonly disciplines?: readonly string[];
  readonly reports?: readonly string[];
}

/** The registers, as they stood when the act was decided. */
export interface Registers {
  party(id: string): PartyState;
  outlet(id: string): OutletState;
  interference(id: string): InterferenceState;
  discipline(id: string): DisciplineState;
  report(id: string): ReportState;
}
