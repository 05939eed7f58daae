import { z } from 'zod';
import { caseAct, stepsOf, whole } from '../case/act';
import { date, docNo, enumOf, id, list, partialDate, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { knownProblems } from '../problem/guards/w-05-known-problems';
import { OVERSIGHT_KINDS, OVERSIGHT_OUTCOMES } from './events';
import { oversightProcedure } from './machine';

const oversightId = id('监督编号', 'id of the oversight');

const atStep = stepsOf({
  target: 'oversightId' as const,
  items: (file) => file.oversights,
  procedure: oversightProcedure,
  none: { rule: 'W-02', message: { zh: '没有处于该环节的监督', en: 'No oversight is at this step' } },
});

/** Oversight asks about cases that were closed as well; that is often its point. */
const onAnyCase = { takesClosedCase: true } as const;

export const openOversight = caseAct({
  name: 'openOversight',
  title: { zh: '对主管部门提出监督', en: 'Open an oversight of the authority' },
  by: ['procuratorate', 'authorityHead', 'supervisionOffice', 'disciplineInspection', 'localPartyGovernment'],
  input: z.strictObject({
    kind: enumOf('OversightKind', OVERSIGHT_KINDS, { zh: '监督方式', en: 'kind' }),
    against: text('被监督机关', 'authority that is overseen', 200),
    problemIds: list(id('问题编号', 'problem id'), '所涉问题', 'problems it is about').optional(),
    docNo: docNo('文号', 'number of the document'),
    demand: text('监督要求', 'what is demanded', 20_000),
    openedOn: partialDate('提出日期', 'day'),
    answerBy: date('答复期限', 'to be answered by').optional(),
  }),
  basis: ['R-145', 'CJL-14', 'CODE-1076', 'CODE-1084'],
  ...onAnyCase,
  targets: () => whole(true),
  outOfTurn: { rule: 'W-02', message: { zh: '案件尚未建立', en: 'The case has not been opened' } },
  guards: [{ rule: knownProblems.rule, check: ({ problemIds = [] }, facts) => knownProblems.check({ problemIds }, facts) }],
  events: ({ docNo: no, answerBy, problemIds, ...input }, { state, actor }) => [
    {
      type: 'OversightOpened',
      payload: {
        ...input,
        oversightId: nextItemId('oversight', state.oversights),
        by: actor.organisation,
        problemIds: problemIds ?? [],
        docNo: no ?? null,
        answerBy: answerBy ?? null,
      },
    },
  ],
});

export const answerOversight = caseAct({
  name: 'answerOversight',
  title: { zh: '答复监督', en: 'Answer an oversight' },
  by: ['authorityHead', 'enforcementAgency'],
  input: z.strictObject({
    oversightId,
    answeredOn: partialDate('答复日期', 'day of the answer'),
    measures: text('履职情况', 'what was done', 20_000),
    docNo: docNo('文号', 'number of the answer'),
  }),
  basis: ['R-145', 'CODE-1076'],
  ...onAnyCase,
  ...atStep('OversightAnswered'),
  events: ({ docNo: no, ...input }) => [{ type: 'OversightAnswered', payload: { ...input, docNo: no ?? null } }],
});

export const fileOversightSuit = caseAct({
  name: 'fileOversightSuit',
  title: { zh: '提起行政公益诉讼', en: 'File a suit against the authority' },
  by: ['procuratorate'],
  input: z.strictObject({ oversightId, court: text('人民法院', 'court', 200), filedOn: partialDate('起诉日期', 'day of the suit') }),
  basis: ['CODE-1076', 'ALL-25'],
  ...onAnyCase,
  ...atStep('OversightSuitFiled'),
  events: (input) => [{ type: 'OversightSuitFiled', payload: input }],
});

export const endOversight = caseAct({
  name: 'endOversight',
  title: { zh: '监督终结', en: 'End an oversight' },
  by: ['procuratorate', 'authorityHead', 'supervisionOffice', 'disciplineInspection', 'localPartyGovernment', 'court'],
  input: z.strictObject({
    oversightId,
    on: partialDate('日期', 'day'),
    outcome: enumOf('OversightOutcome', OVERSIGHT_OUTCOMES, { zh: '结果', en: 'outcome' }),
    detail: text('说明', 'detail'),
  }),
  basis: ['R-145', 'CODE-1076'],
  ...onAnyCase,
  ...atStep('OversightEnded'),
  events: (input) => [{ type: 'OversightEnded', payload: input }],
});

export const oversightActs = [openOversight, answerOversight, fileOversightSuit, endOversight] as const;
