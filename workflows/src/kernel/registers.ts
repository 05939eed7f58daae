import type { CaseState } from '../case/state';
import type { DisciplineState } from '../discipline/evolve';
import type { InterferenceState } from '../interference/evolve';
import type { PartyState } from '../party/state';
import type { ReportState } from '../public-report/evolve';
import type { OutletState } from '../monitoring/state';
import type { UnitState } from '../unit/state';
import type { PersonState } from '../person/state';

/** What an act has to look up beside its own state. */
export interface RegisterNeeds {
  readonly parties?: readonly string[];
  readonly outlets?: readonly string[];
  /** Other cases that the act refers to, e.g. the one that it merges into; to who may not know of one there is none. */
  readonly cases?: readonly string[];
  /** Cases that say themselves that they have to do with this one; whoever acts here need not know of them otherwise. */
  readonly linkedCases?: readonly string[];
  /** The units of the place where the law is asked and of the areas above it. */
  readonly unitsOfPlace?: true;
  readonly persons?: readonly string[];
  readonly interferences?: readonly string[];
  readonly disciplines?: readonly string[];
  readonly reports?: readonly string[];
}

/** The registers, as they stood when the act was decided. */
export interface Registers {
  party(id: string): PartyState;
  outlet(id: string): OutletState;
  case(id: string): CaseState;
  /** The unit of an area, by its GB/T 2260 code. */
  unit(area: string): UnitState;
  /** By the id that acts name the person by; `unknown` for one that was never registered. */
  person(id: string): PersonState;
  interference(id: string): InterferenceState;
  discipline(id: string): DisciplineState;
  report(id: string): ReportState;
}
