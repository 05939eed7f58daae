import { z } from 'zod';
import { caseAct, itemOf, stepsOf, whole } from '../case/act';
import type { CaseEvent, CaseFile } from '../case/state';
import { docNo, enumOf, id, money, object, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { effectsOf } from './effects';
import { REMEDY_OUTCOMES, REMEDY_TARGETS, type RemedyEvent } from './events';
import { appliedInTime, filedAfterReview, filedDirectly } from './guards/arl-20-in-time';
import { knownTarget } from './guards/w-05-known-target';
import { remedyProcedure } from './machine';

const remedyId = id('救济编号', 'id of the remedy');

const target = object(
  'RemedyTargetInput',
  {
    kind: enumOf('RemedyTargetKind', REMEDY_TARGETS, { zh: '救济对象', en: 'what it is taken against' }),
    id: id('编号', 'its id in the case'),
  },
  { zh: '救济对象', en: 'what it is taken against' },
);

const atStep = stepsOf({
  target: 'remedyId' as const,
  items: (file) => file.remedies,
  procedure: remedyProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的复议或者诉讼', en: 'No reconsideration or suit is at this step' } },
});

/** Remedies come after a case was closed as well: the clock of the party is not that of the ledger. */
const onAnyCase = { takesClosedCase: true } as const;

const contestable = (file: CaseFile): readonly string[] =>
  whole(
    file.penalties.some((each) => each.decision !== null) ||
      file.rectifications.length > 0 ||
      file.dailyPenalties.length > 0 ||
      file.restrictions.length + file.permitMeasures.length + file.closures.length + file.seizures.length > 0 ||
      file.disclosures.published.length > 0,
  );

const NOTHING = { rule: 'W-02', message: { zh: '本案尚无可供救济的决定', en: 'Nothing was decided, ordered or published yet' } } as const;

export const applyReconsideration = caseAct({
  name: 'applyReconsideration',
  title: { zh: '登记行政复议申请', en: 'Record an application for reconsideration' },
  by: ['dischargingEntity', 'enforcementAgency', 'legalReviewer'],
  input: z.strictObject({
    target,
    applicant: text('申请人', 'applicant', 200),
    organ: text('复议机关', 'organ of reconsideration', 200),
    appliedOn: partialDate('申请日期', 'day of the application'),
  }),
  basis: ['ARL-20', 'APL-73'],
  ...onAnyCase,
  targets: contestable,
  outOfTurn: NOTHING,
  guards: [knownTarget, appliedInTime],
  events: (input, { state }) => [{ type: 'ReconsiderationApplied', payload: { ...input, remedyId: nextItemId('remedy', state.remedies) } }],
});

export const acceptReconsideration = caseAct({
  name: 'acceptReconsideration',
  title: { zh: '登记复议受理', en: 'Record that the reconsideration is accepted' },
  by: ['legalReviewer', 'enforcementAgency'],
  input: z.strictObject({ remedyId, acceptedOn: partialDate('受理日期', 'day of acceptance') }),
  basis: ['ARL-62'],
  ...onAnyCase,
  ...atStep('ReconsiderationAccepted'),
  events: (input) => [{ type: 'ReconsiderationAccepted', payload: input }],
});

export const rejectReconsideration = caseAct({
  name: 'rejectReconsideration',
  title: { zh: '登记复议不予受理', en: 'Record that the reconsideration is not accepted' },
  by: ['legalReviewer', 'enforcementAgency'],
  input: z.strictObject({ remedyId, on: partialDate('日期', 'day'), reasons: text('理由', 'reasons') }),
  basis: ['ARL-20'],
  ...onAnyCase,
  ...atStep('ReconsiderationNotAccepted'),
  events: (input) => [{ type: 'ReconsiderationNotAccepted', payload: input }],
});

const judged = {
  remedyId,
  docNo: docNo('决定书或者判决书文号', 'number of the decision or judgment'),
  decidedOn: partialDate('作出日期', 'day of the decision'),
  outcome: enumOf('RemedyOutcome', REMEDY_OUTCOMES, { zh: '结果', en: 'outcome' }),
  changedFine: money('变更后的罚款（元）', 'fine as changed, yuan').optional(),
  reasons: text('理由', 'reasons'),
};

type Judged = z.output<z.ZodObject<typeof judged>>;

/** The decision, and what it does to the case where it takes effect at once. */
const withEffects = (file: CaseFile, type: 'ReconsiderationDecided' | 'FinalJudgment', input: Judged): readonly CaseEvent[] => {
  const { docNo: no, changedFine, ...rest } = input;
  const { target: against, before } = itemOf(file.remedies, input.remedyId);
  const effect = { ...rest, target: against, changedFine: changedFine ?? null, by: before, on: input.decidedOn };

  return [{ type, payload: { ...rest, docNo: no ?? null, changedFine: changedFine ?? null } }, ...effectsOf(file, effect)];
};

export const decideReconsideration = caseAct({
  name: 'decideReconsideration',
  title: { zh: '登记复议决定', en: 'Record the decision of the reconsideration' },
  by: ['legalReviewer', 'enforcementAgency'],
  input: z.strictObject(judged),
  basis: ['ARL-62', 'APL-48'],
  ...onAnyCase,
  ...atStep('ReconsiderationDecided'),
  events: (input, { state }) => withEffects(state, 'ReconsiderationDecided', input),
});

export const fileSuit = caseAct({
  name: 'fileSuit',
  title: { zh: '登记行政诉讼', en: 'Record a suit' },
  by: ['dischargingEntity', 'enforcementAgency', 'legalReviewer'],
  input: z.strictObject({
    target,
    plaintiff: text('原告', 'plaintiff', 200),
    court: text('人民法院', 'court', 200),
    filedOn: partialDate('起诉日期', 'day of the suit'),
    after: id('此前的复议编号', 'the reconsideration it follows').optional(),
  }),
  basis: ['ALL-45', 'ALL-46', 'APL-73'],
  ...onAnyCase,
  targets: contestable,
  outOfTurn: NOTHING,
  guards: [knownTarget, filedAfterReview, filedDirectly],
  events: ({ after, ...input }, { state }) => [
    { type: 'SuitFiled', payload: { ...input, after: after ?? null, remedyId: nextItemId('remedy', state.remedies) } },
  ],
});

export const recordFirstInstance = caseAct({
  name: 'recordFirstInstance',
  title: { zh: '登记一审判决', en: 'Record the judgment of the first instance' },
  by: ['legalReviewer', 'enforcementAgency', 'court'],
  input: z.strictObject(judged),
  basis: ['ALL-46'],
  ...onAnyCase,
  ...atStep('FirstInstanceDecided'),
  events: ({ docNo: no, changedFine, ...input }) => [
    { type: 'FirstInstanceDecided', payload: { ...input, docNo: no ?? null, changedFine: changedFine ?? null } },
  ],
});

export const lodgeAppeal = caseAct({
  name: 'lodgeAppeal',
  title: { zh: '登记上诉', en: 'Record an appeal' },
  by: ['dischargingEntity', 'legalReviewer', 'enforcementAgency'],
  input: z.strictObject({
    remedyId,
    court: text('二审人民法院', 'court of appeal', 200),
    appellant: text('上诉人', 'appellant', 200),
    on: partialDate('上诉日期', 'day of the appeal'),
  }),
  basis: ['ALL-46'],
  ...onAnyCase,
  ...atStep('AppealLodged'),
  events: (input) => [{ type: 'AppealLodged', payload: input }],
});

export const letFirstInstanceTakeEffect = caseAct({
  name: 'letFirstInstanceTakeEffect',
  title: { zh: '登记一审判决生效', en: 'Record that the first judgment took effect' },
  by: ['legalReviewer', 'enforcementAgency', 'court'],
  input: z.strictObject({ remedyId, on: partialDate('生效日期', 'day of effect') }),
  basis: ['ALL-46', 'APL-48'],
  ...onAnyCase,
  ...atStep('FirstInstanceTookEffect'),
  events: (input, { state }): readonly CaseEvent[] => {
    const { target: against, before, outcome, changedFine, reasons } = itemOf(state.remedies, input.remedyId);
    const event: RemedyEvent = { type: 'FirstInstanceTookEffect', payload: input };
    if (outcome === null) return [event];

    return [event, ...effectsOf(state, { ...input, target: against, outcome, changedFine, by: before, reasons: reasons ?? '' })];
  },
});

export const recordFinalJudgment = caseAct({
  name: 'recordFinalJudgment',
  title: { zh: '登记终审判决', en: 'Record the final judgment' },
  by: ['legalReviewer', 'enforcementAgency', 'court'],
  input: z.strictObject(judged),
  basis: ['ALL-46', 'APL-48'],
  ...onAnyCase,
  ...atStep('FinalJudgment'),
  events: (input, { state }) => withEffects(state, 'FinalJudgment', input),
});

export const stayExecution = caseAct({
  name: 'stayExecution',
  title: { zh: '登记停止执行', en: 'Record that the execution is stayed' },
  by: ['legalReviewer', 'enforcementAgency', 'court'],
  input: z.strictObject({
    remedyId,
    by: text('决定机关', 'who ordered it', 200),
    on: partialDate('日期', 'day'),
    reasons: text('理由', 'reasons'),
  }),
  basis: ['APL-73'],
  ...onAnyCase,
  ...atStep('ExecutionStayed'),
  events: (input) => [{ type: 'ExecutionStayed', payload: input }],
});

export const endRemedy = caseAct({
  name: 'endRemedy',
  title: { zh: '登记撤回或者调解结案', en: 'Record that a remedy was withdrawn or settled' },
  by: ['dischargingEntity', 'legalReviewer', 'enforcementAgency'],
  input: z.strictObject({
    remedyId,
    how: enumOf('RemedyEnding', { withdrawn: '撤回', mediated: '调解' }, { zh: '方式', en: 'how it ended' }),
    on: partialDate('日期', 'day'),
    content: text('内容', 'content'),
  }),
  basis: ['ARL-62'],
  ...onAnyCase,
  ...atStep('RemedyEnded'),
  events: (input) => [{ type: 'RemedyEnded', payload: input }],
});

export const remedyActs = [
  applyReconsideration,
  acceptReconsideration,
  rejectReconsideration,
  decideReconsideration,
  fileSuit,
  recordFirstInstance,
  lodgeAppeal,
  letFirstInstanceTakeEffect,
  recordFinalJudgment,
  stayExecution,
  endRemedy,
] as const;
