import { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard, type Objection } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import { date, docNo, enumOf, flag, id, list, moment, namedPerson, object, text } from '../kernel/input';
import { DRAW_METHOD, drawn } from './draw';
import { INSPECTING_DEPARTMENTS, type InspectingDepartment, type LabInspectionEvent } from './events';
import { drawnJointly } from './guards/r-115-drawn-jointly';
import { bothResults, handledWithinPowers } from './guards/r-116-both-results';
import { registeredLabs } from './guards/w-06-registered-labs';
import { labInspectionProcedure } from './machine';
import type { LabInspectionFile, LabInspectionState } from './state';

type LabInspectionAct<N extends string, I extends z.ZodObject> = Act<N, I, LabInspectionState, LabInspectionEvent>;

const DEPARTMENTS: readonly OfficialFunction[] = ['monitoringUnit', 'enforcementAgency', 'marketRegulator'];

const inspector = object(
  'InspectorInput',
  {
    ...namedPerson.shape,
    department: enumOf('InspectingDepartment', INSPECTING_DEPARTMENTS, { zh: '所属部门', en: 'department' }),
  },
  { zh: '检查人员', en: 'inspector' },
);

const count = (zh: string, en: string) => z.int().min(1).max(1000).meta({ zh, en, scalar: 'Int' });

const draw = z.strictObject({
  title: text('检查名称', 'name of the inspection', 200),
  jurisdiction: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' }),
  labPool: list(id('监测机构编号', 'id of a lab'), '监测机构名录库', 'pool of labs', { min: 1, max: 2000 }),
  inspectorPool: list(inspector, '检查人员名录库', 'pool of inspectors', { min: 2, max: 2000 }),
  seed: text('随机种子', 'seed of the draw', 200),
  labs: count('抽取机构数', 'labs to draw'),
  inspectors: count('每部门抽取人数', 'inspectors to draw of each department'),
  heldAt: moment('抽取时间', 'when it was drawn'),
});

const inspectorsOf = ({ inspectorPool, seed, inspectors }: z.output<typeof draw>) =>
  (Object.keys(INSPECTING_DEPARTMENTS) as readonly InspectingDepartment[]).flatMap((department) => {
    const own = inspectorPool.filter((each) => each.department === department);
    const chosen = drawn(
      own.map((each) => each.person),
      `${seed}/${department}`,
      inspectors,
    );

    return own.filter((each) => chosen.includes(each.person));
  });

/** 双随机: labs and inspectors are drawn from their pools by a seed that stays on record. */
export const drawLabInspection: LabInspectionAct<'drawLabInspection', typeof draw> = {
  name: 'drawLabInspection',
  title: { zh: '抽取监测机构联合双随机检查', en: 'Draw a joint inspection of labs' },
  by: DEPARTMENTS,
  input: draw,
  opens: true,
  basis: ['R-115'],
  target: null,
  targets: (state) => (state.status === 'none' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-02', message: { zh: '已抽取', en: 'It is drawn already' } }),
  needs: ({ labPool }) => ({ parties: labPool }),
  guards: [registeredLabs, drawnJointly],
  events: (input) => {
    const { title, jurisdiction, labPool, inspectorPool, seed, heldAt } = input;
    const result = { labs: drawn(labPool, seed, input.labs), inspectors: inspectorsOf(input) };

    return [
      {
        type: 'LabInspectionDrawn',
        payload: { title, jurisdiction, labPool, inspectorPool, seed, method: DRAW_METHOD, ...result, heldAt },
      },
    ];
  },
};

const NOT_THE_STEP: Objection = { rule: 'W-02', message: { zh: '该检查不处于此环节', en: 'The inspection is not at this step' } };

interface Spec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by?: readonly OfficialFunction[];
  readonly input: I;
  readonly basis: readonly string[];
  readonly event: LabInspectionEvent['type'];
  readonly target?: keyof z.output<I> & string;
  readonly items?: (file: LabInspectionFile) => readonly string[];
  readonly guards?: readonly Guard<z.output<I>, LabInspectionState>[];
  readonly events: (input: z.output<I>, facts: Facts<LabInspectionState>) => readonly LabInspectionEvent[] | Objection;
}

