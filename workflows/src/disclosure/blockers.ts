import { isFraud } from './fraud';
import { BOTH_RECEIVERS, pushedTo } from './evolve';
import { about, found, type BlockerRule } from '../close-out/blocker';

export const disclosureBlockers: readonly BlockerRule[] = [
  {
    id: 'B-5',
    rules: ['R-001', 'R-002', 'R-164', 'W-07'],
    text: { zh: '处理结果未公开', en: 'the result is not disclosed' },
    blocks: (problem, file) =>
      found(problem, 'violation', 'suspectedCrime') &&
      !about(file.disclosures.published, problem).some((each) => each.status === 'published'),
  },
  {
    id: 'B-9',
    rules: ['R-138'],
    text: { zh: '查实的篡改、伪造未报告上级', en: 'verified tampering not reported to the superior' },
    blocks: (problem, file) => problem.finding?.tampering === true && !file.disclosures.reportedToSuperior.includes(problem.id),
  },
  {
    id: 'B-12',
    rules: ['R-177'],
    text: { zh: '未答复举报人', en: 'the reporter is not answered' },
    blocks: (problem, file) => problem.reporterAwaitsAnswer && !file.disclosures.reportersAnswered.includes(problem.id),
  },
  {
    id: 'B-13',
    rules: ['R-165', 'R-166'],
    text: { zh: '已处罚的弄虚作假信息未推送两个信用平台', en: 'penalised fraud not pushed to both credit platforms' },
    blocks: (problem, file) =>
      isFraud(problem) &&
      about(file.penalties, problem).some(
        (each) => each.decision !== null && pushedTo(file.disclosures, each.id).length < BOTH_RECEIVERS.length,
      ),
  },
];
