import { about, type BlockerRule } from '../close-out/blocker';
import { isDecided } from '../penalty/blockers';
import { hasAny, MUST_PENALISE } from './classification';

export const investigationBlockers: readonly BlockerRule[] = [
  {
    id: 'B-4',
    rules: ['R-049'],
    text: { zh: '三种情形须处罚并限期整改，尚缺其一', en: 'one of the three cases without both penalty and time-limited rectification' },
    blocks: (problem, file) =>
      problem.finding !== null &&
      hasAny(problem.finding, MUST_PENALISE) &&
      !(isDecided(file, problem) && about(file.rectifications, problem).some((each) => each.mode === 'byDate')),
  },
];
