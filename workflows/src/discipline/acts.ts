import { z } from 'zod';
import { FUNCTIONS } from '../kernel/codes';
import { docNo, enumOf, flag, id, list, object, partialDate, text } from '../kernel/input';
import { registerActs } from '../kernel/register-act';
import { DISCIPLINE_TRIGGERS, OUTCOME_ADDRESSEES, type Concerned, type DisciplineEvent, type OutcomeAddressee } from './events';
import type { DisciplineFile } from './evolve';
import { dutyCrimeReceiver } from './guards/cjl-32-duty-crime';
import { afterInterview } from './guards/r-155-after-interview';
import { seriousForDiscipline } from './guards/r-162-serious';
import { recordCited } from './guards/w-05-record-cited';
import { addressed } from './guards/w-01-receiver-answers';
import { barConcerned } from './guards/w-16-not-concerned';
import { disciplineProcedure } from './machine';

const { opening, step } = registerActs<DisciplineFile, DisciplineEvent>({
  procedure: disciplineProcedure,
  notTheStep: { zh: '该违规线索不处于此环节', en: 'The discipline clue is not at this step' },
  bars: barConcerned,
});

const area = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' });

const concerned = object(
  'ConcernedPersonInput',
  {
    person: id('人员身份号（不明则不填）', 'person id, empty where not known').optional(),
    name: text('姓名', 'name', 60),
    organisation: text('单位', 'organisation', 200),
    post: text('职务', 'post', 100),
  },
  { zh: '责任人员', en: 'responsible person' },
);

const asConcerned = ({ person, ...rest }: z.output<typeof concerned>): Concerned => ({ person: person ?? null, ...rest });

const unit = object(
  'UnitInput',
  {
    organisation: text('单位名称', 'name of the organisation', 120),
    function: enumOf('OfficialFunction', FUNCTIONS, { zh: '职能', en: 'function' }),
    jurisdiction: area,
  },
  { zh: '单位', en: 'unit' },
);

const interview = object(
  'OfficialInterviewInput',
  {
    level: enumOf('InterviewLevel', { state: '国家', province: '省' }, { zh: '约谈层级', en: 'by state or province' }),
    by: text('约谈机关', 'who held the interview', 200),
    heldOn: partialDate('约谈日期', 'day of the interview'),
  },
  { zh: '约谈', en: 'interview' },
);

/** 移送违规线索: any department that finds it; names the manager directly responsible and the others. */
export const transferDisciplineClue = opening({
  name: 'transferDisciplineClue',
  title: { zh: '移送违规线索', en: 'Transfer a clue on officials' },
  by: [
    'authorityHead',
    'enforcementAgency',
    'monitoringUnit',
    'monitoringControlCentre',
    'permitDepartment',
    'legalReviewer',
    'marketRegulator',
    'supervisionOffice',
    'lineDepartment',
    'policeAuthority',
    'disciplineInspection',
  ],
  input: z.strictObject({
    caseId: id('案件编号', 'id of the case').optional(),
    interferenceId: id('干预记录编号', 'id of the interference record').optional(),
    jurisdiction: area,
    trigger: enumOf('DisciplineTrigger', DISCIPLINE_TRIGGERS, { zh: '线索来由', en: 'what it rests on' }),
    responsibleManager: concerned,
    others: list(concerned, '其他责任人员', 'other responsible persons', { max: 50 }),
    facts: text('违规事实', 'facts', 20_000),
    serious: flag('是否情节严重', 'is it serious').optional(),
    dutyCrimeSuspected: flag('是否涉嫌职务犯罪', 'is a crime of office suspected').optional(),
    interview: interview.optional(),
    to: unit,
  }),
  basis: ['R-159', 'R-162', 'CJL-32'],
  needs: ({ interferenceId }) => (interferenceId === undefined ? {} : { interferences: [interferenceId] }),
  guards: [recordCited, dutyCrimeReceiver, seriousForDiscipline],
  events: ({ caseId, interferenceId, responsibleManager, others, serious, dutyCrimeSuspected, interview: held, ...input }, { actor }) => [
    {
      type: 'DisciplineClueTransferred',
      payload: {
        ...input,
        caseId: caseId ?? null,
        interferenceId: interferenceId ?? null,
        responsibleManager: asConcerned(responsibleManager),
        others: others.map(asConcerned),
        serious: serious ?? false,
        dutyCrimeSuspected: dutyCrimeSuspected ?? false,
        interview: held ?? null,
        from: { organisation: actor.organisation, function: actor.function, jurisdiction: actor.jurisdiction },
      },
    },
  ],
});

const receiving = { by: ['disciplineInspection', 'procuratorate'], guards: [addressed] } as const;

