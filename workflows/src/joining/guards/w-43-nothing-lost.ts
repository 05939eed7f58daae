import type { CaseFacts, CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import { FUNCTIONS } from '../../kernel/codes';
import type { Text } from '../../kernel/text';

const open = (file: CaseFile) => file.problems.filter((problem) => problem.status !== 'struckOff');

const notAdopted = ({ state, registers, subject }: CaseFacts, into: string): readonly Text[] => {
  const other = registers.case(into);
  if (other.status === 'none') return [];
  const taken = other.problems.flatMap(({ adoptedFrom }) => (adoptedFrom?.caseId === subject ? [adoptedFrom.problemId] : []));

  return open(state)
    .filter((problem) => !taken.includes(problem.id))
    .map(({ id }) => ({ zh: `${into}承接${id}`, en: `${id} taken up by ${into}` }));
};

const RUNNING = [
  'penalties',
  'transfers',
  'dailyPenalties',
  'restrictions',
  'permitMeasures',
  'closures',
  'seizures',
  'detentionTransfers',
  'outsideTransfers',
] as const;

/** No problem is lost on the way: the other case has taken up each one that is open, and nothing is being handled here. */
export const nothingLost: CaseGuard<{ readonly into: string }> = {
  rule: 'W-43',
  check: ({ into }, facts) => {
    if (RUNNING.some((proceeding) => facts.state[proceeding].length > 0)) {
      return {
        weighty: true,
        message: { zh: '已进入处理程序的案件不得并入他案', en: 'A case that is being handled is not merged into another' },
      };
    }
    const missing = notAdopted(facts, into);
    if (missing.length === 0) return undefined;

    return { message: { zh: '目标案件应先承接本案全部未销号问题', en: 'The other case takes up each open problem first' }, missing };
  },
};

const unanswered = (file: CaseFile): readonly Text[] =>
  file.clues
    .filter((clue) => ['accepted', 'merged'].includes(clue.status) && !clue.feedbackTo.includes(clue.from.function))
    .map((clue) => ({ zh: `就${clue.id}向${FUNCTIONS[clue.from.function]}反馈`, en: `feedback on ${clue.id} to its sender` }));

/** Who handed a clue over hears where it went, before the case leaves (R-005; nationally W-07). */
export const sendersTold = (rule: 'R-005' | 'W-07'): CaseGuard<unknown> => ({
  rule,
  check: (_input, { state }) => {
    const missing = unanswered(state);
    if (missing.length === 0) return undefined;

    return { message: { zh: '并案或移送前应向线索移交单位反馈', en: 'The senders of its clues are told before the case leaves' }, missing };
  },
});

/** The competent authority has accepted every problem that is still open. */
export const acceptedThere: CaseGuard<{ readonly clueId: string }> = {
  rule: 'MEP-16',
  check: ({ clueId }, { state }) => {
    const clue = state.clues.find((each) => each.id === clueId);
    const missing = open(state)
      .filter((problem) => clue?.problemIds.includes(problem.id) !== true)
      .map(({ id }) => ({ zh: `${id}随案移送并受理`, en: `${id} transferred and accepted as well` }));
    if (missing.length === 0) return undefined;

    return { message: { zh: '尚有问题未经受移送机关受理', en: 'The competent authority has not accepted every open problem' }, missing };
  },
};
