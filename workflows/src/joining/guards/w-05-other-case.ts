import type { CaseFacts, CaseGuard } from '../../case/act';
import type { CaseFile } from '../../case/state';
import type { Objection } from '../../kernel/act';

type Fault = Omit<Objection, 'rule'>;

const noSuchCase = (id: string): Fault => ({
  code: 'UNKNOWN_ID',
  message: { zh: `没有可并案的其他在办案件：${id}`, en: `No other open case: ${id}` },
});

const otherOpenCase = ({ registers, subject }: CaseFacts, id: string): CaseFile | undefined => {
  const other = registers.case(id);

  return id !== subject && other.status === 'open' ? other : undefined;
};

/** A case takes up the problems of another one that is open and that it did not take up before. */
export const adoptsOpenCase: CaseGuard<{ readonly fromCaseId: string }> = {
  rule: 'W-05',
  check: ({ fromCaseId }, facts) =>
    otherOpenCase(facts, fromCaseId) === undefined || facts.state.links.adopted.includes(fromCaseId) ? noSuchCase(fromCaseId) : undefined,
};

/** A case merges into another one that is open. */
export const mergesIntoOpenCase: CaseGuard<{ readonly into: string }> = {
  rule: 'W-05',
  check: ({ into }, facts) => (otherOpenCase(facts, into) === undefined ? noSuchCase(into) : undefined),
};

/** The link goes both ways: the other case says that it came out of this problem. */
export const cameOutOfHere: CaseGuard<{ readonly caseId: string; readonly problemId: string }> = {
  rule: 'W-05',
  check: ({ caseId, problemId }, { registers, subject }) => {
    const other = registers.case(caseId);
    const names =
      other.status !== 'none' &&
      other.problems.some(({ openedFrom }) => openedFrom?.caseId === subject && openedFrom.problemId === problemId);

    return names
      ? undefined
      : {
          code: 'UNKNOWN_ID',
          message: { zh: `案件${caseId}未载明由本案${problemId}产生`, en: `Case ${caseId} does not say that it came out of ${problemId}` },
        };
  },
};
