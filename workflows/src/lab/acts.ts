import { z } from 'zod';
import { date, docNo, enumOf, flag, id, list, namedPerson, object, text } from '../kernel/input';
import { partyAct } from '../party/party-act';
import { LAB_EQUIPMENT_KINDS, PROFICIENCY_KINDS, QUALITY_STAGES } from './events';
import { wholeQualitySystem } from './guards/r-110-quality-system';
import { traceable } from './guards/r-124-traceable';
import { bothSupervisors } from './guards/r-157-both-supervisors';

const KEEPERS = ['registrar', 'monitoringUnit', 'enforcementAgency', 'marketRegulator'] as const;

export const nameLabHead = partyAct({
  name: 'nameLabHead',
  title: { zh: '登记监测机构负责人', en: 'Name the head of a lab' },
  by: KEEPERS,
  input: z.strictObject({ head: namedPerson, from: date('任职之日起', 'from') }),
  basis: ['R-112'],
  events: (input) => [{ type: 'LabHeadNamed', payload: input }],
});

export const recordQualitySystem = partyAct({
  name: 'recordQualitySystem',
  title: { zh: '登记质量管理体系', en: 'Record the quality system of a lab' },
  by: KEEPERS,
  input: z.strictObject({
    documentNo: docNo('体系文件编号', 'number of the manual'),
    covers: list(enumOf('QualityStage', QUALITY_STAGES, { zh: '覆盖环节', en: 'stage it covers' }), '覆盖环节', 'stages it covers'),
    from: date('施行日期', 'from'),
  }),
  basis: ['R-110'],
  guards: [wholeQualitySystem],
  events: ({ documentNo, ...input }) => [{ type: 'QualitySystemRecorded', payload: { ...input, documentNo: documentNo ?? null } }],
});

export const recordLabEquipment = partyAct({
  name: 'recordLabEquipment',
  title: { zh: '登记仪器设备或者标准物质', en: 'Record an instrument or reference material' },
  by: KEEPERS,
  input: z.strictObject({
    equipmentNo: id('编号', 'number'),
    name: text('名称', 'name', 200),
    kind: enumOf('LabEquipmentKind', LAB_EQUIPMENT_KINDS, { zh: '类别', en: 'kind' }),
    traceableTo: text('溯源的国家计量基准', 'national standard that it is traceable to', 300).optional(),
    calibrationNo: text('检定、校准证书编号', 'number of the calibration certificate', 80).optional(),
    validTo: date('有效期止', 'valid to').optional(),
  }),
  basis: ['R-124'],
  guards: [traceable],
  events: ({ traceableTo, calibrationNo, validTo, ...input }) => [
    {
      type: 'LabEquipmentRecorded',
      payload: { ...input, traceableTo: traceableTo ?? null, calibrationNo: calibrationNo ?? null, validTo: validTo ?? null },
    },
  ],
});

const supervisor = object(
  'SupervisorInput',
  { organisation: text('部门', 'department', 200), person: id('人员身份号', 'person id'), name: text('姓名', 'name', 60) },
  { zh: '监管责任人', en: 'who answers for the supervision' },
);

export const nameLabSupervisors = partyAct({
  name: 'nameLabSupervisors',
  title: { zh: '明确监测机构监管责任人', en: 'Name who supervises a lab' },
  by: KEEPERS,
  input: z.strictObject({ environment: supervisor, quality: supervisor.optional(), from: date('自何日起', 'from') }),
  basis: ['R-157'],
  guards: [bothSupervisors],
  events: ({ quality, ...input }) => [{ type: 'LabSupervisorsNamed', payload: { ...input, quality: quality ?? null } }],
});

export const nameLineDepartment = partyAct({
  name: 'nameLineDepartment',
  title: { zh: '登记监测机构所属部门', en: 'Name the line department of a monitoring body' },
  by: KEEPERS,
  input: z.strictObject({ department: text('所属部门', 'line department', 200), from: date('自何日起', 'from') }),
  basis: ['R-158'],
  events: (input) => [{ type: 'LineDepartmentNamed', payload: input }],
});

export const recordProficiencyTest = partyAct({
  name: 'recordProficiencyTest',
  title: { zh: '登记质控考核、能力验证', en: 'Record a quality assessment or proficiency comparison' },
  by: KEEPERS,
  input: z.strictObject({
    kind: enumOf('ProficiencyKind', PROFICIENCY_KINDS, { zh: '类别', en: 'kind' }),
    organiser: text('组织单位', 'organiser', 200),
    testedOn: date('日期', 'day'),
    passed: flag('是否合格', 'was it passed'),
    result: text('结果', 'result'),
  }),
  basis: ['R-123'],
  events: (input, { lab }) => [
    { type: 'ProficiencyTested', payload: { ...input, roundId: `round-${lab.rounds + 1}`, previous: `round-${lab.rounds}` } },
  ],
});

export const labActs = [
  nameLabHead,
  recordQualitySystem,
  recordLabEquipment,
  nameLabSupervisors,
  nameLineDepartment,
  recordProficiencyTest,
] as const;
