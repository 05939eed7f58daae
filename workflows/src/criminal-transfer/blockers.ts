import type { CaseFile } from '../case/state';
import { about, found, type BlockerRule } from '../close-out/blocker';
import { isDecided } from '../penalty/blockers';
import type { CriminalTransferStatus } from './machine';
import type { Problem } from '../problem/evolve';

/** The police have said in writing what they make of it. */
const ANSWERED: readonly CriminalTransferStatus[] = [
  'returned',
  'filed',
  'declined',
  'refusalUpheld',
  'policeWithdrawn',
  'forProsecution',
  'notProsecuted',
  'prosecuted',
  'judged',
];

/** The matter came back: the administrative track has to go on. */
const CAME_BACK: readonly CriminalTransferStatus[] = ['returned', 'declined', 'refusalUpheld', 'policeWithdrawn', 'notProsecuted'];

const isAnswered = (file: CaseFile, problem: Problem): boolean =>
  about(file.transfers, problem).some((each) => ANSWERED.includes(each.status));

export const transferBlockers: readonly BlockerRule[] = [
  {
    id: 'B-7',
    rules: ['R-132', 'R-133', 'R-140', 'R-142', 'R-144', 'CJL-06'],
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
    blocks: (problem, file) => about(file.transfers, problem).some((each) => CAME_BACK.includes(each.status)) && !isDecided(file, problem),
  },
];
