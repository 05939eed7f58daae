import type { CaseFile } from '../case/state';
import { about, found, type BlockerRule } from '../close-out/blocker';
import { isDecided } from '../penalty/blockers';
import type { Problem } from '../problem/evolve';

const isAnswered = (file: CaseFile, problem: Problem): boolean =>
  about(file.transfers, problem).some((each) => each.status === 'filed' || each.status === 'declined');

export const transferBlockers: readonly BlockerRule[] = [
  {
    id: 'B-7',
    rules: ['R-140', 'R-142', 'R-144', 'CJL-06'],
    text: {
      zh: '涉嫌犯罪移送未完成：缺移送、抄送检察机关或公安机关书面通知',
      en: 'criminal transfer not complete: papers, copy to the procuratorate or written notice of the police',
    },
    blocks: (problem, file) =>
      found(problem, 'suspectedCrime') &&
      !(
        isAnswered(file, problem) && about(file.transfers, problem).every((each) => each.status === 'refused' || each.copiedToProcuratorate)
      ),
  },
  {
    id: 'B-8',
    rules: ['W-07'],
    text: { zh: '公安机关不予立案后未继续处理', en: 'the police declined and the case was not handled further' },
    blocks: (problem, file) => about(file.transfers, problem).some((each) => each.status === 'declined') && !isDecided(file, problem),
  },
];
