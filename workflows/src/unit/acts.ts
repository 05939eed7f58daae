import { z } from 'zod';
import { WHOLE } from '../kernel/act';
import { FUNCTIONS } from '../kernel/codes';
import { date, docNo, enumOf, flag, list, namedPerson, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { unitAct, type UnitAct } from './act';
import { COUNTY_UNIT_MODES, JOINT_ACTIVITIES, LEADING_BODIES, MILESTONES } from './events';
import { countyMode } from './guards/r-014-function-of-unit';
import { byTheProvince } from './guards/r-074-by-the-province';
import { ownArea } from './guards/w-06-own-area';

const jurisdiction = z
  .string()
  .regex(/^\d{6}$/, { error: '应为六位行政区划代码 / six digits, GB/T 2260' })
  .meta({ zh: '行政区划代码', en: 'GB/T 2260 code', scalar: 'String' });

const unit = z.strictObject({ jurisdiction, name: text('单位名称', 'name of the authority', 120) });

/** Opens the file of an area's authority, under the code of the area. */
export const registerUnit: UnitAct<'registerUnit', typeof unit> = {
  name: 'registerUnit',
  title: { zh: '登记单位', en: 'Register a unit' },
  by: ['registrar'],
  input: unit,
  opens: false,
  basis: ['W-06'],
  target: null,
  targets: (state) => (state.status === 'unknown' ? WHOLE : []),
  outOfTurn: () => ({ rule: 'W-06', message: { zh: '单位已登记', en: 'The unit is registered already' } }),
  needs: () => ({}),
  guards: [ownArea],
  events: (input) => [{ type: 'UnitRegistered', payload: input }],
};

export const setCountyUnitMode = unitAct({
  name: 'setCountyUnitMode',
  title: { zh: '设定县区级运行模式', en: 'Set the mode of a county unit' },
  by: ['registrar', 'authorityHead'],
  input: z.strictObject({
    mode: enumOf('CountyUnitMode', COUNTY_UNIT_MODES, { zh: '运行模式', en: 'mode' }),
    functions: list(enumOf('OfficialFunction', FUNCTIONS, { zh: '职能', en: 'function' }), '所行使的职能', 'functions that it acts in', {
      min: 1,
      max: 10,
    }),
    from: date('起始日', 'from'),
  }),
  basis: ['R-014'],
  guards: [countyMode],
  events: (input) => [{ type: 'CountyUnitModeSet', payload: input }],
});

export const adoptLinkageRules = unitAct({
  name: 'adoptLinkageRules',
  title: { zh: '制定监测与执法联动制度', en: 'Adopt the linkage rules of the place' },
  by: ['authorityHead', 'registrar'],
  input: z.strictObject({
    version: z
      .string()
      .regex(/^[\w.-]{1,40}$/, { error: '版本号格式不正确 / not a well-formed version' })
      .meta({ zh: '版本', en: 'version', scalar: 'String' }),
    title: text('制度名称', 'title', 200),
    docNo: docNo('文号', 'number of the document'),
    adoptedOn: date('施行日', 'day from which it runs'),
  }),
  basis: ['R-016'],
  guards: [
    {
      rule: 'R-016',
      check: ({ version }, { state }) =>
        state.status === 'registered' && state.linkageRules.some((each) => each.version === version)
          ? {
              code: 'INVALID_INPUT',
              message: { zh: `版本${version}已存在，修订须用新版本号`, en: `Version ${version} exists; a change bears a new one` },
            }
          : undefined,
    },
  ],
  events: ({ docNo: number, ...input }) => [{ type: 'LinkageRulesAdopted', payload: { ...input, docNo: number ?? null } }],
});

export const reportMilestone = unitAct({
  name: 'reportMilestone',
  title: { zh: '报告机制建设进展', en: 'Report progress against a milestone' },
  by: ['authorityHead', 'monitoringUnit', 'enforcementAgency'],
  input: z.strictObject({
    milestone: enumOf('Milestone', MILESTONES, { zh: '目标', en: 'milestone' }),
    reached: flag('是否达到', 'is it reached'),
    progress: text('进展', 'progress', 4000),
    reportedOn: date('报告日', 'reported on'),
  }),
  basis: ['R-018'],
  events: (input) => [{ type: 'MilestoneReported', payload: input }],
});

export const nameResponsibleLeader = unitAct({
  name: 'nameResponsibleLeader',
  title: { zh: '明确负领导责任的负责人', en: 'Name the responsible leader' },
  by: ['localPartyGovernment', 'authorityHead', 'registrar'],
  input: z.strictObject({
    body: enumOf('LeadingBody', LEADING_BODIES, { zh: '主体', en: 'body' }),
    organisation: text('单位名称', 'organisation', 120),
    leader: namedPerson,
    post: text('职务', 'post', 120),
    from: date('起始日', 'from'),
  }),
  basis: ['R-153'],
  events: (input) => [{ type: 'ResponsibleLeaderNamed', payload: input }],
});

export const recordJointActivity = unitAct({
  name: 'recordJointActivity',
  title: { zh: '记录联合行动或联合培训', en: 'Record a joint action or training' },
  by: ['enforcementAgency', 'monitoringUnit', 'authorityHead'],
  input: z.strictObject({
    kind: enumOf('JointActivityKind', JOINT_ACTIVITIES, { zh: '类别', en: 'kind' }),
    heldOn: date('日期', 'held on'),
    topic: text('主题', 'topic', 500),
    units: list(text('参加单位', 'unit that took part', 120), '参加单位', 'units that took part', { min: 1 }),
  }),
  basis: ['R-013'],
  guards: [
    {
      rule: 'R-013',
      check: ({ units }) =>
        new Set(units).size >= 2
          ? undefined
          : {
              message: { zh: '联合行动、联合培训应有两个以上单位参加', en: 'What is joint is done by at least two units' },
              missing: [{ zh: '另一参加单位', en: 'a second unit that took part' }],
            },
    },
  ],
  events: (input, { activities }) => [
    { type: 'JointActivityRecorded', payload: { activityId: nextItemId('activity', activities), ...input } },
  ],
});

export const recordQualityCheck = unitAct({
  name: 'recordQualityCheck',
  title: { zh: '记录对执法监测质量的监督检查', en: 'Record a check of the quality of enforcement monitoring' },
  by: ['monitoringUnit', 'authorityHead'],
  input: z.strictObject({
    checkedOn: date('检查日', 'checked on'),
    scope: text('检查范围', 'scope', 1000),
    result: text('检查结果', 'result', 4000),
    shortcomings: list(text('问题', 'shortcoming', 1000), '发现的问题', 'shortcomings found').optional(),
  }),
  basis: ['R-074'],
  guards: [byTheProvince],
  events: ({ shortcomings, ...input }, { qualityChecks }) => [
    {
      type: 'MonitoringQualityChecked',
      payload: { checkId: nextItemId('check', qualityChecks), ...input, shortcomings: shortcomings ?? [] },
    },
  ],
});

export const unitActs = [
  registerUnit,
  setCountyUnitMode,
  adoptLinkageRules,
  reportMilestone,
  nameResponsibleLeader,
  recordJointActivity,
  recordQualityCheck,
] as const;
