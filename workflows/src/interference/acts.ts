import { z } from 'zod';
import { WHOLE, type Act, type Objection } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import { enumOf, evidence, id, list, moment, namedPerson, object, text } from '../kernel/input';
import { INTERFERENCE_CHANNELS, INTERFERENCE_FORMS, INTERFERENCE_KINDS, INTERFERENCE_TARGETS, type InterferenceEvent } from './events';
import type { InterferenceState } from './evolve';
import { clientOnLab, oneOfFourKinds } from './guards/r-150-kinds';
import { notOnesOwn } from './guards/w-03-not-ones-own';
import { barOthers } from './guards/w-16-own-record';
import { interferenceProcedure } from './machine';

type InterferenceAct<N extends string, I extends z.ZodObject> = Act<N, I, InterferenceState, InterferenceEvent>;

/** Whoever may be leaned on. */
export const OFFICIALS: readonly OfficialFunction[] = [
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'enforcementAgency',
  'legalReviewer',
  'authorityHead',
  'policeAuthority',
  'procuratorate',
  'disciplineInspection',
  'court',
  'marketRegulator',
  'supervisionOffice',
  'lineDepartment',
];

export const official = object(
  'InterferingOfficialInput',
  {
    person: id('人员身份号（不明则不填）', 'person id, empty where not known').optional(),
    name: text('姓名', 'name', 60),
    organisation: text('单位', 'organisation', 200),
    post: text('职务', 'post', 100),
  },
  { zh: '干预人', en: 'who leaned' },
);

const record = z.strictObject({
  caseId: id('案件编号', 'id of the case').optional(),
  form: enumOf('InterferenceForm', INTERFERENCE_FORMS, { zh: '干预形式', en: 'form' }),
  kind: enumOf('InterferenceKind', INTERFERENCE_KINDS, { zh: '干预类别', en: 'kind' }),
  jurisdiction: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
  official,
  intermediary: text('转达人', 'who passed it on', 100).optional(),
  happenedAt: moment('发生时间', 'when it happened'),
  place: text('地点', 'place', 200),
  content: text('内容（尽量原话）', 'content, verbatim where possible', 10_000),
  demanded: text('要求事项', 'what was demanded', 2000),
  effect: enumOf('InterferenceEffect', { refused: '未采纳', complied: '照办', partly: '部分照办' }, { zh: '结果', en: 'effect' }),
  medium: text('留痕介质', 'medium on which the trace is kept', 200),
  channel: enumOf('InterferenceChannel', INTERFERENCE_CHANNELS, { zh: '途径', en: 'how the words came' }).optional(),
  inNameOf: object(
    'InNameOfInput',
    {
      kind: enumOf('InNameOfKind', { person: '个人', organisation: '组织' }, { zh: '以何名义', en: 'person or organisation' }),
      name: text('名称', 'name', 200),
    },
    { zh: '以谁的名义', en: 'in whose name' },
  ).optional(),
  target: object(
    'InterferenceTargetInput',
    {
      kind: enumOf('InterferenceTargetKind', INTERFERENCE_TARGETS, { zh: '对象类别', en: 'kind' }),
      reference: text('对象', 'which case, decision or data', 200),
    },
    { zh: '干预对象', en: 'what it was about' },
  ).optional(),
  attachments: list(evidence, '附件', 'attachments, by digest', { max: 50 }).optional(),
  addressed: list(namedPerson, '同被干预或在场人员', 'others who were addressed or present', { max: 50 }).optional(),
  reportedTo: text('报告对象', 'to whom it was reported', 200).optional(),
  reportedAt: moment('报告时间', 'when it was reported').optional(),
  consequence: text('后果', 'consequence', 2000).optional(),
});

/** 干预留痕: whoever is leaned on may record it; it needs nobody's consent. */
export const recordInterference: InterferenceAct<'recordInterference', typeof record> = {
  name: 'recordInterference',
  title: { zh: '记录干预', en: 'Record an interference' },
  by: OFFICIALS,
  input: record,
  opens: true,
  basis: ['R-148', 'R-149'],
  target: null,
  targets: (state) => (state.status === 'none' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-02', message: { zh: '记录已存在', en: 'The record exists already' } }),
  needs: () => ({}),
  guards: [oneOfFourKinds, clientOnLab],
  events: ({ caseId, intermediary, official: leaned, ...input }) => [
    {
      type: 'InterferenceRecorded',
      payload: {
        ...given(input),
        caseId: caseId ?? null,
        official: { ...leaned, person: leaned.person ?? null },
        intermediary: intermediary ?? null,
      },
    },
  ],
};

/** What was not said is absent from the event, as it is from those of before these fields. */
const given = <T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const NOT_THE_STEP: Objection = { rule: 'W-02', message: { zh: '该干预记录不处于此环节', en: 'The record is not at this step' } };

const ruling = <const N extends string, I extends z.ZodObject>(
  spec: Pick<InterferenceAct<N, I>, 'name' | 'title' | 'input' | 'basis' | 'events'>,
  eventType: InterferenceEvent['type'],
): InterferenceAct<N, I> => ({
  ...spec,
  by: ['disciplineInspection'],
  opens: false,
  bars: ({ state, actor }) => (state.status === 'none' ? undefined : barOthers({ state, actor })),
  target: null,
  targets: (state) => (state.status !== 'none' && interferenceProcedure.next(state.status, eventType) !== undefined ? WHOLE : []),
  outOfTurn: () => NOT_THE_STEP,
  needs: () => ({}),
  guards: [notOnesOwn],
});

const finding = z.strictObject({ finding: text('核查结论', 'finding', 10_000) });

export const findInterferenceTrue = ruling(
  {
    name: 'findInterferenceTrue',
    title: { zh: '查实干预', en: 'Find an interference true' },
    input: finding,
    basis: ['R-150', 'R-151'],
    events: (input) => [{ type: 'InterferenceFoundTrue', payload: input }],
  },
  'InterferenceFoundTrue',
);

export const findInterferenceUntrue = ruling(
  {
    name: 'findInterferenceUntrue',
    title: { zh: '干预不实', en: 'Find an interference untrue' },
    input: finding,
    basis: ['R-150'],
    events: (input) => [{ type: 'InterferenceFoundUntrue', payload: input }],
  },
  'InterferenceFoundUntrue',
);

export const recordAccountability = ruling(
  {
    name: 'recordAccountability',
    title: { zh: '记录问责', en: 'Record an accountability action' },
    input: z.strictObject({
      action: text('问责方式', 'action', 500),
      decidedBy: text('决定机关', 'who decided', 200),
      outcome: text('结果', 'outcome', 2000),
      suppressionId: id('授意不予记录编号', 'id of the instruction not to record that it is about').optional(),
    }),
    basis: ['R-151'],
    events: (input) => [{ type: 'AccountabilityActionRecorded', payload: given(input) }],
  },
  'AccountabilityActionRecorded',
);

export const interferenceActs = [recordInterference, findInterferenceTrue, findInterferenceUntrue, recordAccountability] as const;