const step = <const N extends string, I extends z.ZodObject>({ event, items, ...spec }: Spec<N, I>): LabInspectionAct<N, I> => ({
  ...spec,
  by: spec.by ?? DEPARTMENTS,
  opens: false,
  target: spec.target ?? null,
  targets: (state) => {
    if (state.status === 'none' || labInspectionProcedure.next(state.status, event) === undefined) return [];

    return items?.(state) ?? WHOLE;
  },
  outOfTurn: () => NOT_THE_STEP,
  needs: () => ({}),
  guards: spec.guards ?? [],
});

export const callInExperts = step({
  name: 'callInExperts',
  title: { zh: '聘请专家参加检查', en: 'Call experts in' },
  event: 'LabExpertsCalledIn',
  input: z.strictObject({ experts: list(namedPerson, '专家', 'experts', { min: 1 }), reason: text('聘请理由', 'why', 500) }),
  basis: ['R-115'],
  events: (input) => [{ type: 'LabExpertsCalledIn', payload: input }],
});

const departmentOf = (actor: OfficialFunction): InspectingDepartment => (actor === 'marketRegulator' ? 'quality' : 'environment');

export const recordLabInspection = step({
  name: 'recordLabInspection',
  title: { zh: '登记监测机构检查结果', en: 'Record what a department found at a lab' },
  event: 'LabInspected',
  input: z.strictObject({
    labId: id('监测机构编号', 'id of the lab'),
    inspectedOn: date('检查日期', 'day'),
    conforms: flag('是否符合资质认定和质量管理要求', 'does it conform'),
    fraud: flag('是否发现弄虚作假', 'was fraud found'),
    facts: text('检查情况', 'what was found', 20_000),
    handling: text('本部门处理结果', 'what the department did about it', 4000).optional(),
  }),
  basis: ['R-115', 'R-116'],
  target: 'labId',
  items: (file) => file.labs,
  guards: [handledWithinPowers],
  events: ({ handling, ...input }, { state, actor }) => {
    const department = departmentOf(actor.function);
    if (state.status !== 'none' && state.results.some((each) => each.labId === input.labId && each.department === department)) {
      return { rule: 'W-02', message: { zh: '本部门已登记该机构的检查结果', en: 'The department has recorded its result on this lab' } };
    }

    return [{ type: 'LabInspected', payload: { ...input, department, handling: handling ?? null } }];
  },
});

export const reportLabFraudUpward = step({
  name: 'reportLabFraudUpward',
  title: { zh: '向上级质量技术监督部门报告', en: 'Report lab fraud to the superior of quality supervision' },
  by: ['marketRegulator'],
  event: 'LabFraudReportedUpward',
  input: z.strictObject({
    labId: id('监测机构编号', 'id of the lab'),
    superior: text('上级部门', 'the superior', 200),
    reportNo: docNo('报告文号', 'number of the report'),
    reportedOn: date('报告日期', 'day'),
  }),
  basis: ['R-117'],
  target: 'labId',
  items: (file) => file.results.filter((each) => each.fraud && !file.reportedUpward.includes(each.labId)).map((each) => each.labId),
  events: ({ reportNo, ...input }) => [{ type: 'LabFraudReportedUpward', payload: { ...input, reportNo: reportNo ?? null } }],
});

export const concludeLabInspection = step({
  name: 'concludeLabInspection',
  title: { zh: '检查终结并公开', en: 'Conclude the inspection and publish its result' },
  event: 'LabInspectionConcluded',
  input: z.strictObject({
    publishedAt: moment('公开时间', 'when it was published'),
    channel: text('公开渠道', 'where', 200),
    summary: text('检查结果', 'result', 20_000),
  }),
  basis: ['R-115', 'R-116'],
  guards: [bothResults],
  events: (input) => [{ type: 'LabInspectionConcluded', payload: input }],
});

export const labInspectionActs = [
  drawLabInspection,
  callInExperts,
  recordLabInspection,
  reportLabFraudUpward,
  concludeLabInspection,
] as const;
