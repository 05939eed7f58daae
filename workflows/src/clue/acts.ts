import { z } from 'zod';
import { caseAct, foreseen, itemOf, whole } from '../case/act';
import { dayOf } from '../calendar';
import { FUNCTIONS } from '../kernel/codes';
import { enumOf, flag, id, list, object, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { parameterAt } from '../regulation';
import { functionOfUnit } from '../unit/guards/r-014-function-of-unit';
import { marksOf } from './marks';
import { fraudClueVerified } from './guards/fraud-clue-verified';
import { neverOn, notSentBack } from './guards/mep-16-competence';
import { filingExtendedOnce } from './guards/mep-18-filing-extended-once';
import { canAnswer, receiverAnswers, returnedBefore } from './guards/w-01-receiver-answers';
import { openIds } from '../joining/open-ids';
import { ifTakenUpElsewhere, takenUpIn } from './taken-up';
import { mergesIntoOpenCase } from '../joining/guards/w-05-other-case';
import { nothingLost } from '../joining/guards/w-43-nothing-lost';
import { clueProcedure } from './machine';
import { RECEIVERS } from './receivers';

export const unit = object(
  'UnitInput',
  {
    organisation: text('单位名称', 'name of the organisation', 120),
    function: enumOf('OfficialFunction', FUNCTIONS, { zh: '职能', en: 'function' }),
    jurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
  },
  { zh: '单位', en: 'unit' },
);

const clueId = id('线索编号', 'id of the clue');
const oneClue = z.strictObject({ clueId });

export const transferClue = caseAct({
  name: 'transferClue',
  title: { zh: '移交线索', en: 'Transfer a clue' },
  by: ['monitoringUnit', 'monitoringControlCentre', 'permitDepartment', 'enforcementAgency'],
  input: z.strictObject({
    problemIds: list(id('问题编号', 'problem id'), '线索所涉问题', 'problems the clue is about', { min: 1 }),
    to: unit,
    materials: list(text('材料', 'material', 300), '移交材料清单', 'list of the material handed over', { min: 1 }),
    fraud: flag('是否为弄虚作假线索', 'is it a clue of data fraud'),
    verified: flag('是否经核实', 'is the fact verified'),
    note: text('说明', 'note').optional(),
    after: id('退回后再次移交的原线索编号', 'the returned clue that is handed over again').optional(),
    competence: flag('是否因管辖权移送', 'is it because the receiver is the competent authority').optional(),
  }),
  basis: ['R-001', 'R-002', 'R-005', 'R-011', 'R-061', 'R-065', 'R-066', 'R-068'],
  targets: (file) => whole(file.problems.some((problem) => problem.status !== 'struckOff')),
  outOfTurn: { rule: 'W-02', message: { zh: '没有待移交的问题', en: 'No open problem to hand over' } },
  needs: () => ({ unitsOfPlace: true }),
  guards: [knownProblems, canAnswer, returnedBefore, neverOn, functionOfUnit, ...fraudClueVerified],
  events: ({ problemIds, to, materials, fraud, verified, note, after, competence }, { state, actor }) => [
    {
      type: 'ClueTransferred',
      payload: {
        clueId: nextItemId('clue', state.clues),
        problemIds,
        from: { organisation: actor.organisation, function: actor.function, jurisdiction: actor.jurisdiction },
        to,
        materials,
        verified,
        fraud,
        note: note ?? null,
        ...(after === undefined ? {} : { after }),
        ...(competence === true ? { competence } : {}),
        ...marksOf(state.problems.filter((problem) => problemIds.includes(problem.id))),
      },
    },
    ...(after === undefined
      ? []
      : [
          {
            type: 'ClueReturnSettled',
            payload: { clueId: after, retransferredAs: nextItemId('clue', state.clues), reason: note ?? '再次移交' },
          } as const,
        ]),
  ],
});

export const receiveClue = caseAct({
  name: 'receiveClue',
  title: { zh: '签收线索', en: 'Receive a clue' },
  by: RECEIVERS,
  input: oneClue,
  basis: ['R-005', 'W-01'],
  target: 'clueId',
  targets: (file) => foreseen(file.clues, clueProcedure, 'ClueReceived'),
  outOfTurn: { rule: ['R-005', 'W-01'], message: { zh: '没有待签收的线索', en: 'No such clue waits to be received' } },
  guards: [receiverAnswers],
  events: (input) => [{ type: 'ClueReceived', payload: input }],
});

export const acceptClue = caseAct({
  name: 'acceptClue',
  title: { zh: '受理线索', en: 'Accept a clue' },
  by: RECEIVERS,
  input: oneClue.extend({
    note: text('受理意见', 'note').optional(),
    intoCaseId: id('并入办理的案件编号', 'id of the case in which it is taken up').optional(),
  }),
  basis: ['R-005', 'W-01'],
  target: 'clueId',
  targets: (file) => foreseen(file.clues, clueProcedure, 'ClueAccepted'),
  outOfTurn: {
    rule: ['R-005', 'W-01'],
    message: { zh: '线索须先签收再受理', en: 'A clue is received before it is accepted' },
    missing: [{ zh: '线索签收', en: 'receipt of the clue' }],
  },
  needs: ({ intoCaseId }) => ({ cases: intoCaseId === undefined ? [] : [intoCaseId] }),
  guards: [receiverAnswers, ifTakenUpElsewhere(mergesIntoOpenCase), ifTakenUpElsewhere(nothingLost)],
  events: ({ clueId: clue, note, intoCaseId }, { state }) => [
    { type: 'ClueAccepted', payload: { clueId: clue, note: note ?? null } },
    ...(intoCaseId === undefined ? [] : takenUpIn(intoCaseId, itemOf(state.clues, clue), openIds(state))),
  ],
});

export const returnClue = caseAct({
  name: 'returnClue',
  title: { zh: '退回线索', en: 'Return a clue with the reason' },
  by: RECEIVERS,
  input: oneClue.extend({ reason: text('退回理由', 'reason of the return') }),
  basis: ['R-005', 'W-01'],
  target: 'clueId',
  targets: (file) => foreseen(file.clues, clueProcedure, 'ClueReturned'),
  outOfTurn: { rule: ['R-005', 'W-01'], message: { zh: '没有可退回的线索', en: 'No such clue can be returned now' } },
  guards: [receiverAnswers, notSentBack],
  events: (input, { state }) => [{ type: 'ClueReturned', payload: { ...input, to: itemOf(state.clues, input.clueId).from } }],
});

/** Once, with the approval of the head, by as many days as the measure of the time allows. */
export const extendFilingTime = caseAct({
  name: 'extendFilingTime',
  title: { zh: '批准延长立案期限', en: 'Approve more time for the decision on filing' },
  by: ['authorityHead'],
  input: oneClue.extend({ reason: text('延长理由', 'reason') }),
  basis: ['MEP-18'],
  target: 'clueId',
  targets: (file) => foreseen(file.clues, clueProcedure, 'FilingTimeExtended'),
  outOfTurn: { rule: 'MEP-18', message: { zh: '没有待决定立案的线索', en: 'No clue waits for the decision on filing' } },
  guards: [filingExtendedOnce],
  events: (input, { jurisdiction, occurredAt }) => {
    const days = parameterAt('penalty.filingExtensionDays', { jurisdiction, on: dayOf(occurredAt) }) ?? 0;

    return [{ type: 'FilingTimeExtended', payload: { ...input, days } }];
  },
});

/** 通报反馈 to the sender of the clue or to the permit department (R-005, R-011; blocker B-10). */
export const giveFeedback = caseAct({
  name: 'giveFeedback',
  title: { zh: '通报反馈', en: 'Give feedback on a clue' },
  by: RECEIVERS,
  input: oneClue.extend({
    to: enumOf('OfficialFunction', FUNCTIONS, { zh: '反馈对象', en: 'who is told' }),
    content: text('反馈内容', 'what became of the clue'),
  }),
  basis: ['R-005', 'R-011', 'R-201'],
  target: 'clueId',
  targets: (file) => foreseen(file.clues, clueProcedure, 'FeedbackGiven'),
  outOfTurn: { rule: ['R-005', 'W-01'], message: { zh: '没有可反馈的线索', en: 'No accepted clue to give feedback on' } },
  guards: [
    receiverAnswers,
    {
      rule: 'W-01',
      check: ({ clueId: clue, to }, { state }) => {
        const { from } = itemOf(state.clues, clue);
        if (to === from.function || to === 'permitDepartment') return undefined;

        return {
          message: {
            zh: '反馈对象应为线索移交单位或许可审批部门',
            en: 'Feedback goes to the sender of the clue or to the permit department',
          },
        };
      },
    },
  ],
  events: (input) => [{ type: 'FeedbackGiven', payload: input }],
});

export const clueActs = [transferClue, receiveClue, acceptClue, returnClue, extendFilingTime, giveFeedback] as const;
