import type { CaseEvent, CaseFile } from '../case/state';
import { dayOf, isPrecise } from '../calendar';
import type { Penalty } from './evolve';

const UNDECIDED: readonly Penalty['status'][] = ['filed', 'noticed', 'hearingPending', 'reviewed'];

const undecided = (file: CaseFile, problemIds: readonly string[]): readonly Penalty[] =>
  file.penalties.filter((penalty) => UNDECIDED.includes(penalty.status) && penalty.problemIds.some((id) => problemIds.includes(id)));

const day = (when: string): string => (when.length > 10 && isPrecise(when.slice(0, 10)) ? dayOf(when) : when);

/** While the police have the matter its time is not counted (衔接办法 art. 16): every undecided penalty case on it stands still. */
export const clockSuspensions = (
  file: CaseFile,
  problemIds: readonly string[],
  { reason, on }: { readonly reason: string; readonly on: string },
): readonly CaseEvent[] =>
  undecided(file, problemIds)
    .filter((penalty) => !penalty.clockStopped)
    .map((penalty) => ({ type: 'PenaltyClockSuspended', payload: { penaltyId: penalty.id, reason, on: day(on) } }));

/** The matter comes back: the clocks run on. */
export const clockResumptions = (file: CaseFile, problemIds: readonly string[], on: string): readonly CaseEvent[] =>
  undecided(file, problemIds)
    .filter((penalty) => penalty.clockStopped)
    .map((penalty) => ({ type: 'PenaltyClockResumed', payload: { penaltyId: penalty.id, on: day(on) } }));
