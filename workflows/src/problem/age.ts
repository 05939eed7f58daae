import { dayOf } from '../calendar';
import type { CaseFile } from '../case/state';

export interface OpenProblem {
  readonly problemId: string;
  /** Natural days since it was put on record. */
  readonly ageDays: number;
  readonly handled: boolean;
}

const isHandled = (file: CaseFile, problemId: string): boolean =>
  [...file.rectifications, ...file.penalties, ...file.transfers].some((exit) => exit.problemIds.includes(problemId));

/** the problems still open on a day, oldest first, each with its age and whether anything was done about it. */
export const openProblemsOn = (file: CaseFile, today: string): readonly OpenProblem[] =>
  file.problems
    .filter((problem) => problem.status !== 'struckOff')
    .map(({ id, recordedAt }) => ({
      problemId: id,
      ageDays: Temporal.PlainDate.from(dayOf(recordedAt)).until(Temporal.PlainDate.from(today)).days,
      handled: isHandled(file, id),
    }))
    .sort((one, other) => other.ageDays - one.ageDays);
