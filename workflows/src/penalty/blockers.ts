import type { CaseFile } from '../case/state';
import { about, found, type BlockerRule } from '../close-out/blocker';
import type { Problem } from '../problem/evolve';

/** Statuses in which the penalty proceeding has come to a decision. */
const DECIDED = ['decided', 'served', 'executed', 'noPenalty'];

export const isDecided = (file: CaseFile, problem: Problem): boolean =>
  about(file.penalties, problem).some((each) => DECIDED.includes(each.status));

const isPenalised = (file: CaseFile, problem: Problem): boolean =>
  about(file.penalties, problem).some((each) => ['decided', 'served', 'executed'].includes(each.status));

/** 弄虚作假: tampering or fabrication established, or the class says so. */
const isFraud = ({ finding }: Problem): boolean => finding?.tampering === true || finding?.violationClass === 'dataFraud';

export const penaltyBlockers: readonly BlockerRule[] = [
  {
    id: 'B-3',
    rules: ['R-001', 'R-002', 'W-07'],
    text: { zh: '认定违法但未作出处罚或其他有理由的处理', en: 'a violation is found but nothing was decided' },
    blocks: (problem, file) =>
      found(problem, 'violation', 'suspectedCrime') && !isDecided(file, problem) && about(file.transfers, problem).length === 0,
  },
  {
    id: 'B-3',
    rules: ['R-134'],
    text: { zh: '查实的弄虚作假未作出处罚', en: 'a finding of data fraud is not penalised' },
    blocks: (problem, file) => found(problem, 'violation', 'suspectedCrime') && isFraud(problem) && !isPenalised(file, problem),
  },
  {
    id: 'B-3',
    rules: ['R-136', 'R-137', 'R-133'],
    text: { zh: '偷排偷放、弄虚作假未处罚也未移送', en: 'covert discharge or fraud is neither penalised nor transferred' },
    blocks: (problem, file) =>
      found(problem, 'generalProblem', 'violation', 'suspectedCrime') &&
      (isFraud(problem) || problem.finding?.violationClass === 'covertDischarge') &&
      !isPenalised(file, problem) &&
      [...about(file.transfers, problem), ...about(file.detentionTransfers, problem), ...about(file.outsideTransfers, problem)].length ===
        0,
  },
];
