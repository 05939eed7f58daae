import type { CaseFile } from '../case/state';
import { about, found, type BlockerRule } from '../close-out/blocker';
import type { Problem } from '../problem/evolve';

/** Statuses in which the penalty proceeding has come to a decision. */
const DECIDED = ['decided', 'served', 'executed', 'noPenalty'];

export const isDecided = (file: CaseFile, problem: Problem): boolean =>
  about(file.penalties, problem).some((each) => DECIDED.includes(each.status));

export const penaltyBlockers: readonly BlockerRule[] = [
  {
    id: 'B-3',
    rules: ['R-001', 'R-002', 'W-07'],
    text: { zh: '认定违法但未作出处罚或其他有理由的处理', en: 'a violation is found but nothing was decided' },
    blocks: (problem, file) =>
      found(problem, 'violation', 'suspectedCrime') && !isDecided(file, problem) && about(file.transfers, problem).length === 0,
  },
];
