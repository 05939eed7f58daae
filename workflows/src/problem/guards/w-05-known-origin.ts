import type { Guard, Objection } from '../../kernel/act';
import type { CaseFile } from '../../case/state';
import type { CaseLink } from '../origin';

interface Input {
  readonly partyId: string;
  readonly openedFrom?: CaseLink | undefined;
}

type Fault = Omit<Objection, 'rule'>;

const handedOver = (file: CaseFile, problemId: string): boolean =>
  file.clues.some((clue) => clue.competence && clue.status === 'accepted' && clue.problemIds.includes(problemId));

const faultIn = (file: CaseFile, { caseId, problemId }: CaseLink, partyId: string): Fault | undefined => {
  const problem = file.problems.find((each) => each.id === problemId);
  if (problem === undefined) {
    return { code: 'UNKNOWN_ID', message: { zh: `案件${caseId}无问题${problemId}`, en: `No ${problemId} in case ${caseId}` } };
  }
  if (handedOver(file, problemId)) return undefined;
  if (problem.status === 'found') {
    return {
      message: { zh: '原案问题尚未认定，不得据以另案', en: 'A further case is opened on a finding, and there is none yet' },
      missing: [{ zh: `${problemId} 的调查认定`, en: `finding on ${problemId}` }],
    };
  }

  return problem.partyId === partyId
    ? { message: { zh: '同一当事人的同一问题应在原案处理', en: 'The same matter of the same party stays in its case' } }
    : undefined;
};

/** A case that comes out of another one names a finding there against somebody else, or a transfer by competence. */
export const knownOrigin: Guard<Input, unknown> = {
  rule: 'W-05',
  check: ({ openedFrom, partyId }, { registers }) => {
    if (openedFrom === undefined) return undefined;
    const origin = registers.case(openedFrom.caseId);
    if (origin.status === 'none') {
      return { code: 'UNKNOWN_ID', message: { zh: `没有此案件：${openedFrom.caseId}`, en: `No such case: ${openedFrom.caseId}` } };
    }

    return faultIn(origin, openedFrom, partyId);
  },
};