export const receiveDisciplineClue = step({
  ...receiving,
  name: 'receiveDisciplineClue',
  title: { zh: '签收违规线索', en: 'Sign for a discipline clue' },
  input: z.strictObject({ receiptNo: docNo('签收编号', 'number of the receipt') }),
  basis: ['W-01'],
  event: 'DisciplineClueReceived',
  events: ({ receiptNo }) => [{ type: 'DisciplineClueReceived', payload: { receiptNo: receiptNo ?? null } }],
});

export const acceptDisciplineClue = step({
  ...receiving,
  name: 'acceptDisciplineClue',
  title: { zh: '受理违规线索', en: 'Accept a discipline clue' },
  input: z.strictObject({ docNo: docNo('受理文号', 'number of the acceptance') }),
  basis: ['W-01', 'R-159', 'R-162'],
  event: 'DisciplineClueAccepted',
  events: ({ docNo: no }) => [{ type: 'DisciplineClueAccepted', payload: { docNo: no ?? null } }],
});

export const returnDisciplineClue = step({
  ...receiving,
  name: 'returnDisciplineClue',
  title: { zh: '退回违规线索', en: 'Return a discipline clue' },
  input: z.strictObject({ reason: text('退回理由', 'reason') }),
  basis: ['W-01'],
  event: 'DisciplineClueReturned',
  events: (input) => [{ type: 'DisciplineClueReturned', payload: input }],
});

export const recommendSanction = step({
  name: 'recommendSanction',
  title: { zh: '提出处分建议', en: 'Recommend a sanction' },
  by: ['authorityHead'],
  input: z.strictObject({
    recommendation: text('处分建议', 'recommendation'),
    withDepartments: list(text('部门', 'department', 200), '会同的部门', 'departments it is made with', { max: 20 }),
    docNo: docNo('建议书文号', 'number of the recommendation'),
    recommendedOn: partialDate('建议日期', 'day of the recommendation'),
  }),
  basis: ['R-155'],
  event: 'SanctionRecommended',
  guards: [afterInterview],
  events: ({ docNo: no, ...input }) => [{ type: 'SanctionRecommended', payload: { ...input, docNo: no ?? null } }],
});

const sanction = object(
  'DecidedSanctionInput',
  { name: text('姓名', 'name', 60), sanction: text('处分或处理', 'sanction or other handling', 500) },
  { zh: '处理结果', en: 'outcome for one person' },
);

export const decideDisciplineOutcome = step({
  ...receiving,
  name: 'decideDisciplineOutcome',
  title: { zh: '反馈处理结果', en: 'Tell the outcome of a discipline clue' },
  input: z.strictObject({
    sanctions: list(sanction, '处理结果', 'outcome per person', { min: 1, max: 51 }),
    decidedBy: text('决定机关', 'who decided', 200),
    docNo: docNo('决定文号', 'number of the decision'),
    decidedOn: partialDate('决定日期', 'day of the decision'),
  }),
  basis: ['R-155', 'R-159', 'R-162'],
  event: 'DisciplineOutcomeDecided',
  events: ({ docNo: no, ...input }, { state }) => [
    { type: 'DisciplineOutcomeDecided', payload: { ...input, docNo: no ?? null, afterInterview: state.interview !== null } },
  ],
});

const ADDRESSEES = Object.keys(OUTCOME_ADDRESSEES) as readonly OutcomeAddressee[];

/** to the provincial department, the municipal Party committee and the municipal government, each once. */
export const reportDisciplineOutcome = step({
  name: 'reportDisciplineOutcome',
  title: { zh: '报告处理结果', en: 'Report the outcome of a sanction' },
  by: ['authorityHead'],
  input: z.strictObject({
    addressee: enumOf('OutcomeAddressee', OUTCOME_ADDRESSEES, { zh: '报告对象', en: 'addressee' }),
    docNo: docNo('报告文号', 'number of the report'),
    reportedOn: partialDate('报告日期', 'day of the report'),
  }),
  basis: ['R-156'],
  event: 'DisciplineOutcomeReported',
  target: 'addressee',
  targets: ({ reportedTo }) => ADDRESSEES.filter((addressee) => !reportedTo.includes(addressee)),
  outOfTurn: {
    rule: ['R-156', 'W-02'],
    message: { zh: '没有待向其报告的处理结果', en: 'No outcome waits to be reported to this addressee' },
  },
  events: ({ docNo: no, ...input }, { state }): readonly DisciplineEvent[] => [
    { type: 'DisciplineOutcomeReported', payload: { ...input, docNo: no ?? null } },
    ...(state.reportedTo.length === ADDRESSEES.length - 1 ? [{ type: 'DisciplineReportingCompleted' as const, payload: {} }] : []),
  ],
});

export const disciplineActs = [
  transferDisciplineClue,
  receiveDisciplineClue,
  acceptDisciplineClue,
  returnDisciplineClue,
  recommendSanction,
  decideDisciplineOutcome,
  reportDisciplineOutcome,
] as const;
