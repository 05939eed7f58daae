import { about, found, type BlockerRule } from '../close-out/blocker';

const PENDING = ['proposed', 'approved', 'sent', 'received', 'supplementing'];

export const detentionTransferBlockers: readonly BlockerRule[] = [
  {
    id: 'B-11',
    rules: ['R-139', 'DET-15'],
    text: { zh: '行政拘留移送尚无结果', en: 'a transfer for detention has no outcome yet' },
    blocks: (problem, file) => about(file.detentionTransfers, problem).some((each) => PENDING.includes(each.status)),
  },
  {
    id: 'B-3',
    rules: ['R-139'],
    text: { zh: '查实篡改、伪造但未移送治安处罚', en: 'verified tampering was not transferred for a security penalty' },
    blocks: (problem, file) =>
      found(problem, 'violation') && problem.finding?.tampering === true && about(file.detentionTransfers, problem).length === 0,
  },
];
