import { z } from 'zod';
import { caseAct, whole } from '../case/act';
import { caseProcedure } from '../case/machine';
import type { CaseFile } from '../case/state';
import { docNo, id, text } from '../kernel/input';
import type { Problem } from '../problem/evolve';
import type { ProblemEvent } from '../problem/events';
import { openIds } from './open-ids';
import { adoptsOpenCase, cameOutOfHere, mergesIntoOpenCase } from './guards/w-05-other-case';
import { acceptedThere, nothingLost, sendersTold } from './guards/w-43-nothing-lost';

const reason = text('理由', 'reason');

const foreseesOf = (eventType: string) => (file: CaseFile) => whole(caseProcedure.next(file.status, eventType) !== undefined);

const adopted = (problem: Problem, fromCaseId: string, as: string, jurisdiction: string): ProblemEvent => {
  const { id: problemId, title, source, partyId, partyName, outletId, facts, foundAt, suspicionIds, reporterAwaitsAnswer } = problem;

  return {
    type: 'ProblemFound',
    payload: {
      problemId: as,
      title,
      source,
      partyId,
      partyName,
      outletId,
      jurisdiction,
      facts,
      foundAt,
      suspicionIds,
      reporterAwaitsAnswer,
      ...(problem.origin === null ? {} : { origin: problem.origin }),
      ...(problem.machine === null ? {} : { machine: problem.machine }),
      adoptedFrom: { caseId: fromCaseId, problemId },
    },
  };
};

/** 承接: the first half of a merger, on the case that goes on. */
export const adoptCase = caseAct({
  name: 'adoptCase',
  title: { zh: '承接并案问题', en: 'Take up the problems of another case' },
  by: ['enforcementAgency'],
  input: z.strictObject({ fromCaseId: id('被并案件编号', 'id of the case that is to end'), reason }),
  basis: ['R-004', 'W-43'],
  targets: (file) => whole(file.status === 'open'),
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能承接', en: 'The case takes nothing up now' } },
  needs: ({ fromCaseId }) => ({ cases: [fromCaseId] }),
  guards: [adoptsOpenCase],
  events: ({ fromCaseId, reason: why }, { state, registers }) => {
    const other = registers.case(fromCaseId);
    const open = other.status === 'none' ? [] : other.problems.filter((problem) => problem.status !== 'struckOff');
    const numbered = open.map((problem, at) => ({ problem, is: `problem-${state.problems.length + at + 1}` }));

    return [
      {
        type: 'CaseAdopted',
        payload: { fromCaseId, problems: numbered.map(({ problem, is }) => ({ was: problem.id, is })), reason: why },
      },
      ...numbered.map(({ problem, is }) => adopted(problem, fromCaseId, is, state.jurisdiction)),
    ];
  },
});

/** 并案: the second half, on the case that ends here. */
export const mergeCase = caseAct({
  name: 'mergeCase',
  title: { zh: '并入他案', en: 'Merge the case into another' },
  by: ['enforcementAgency'],
  input: z.strictObject({ into: id('并入的案件编号', 'id of the case that goes on'), reason }),
  basis: ['W-43'],
  targets: foreseesOf('CaseMerged'),
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能并案', en: 'The case cannot be merged now' } },
  needs: ({ into }) => ({ cases: [into] }),
  guards: [mergesIntoOpenCase, nothingLost, sendersTold('R-005'), sendersTold('W-07')],
  events: (input, { state }) => [{ type: 'CaseMerged', payload: { ...input, problemIds: openIds(state) } }],
});

/** 另案: the finding on one party gave rise to a case against another; the link goes both ways. */
export const linkOpenedCase = caseAct({
  name: 'linkOpenedCase',
  title: { zh: '登记另案', en: 'Record the case that came out of this one' },
  by: ['enforcementAgency', 'monitoringUnit', 'permitDepartment'],
  input: z.strictObject({ caseId: id('另案编号', 'id of the other case'), problemId: id('问题编号', 'problem that it came out of') }),
  basis: ['W-05'],
  targets: (file) => whole(file.problems.length > 0),
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能登记另案', en: 'No case can be linked now' } },
  needs: ({ caseId }) => ({ linkedCases: [caseId] }),
  guards: [cameOutOfHere],
  events: ({ caseId, problemId }, { registers, subject }) => {
    const other = registers.case(caseId);
    const problems = other.status === 'none' ? [] : other.problems;

    return problems
      .filter(({ openedFrom }) => openedFrom?.caseId === subject && openedFrom.problemId === problemId)
      .slice(0, 1)
      .map(({ partyId, partyName }) => ({ type: 'FurtherCaseOpened', payload: { caseId, problemId, partyId, partyName } }) as const);
  },
});

/** 移送管辖: the other authority has accepted, and the matter goes on there. */
export const handOverCase = caseAct({
  name: 'handOverCase',
  title: { zh: '移送管辖结案', en: 'Hand the case over to the competent authority' },
  by: ['authorityHead'],
  input: z.strictObject({ clueId: id('管辖移送线索编号', 'id of the accepted clue'), reason }),
  basis: ['MEP-16'],
  target: 'clueId',
  targets: (file) =>
    foreseesOf('CaseHandedOver')(file).length === 0
      ? []
      : file.clues.filter((clue) => clue.competence && clue.status === 'accepted').map((clue) => clue.id),
  outOfTurn: {
    rule: 'MEP-16',
    message: { zh: '受移送机关受理后方可移送结案', en: 'The case leaves when the competent authority has accepted it' },
    missing: [{ zh: '已受理的管辖移送', en: 'an accepted transfer by competence' }],
  },
  guards: [acceptedThere, sendersTold('R-005'), sendersTold('W-07')],
  events: ({ clueId, reason: why }, { state }) =>
    state.clues
      .filter((clue) => clue.id === clueId)
      .map(({ to }) => ({ type: 'CaseHandedOver', payload: { clueId, to, reason: why, problemIds: openIds(state) } }) as const),
});

export const takeBackCase = caseAct({
  name: 'takeBackCase',
  title: { zh: '收回已移送案件', en: 'Take a transferred case back' },
  by: ['authorityHead'],
  input: z.strictObject({ reason, docNo: docNo('指定管辖文号', 'number of the designation') }),
  basis: ['MEP-15', 'MEP-16'],
  takesTransferredCase: true,
  targets: foreseesOf('CaseTakenBack'),
  outOfTurn: { rule: 'W-42', message: { zh: '案件未移送', en: 'The case was not transferred' } },
  events: ({ docNo: number, ...input }) => [{ type: 'CaseTakenBack', payload: { ...input, docNo: number ?? null } }],
});

export const joiningActs = [adoptCase, mergeCase, linkOpenedCase, handOverCase, takeBackCase] as const;
