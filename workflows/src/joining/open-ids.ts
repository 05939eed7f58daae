import type { CaseFile } from '../case/state';

/** Problems that leave with the case. */
export const openIds = ({ problems }: CaseFile): readonly string[] =>
  problems.filter((problem) => problem.status !== 'struckOff').map((problem) => problem.id);
