import { dayOf } from '../calendar';
import type { CaseFile } from '../case/state';
import type { Facts } from '../kernel/act';
import type { Text } from '../kernel/text';
import type { Problem } from '../problem/evolve';
import { ruleInForce } from '../regulation';

/** What keeps a problem from being struck off, or a case from being closed (rules.md 3.6). */
export interface Blocker {
  readonly id: string;
  readonly problemId: string;
  readonly missing: Text;
}

interface BlockerRule {
  readonly id: string;
  /** Asked only where one of these is in force. */
  readonly rules: readonly string[];
  readonly text: Text;
  blocks(problem: Problem, file: CaseFile): boolean;
}

type Scene = Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>;

const about = <T extends { readonly problemIds: readonly string[] }>(items: readonly T[], problem: Problem): readonly T[] =>
  items.filter((item) => item.problemIds.includes(problem.id));

const found = (problem: Problem, ...findings: readonly string[]): boolean => findings.includes(problem.finding?.finding ?? '');

const isDecided = (file: CaseFile, problem: Problem): boolean =>
  about(file.penalties, problem).some((each) => ['decided', 'served', 'executed', 'noPenalty'].includes(each.status));

const isAnswered = (file: CaseFile, problem: Problem): boolean =>
  about(file.transfers, problem).some((each) => each.status === 'filed' || each.status === 'declined');

const RULES: readonly BlockerRule[] = [
  {
    id: 'B-2',
    rules: ['R-127', 'R-128', 'W-07'],
    text: { zh: '整改未完成或未经复核确认', en: 'rectification not completed and confirmed' },
    blocks: (problem, file) => {
      const orders = about(file.rectifications, problem);

      return orders.some((each) => each.status !== 'confirmed') || (orders.length === 0 && found(problem, 'generalProblem'));
    },
  },
  {
    id: 'B-3',
    rules: ['R-001', 'R-002', 'W-07'],
    text: { zh: '认定违法但未作出处罚或其他有理由的处理', en: 'a violation is found but nothing was decided' },
    blocks: (problem, file) =>
      found(problem, 'violation', 'suspectedCrime') && !isDecided(file, problem) && about(file.transfers, problem).length === 0,
  },
  {
    id: 'B-5',
    rules: ['R-001', 'R-002', 'R-164', 'W-07'],
    text: { zh: '处理结果未公开', en: 'the result is not disclosed' },
    blocks: (problem, file) =>
      found(problem, 'violation', 'suspectedCrime') &&
      !about(file.disclosures.published, problem).some((each) => each.status === 'published'),
  },
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
  {
    id: 'B-9',
    rules: ['R-138'],
    text: { zh: '查实的篡改、伪造未报告上级', en: 'verified tampering not reported to the superior' },
    blocks: (problem, file) => problem.finding?.tampering === true && !file.disclosures.reportedToSuperior.includes(problem.id),
  },
  {
    id: 'B-10',
    rules: ['R-005', 'W-07'],
    text: { zh: '未向线索移交单位反馈', en: 'feedback owed to the sender of the clue' },
    blocks: (problem, file) =>
      about(file.clues, problem).some((clue) => clue.status === 'accepted' && !clue.feedbackTo.includes(clue.from.function)),
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
    text: { zh: '已处罚的弄虚作假信息未推送信用平台', en: 'penalised fraud not pushed to the credit platforms' },
    blocks: (problem, file) =>
      problem.finding?.tampering === true &&
      about(file.penalties, problem).some((each) => each.decision !== null && !file.disclosures.pushedToCredit.includes(each.id)),
  },
];

const inForce = (rules: readonly string[], { jurisdiction, occurredAt }: Scene): boolean =>
  rules.some((rule) => ruleInForce(rule, { jurisdiction, on: dayOf(occurredAt) }) !== undefined);

const blockerOf = (rule: BlockerRule, problem: Problem): Blocker => ({
  id: rule.id,
  problemId: problem.id,
  missing: { zh: `${rule.id} ${problem.id}：${rule.text.zh}`, en: `${rule.id} ${problem.id}: ${rule.text.en}` },
});

/** What keeps this problem on the ledger; empty when it may be struck off. */
export const blockersOfProblem = (facts: Scene & { readonly state: CaseFile }, problemId: string): readonly Blocker[] =>
  facts.state.problems
    .filter((problem) => problem.id === problemId)
    .flatMap((problem) =>
      RULES.filter((rule) => inForce(rule.rules, facts) && rule.blocks(problem, facts.state)).map((rule) => blockerOf(rule, problem)),
    );

const ON_THE_LEDGER: Text = { zh: '问题尚未销号', en: 'the problem is not struck off' };

/** B-1 and, under it, whatever else keeps each open problem on the ledger. */
export const blockersOfCase = (facts: Scene & { readonly state: CaseFile }): readonly Blocker[] =>
  facts.state.problems
    .filter((problem) => problem.status !== 'struckOff')
    .flatMap((problem) => [
      {
        id: 'B-1',
        problemId: problem.id,
        missing: { zh: `B-1 ${problem.id}：${ON_THE_LEDGER.zh}`, en: `B-1 ${problem.id}: ${ON_THE_LEDGER.en}` },
      },
      ...blockersOfProblem(facts, problem.id),
    ]);
