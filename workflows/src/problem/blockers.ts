import { about, type BlockerRule } from '../close-out/blocker';

export const problemBlockers: readonly BlockerRule[] = [
  {
    id: 'B-2',
    rules: ['R-003'],
    text: { zh: '排污许可执法案件未记录督促整改', en: 'no urging of the rectification is on record' },
    blocks: (problem, file) =>
      problem.source === 'permitSupervision' &&
      problem.finding?.finding !== 'noViolation' &&
      !problem.urged &&
      about(file.rectifications, problem).length === 0,
  },
];
