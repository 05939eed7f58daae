import { about, found, type BlockerRule } from '../close-out/blocker';

export const rectificationBlockers: readonly BlockerRule[] = [
  {
    id: 'B-2',
    rules: ['R-127', 'R-128', 'W-07'],
    text: { zh: '整改未完成或未经复核确认', en: 'rectification not completed and confirmed' },
    blocks: (problem, file) => {
      const orders = about(file.rectifications, problem);

      return (
        orders.some((each) => each.status !== 'confirmed' && each.status !== 'revoked') ||
        (orders.length === 0 && found(problem, 'generalProblem'))
      );
    },
  },
];
