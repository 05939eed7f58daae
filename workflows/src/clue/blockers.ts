import { about, type BlockerRule } from '../close-out/blocker';

export const clueBlockers: readonly BlockerRule[] = [
  {
    id: 'B-10',
    rules: ['R-005', 'W-07'],
    text: { zh: '未向线索移交单位反馈', en: 'feedback owed to the sender of the clue' },
    blocks: (problem, file) =>
      about(file.clues, problem).some(
        (clue) => ['accepted', 'merged'].includes(clue.status) && !clue.feedbackTo.includes(clue.from.function),
      ),
  },
];
