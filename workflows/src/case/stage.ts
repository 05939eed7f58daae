import type { ClueStatus } from '../clue/machine';
import type { Problem } from '../problem/evolve';
import type { CaseFile } from './state';

/** The main line of rules.md 3.2; a case stands where its slowest unsettled problem stands. */
export const STAGES = {
  problemFound: '发现问题',
  clueTransferred: '线索移交',
  clueAccepted: '线索受理',
  investigating: '执法调查',
  determined: '调查认定',
  handling: '依法处理',
  disclosed: '信息公开',
  closedOut: '问题销号',
  merged: '已并入他案',
  transferred: '已移送其他机关管辖',
} as const;

export type Stage = keyof typeof STAGES;

const ORDER = Object.keys(STAGES) as readonly Stage[];

const carries = (ids: readonly string[], problem: Problem) => ids.includes(problem.id);

const isHandled = (file: CaseFile, problem: Problem): boolean =>
  [...file.rectifications, ...file.penalties, ...file.transfers].some((exit) => carries(exit.problemIds, problem));

const isDisclosed = (file: CaseFile, problem: Problem): boolean =>
  file.disclosures.published.some((entry) => entry.status === 'published' && carries(entry.problemIds, problem));

const UNDER_WAY: readonly ClueStatus[] = ['offered', 'received', 'disputed'];

const beforeFinding = (file: CaseFile, problem: Problem): Stage => {
  if (file.investigation.status !== 'notOpened') return 'investigating';
  const clues = file.clues.filter((clue) => carries(clue.problemIds, problem));
  if (clues.some((clue) => clue.status === 'accepted')) return 'clueAccepted';

  return clues.some((clue) => UNDER_WAY.includes(clue.status)) ? 'clueTransferred' : 'problemFound';
};

const stageOfProblem = (file: CaseFile, problem: Problem): Stage => {
  switch (problem.status) {
    case 'struckOff':
      return 'closedOut';
    case 'found':
      return beforeFinding(file, problem);
    case 'determined':
      if (isDisclosed(file, problem)) return 'disclosed';

      return isHandled(file, problem) ? 'handling' : 'determined';
  }
};

export const stageOf = (file: CaseFile): Stage => {
  if (file.status === 'closed') return 'closedOut';
  if (file.status !== 'open') return file.status;
  const stages = file.problems.map((problem) => ORDER.indexOf(stageOfProblem(file, problem)));

  // Struck-off problems alone do not close a case: that is an act of its own.
  return ORDER[Math.min(...stages, ORDER.indexOf('disclosed'))] ?? 'problemFound';
};
