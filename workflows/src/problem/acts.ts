import { caseAct, foreseen } from '../case/act';
import type { CaseEvent, CaseState } from '../case/state';
import { blockersOfProblem } from '../close-out/blockers';
import { remarks } from '../close-out/remarks';
import { WHOLE, type Act, type Facts } from '../kernel/act';
import { date, docNo, enumOf, flag, id, moment, list, object, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { PROBLEM_CATEGORIES, PROBLEM_GRADES, PROBLEM_SOURCES } from './events';
import { originNamed } from './guards/r-068-origin-named';
import { knownOrigin } from './guards/w-05-known-origin';
import { registeredParty } from './guards/w-06-registered-party';
import { suspicionOnRecord } from './guards/r-064-suspicion-on-record';
import { problemProcedure } from './machine';
import { dayOf } from '../calendar';
import { functionOfUnit } from '../unit/guards/r-014-function-of-unit';
import { linkageRulesAt } from '../unit/state';
import { z } from 'zod';

const foundProblem = z.strictObject({
  title: text('问题标题', 'short title of the problem', 200),
  source: enumOf('ProblemSource', PROBLEM_SOURCES, { zh: '问题来源', en: 'where the problem came from' }),
  partyId: id('当事人编号', 'id of the party'),
  outletId: id('排放口编号', 'id of the outlet').optional(),
  facts: text('发现的事实', 'what was found', 20_000),
  foundAt: moment('发现时间', 'when it was found'),
  suspicionIds: list(id('涉嫌记录编号', 'id of a recorded suspicion'), '所依据的初步涉嫌记录', 'suspicions it rests on').optional(),
  reporterAwaitsAnswer: flag('举报人是否等待答复', 'does a reporter wait for an answer').optional(),
  origin: object(
    'HandedDownInput',
    {
      level: enumOf('SuperiorLevel', { state: '国家', province: '省', city: '市' }, { zh: '交办层级', en: 'level of the superior' }),
      organisation: text('交办机关', 'superior that handed it down', 120),
      docNo: docNo('交办文号', 'number of the document'),
      handedDownOn: date('交办日期', 'handed down on'),
    },
    { zh: '上级交办来源', en: 'origin of a clue that was handed down' },
  ).optional(),
  machine: object(
    'MachineCheckInput',
    {
      system: text('系统名称', 'system', 120),
      rule: text('模型或规则', 'model or rule', 300),
      ranAt: moment('运行时间', 'when it ran'),
    },
    { zh: '大数据、人工智能校核', en: 'check by big data or AI, off site' },
  ).optional(),
  openedFrom: object(
    'CaseLinkInput',
    { caseId: id('原案编号', 'id of the other case'), problemId: id('原案问题编号', 'id of the problem there') },
    { zh: '另案来源', en: 'the case that this one came out of' },
  ).optional(),
});

const FINDERS = ['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency'] as const;

type FoundProblem = z.output<typeof foundProblem>;
type Found = Extract<CaseEvent, { type: 'ProblemFound' }>;

const problemFound = (input: FoundProblem, facts: Facts<unknown>, problemId: string): Found => {
  const party = facts.registers.party(input.partyId);

  return {
    type: 'ProblemFound',
    payload: {
      problemId,
      title: input.title,
      source: input.source,
      partyId: input.partyId,
      partyName: party.status === 'registered' ? party.name : '',
      outletId: input.outletId ?? null,
      jurisdiction: facts.jurisdiction,
      facts: input.facts,
      foundAt: input.foundAt,
      suspicionIds: input.suspicionIds ?? [],
      reporterAwaitsAnswer: input.reporterAwaitsAnswer ?? false,
      ...provenanceOf(input),
    },
  };
};

const provenanceOf = ({ origin, machine, openedFrom }: FoundProblem) => ({
  ...(origin === undefined ? {} : { origin: { ...origin, docNo: origin.docNo ?? null } }),
  ...(machine === undefined ? {} : { machine }),
  ...(openedFrom === undefined ? {} : { openedFrom }),
});

/** The case keeps the linkage rules that ran at its place on the day it was opened. */
const configured = (found: Found, { registers, jurisdiction, occurredAt }: Facts<unknown>): Found => {
  const configuration = linkageRulesAt((area) => registers.unit(area), { jurisdiction, on: dayOf(occurredAt) });

  return configuration === null ? found : { ...found, payload: { ...found.payload, configuration } };
};

const needsOf = (input: FoundProblem) => ({
  unitsOfPlace: true as const,
  cases: input.openedFrom === undefined ? [] : [input.openedFrom.caseId],
  parties: [input.partyId],
  outlets: input.outletId === undefined ? [] : [input.outletId],
});

const FINDING_GUARDS = [registeredParty, knownOrigin, functionOfUnit, suspicionOnRecord, originNamed] as const;

/** 发现问题: the first event of every case (rules.md 3.2 move 1). */
export const reportProblem: Act<'reportProblem', typeof foundProblem, CaseState, CaseEvent> = {
  name: 'reportProblem',
  title: { zh: '登记发现的问题（立案件）', en: 'Report a problem found (opens a case)' },
  by: FINDERS,
  input: foundProblem,
  opens: true,
  basis: ['R-001', 'R-002', 'R-016', 'R-048', 'R-061', 'R-065', 'R-068'],
  target: null,
  targets: (state) => (state.status === 'none' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-02', message: { zh: '案件已存在', en: 'The case exists already' } }),
  needs: needsOf,
  guards: FINDING_GUARDS,
  events: (input, facts) => [configured(problemFound(input, facts, 'problem-1'), facts)],
};

export const addProblem = caseAct({
  name: 'addProblem',
  title: { zh: '补充登记问题', en: 'Add a further problem to the case' },
  by: FINDERS,
  input: foundProblem,
  basis: ['R-004', 'R-065', 'R-068'],
  targets: () => WHOLE,
  outOfTurn: { rule: 'W-02', message: { zh: '此时不能补充问题', en: 'A problem cannot be added now' } },
  needs: needsOf,
  guards: FINDING_GUARDS,
  events: (input, facts) => [problemFound(input, facts, nextItemId('problem', facts.state.problems))],
});

/** 分级分类: a problem on the ledger gets its grade and category; a later word replaces an earlier one. */
export const gradeProblem = caseAct({
  name: 'gradeProblem',
  title: { zh: '问题分级分类', en: 'Grade a problem on the ledger' },
  by: FINDERS,
  input: z.strictObject({
    problemId: id('问题编号', 'id of the problem'),
    grade: enumOf('ProblemGrade', PROBLEM_GRADES, { zh: '等级', en: 'grade' }),
    category: enumOf('ProblemCategory', PROBLEM_CATEGORIES, { zh: '类别', en: 'category' }),
    reason: text('分级理由', 'why this grade').optional(),
  }),
  basis: ['R-053'],
  target: 'problemId',
  targets: (file) => file.problems.filter((problem) => problem.status !== 'struckOff').map((problem) => problem.id),
  outOfTurn: { rule: 'W-02', message: { zh: '没有可分级的问题', en: 'No such problem is on the ledger' } },
  events: ({ reason, ...input }) => [{ type: 'ProblemGraded', payload: { ...input, reason: reason ?? null } }],
});

const struckOff = z.strictObject({
  problemId: id('问题编号', 'id of the problem'),
  result: text('处理结果', 'what became of it', 4000),
});

/** 问题销号 of one problem (R-004, B-1 to B-10 as far as they concern this problem). */
export const strikeOffProblem = caseAct({
  name: 'strikeOffProblem',
  title: { zh: '问题销号', en: 'Strike a solved problem off the ledger' },
  by: ['enforcementAgency'],
  input: struckOff,
  basis: ['R-004', 'R-129'],
  target: 'problemId',
  targets: (file) => foreseen(file.problems, problemProcedure, 'ProblemStruckOff'),
  outOfTurn: {
    rule: ['R-001', 'R-002', 'W-02'],
    message: { zh: '问题须经调查认定后方可销号', en: 'A problem is struck off only after the investigation has determined it' },
    missing: [{ zh: '调查报告', en: 'investigation report' }],
  },
  guards: remarks,
  events: ({ problemId, result }, facts) => {
    const blockers = blockersOfProblem(facts, problemId);
    if (blockers.length === 0) return [{ type: 'ProblemStruckOff', payload: { problemId, result } }];

    return {
      rule: ['R-004', 'W-07'],
      code: 'CLOSE_OUT_BLOCKED',
      weighty: true,
      message: { zh: '该问题尚有销号障碍', en: 'Something still blocks the close-out of this problem' },
      missing: blockers.map((blocker) => blocker.missing),
    };
  },
});

export const problemActs = [reportProblem, addProblem, gradeProblem, strikeOffProblem] as const;
