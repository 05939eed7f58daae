import {
  BAN_GROUNDS,
  INSPECTING_DEPARTMENTS,
  LAB_EQUIPMENT_KINDS,
  QUALITY_STAGES,
  type Inspector,
  type LabEquipment,
  type LabFile,
  type LabInspectionFile,
  type PractitionerBan,
  type RegisteredPerson,
  type Supervisor,
} from '@liuhen/workflows';
import type { LabInspectionDocument, PersonDocument } from '@liuhen/projections';
import { NamedPersonType } from '../common-types';
import { connectionOf } from '../connection';
import { enumType } from '../enums';
import { itemType, many, maybe, one } from '../item-types';

const LabEquipmentType = itemType<LabEquipment>('LabEquipment', '仪器设备、标准物质 / instrument or reference material', {
  equipmentNo: one('ID'),
  name: one('String'),
  kind: one(enumType('LabEquipmentKind', LAB_EQUIPMENT_KINDS)),
  traceableTo: maybe('String'),
  validTo: maybe('PartialDate'),
});

const SupervisorType = itemType<Supervisor>('Supervisor', '监管责任人 / who answers for the supervision', {
  organisation: one('String'),
  person: one('ID'),
  name: one('String'),
});

export const LabFileType = itemType<LabFile>('LabFile', '监测机构档案 / what is kept of a lab', {
  head: maybe(NamedPersonType),
  qualitySystem: many(enumType('QualityStage', QUALITY_STAGES)),
  equipment: many(LabEquipmentType),
  environmentSupervisor: maybe(SupervisorType),
  qualitySupervisor: maybe(SupervisorType),
  lineDepartment: maybe('String'),
  rounds: one('Int', '质控考核、能力验证次数 / rounds taken part in'),
});

type Employment = RegisteredPerson['employments'][number];
type WorkCertificate = RegisteredPerson['certificates'][number];

const EmploymentType = itemType<Employment>('Employment', '从业经历 / an employment', {
  id: one('ID'),
  employerId: maybe('ID'),
  employerName: one('String'),
  post: one('String'),
  from: one('PartialDate'),
  to: maybe('PartialDate'),
});

const WorkCertificateType = itemType<WorkCertificate>('WorkCertificate', '上岗证 / work certificate', {
  certificateNo: one('String'),
  scope: one('String'),
  issuer: one('String'),
  validFrom: one('PartialDate'),
  validTo: one('PartialDate'),
});

const PractitionerBanType = itemType<PractitionerBan>('PractitionerBan', '从业禁止 / practitioner ban', {
  id: one('ID'),
  orderedBy: one('String'),
  docNo: maybe('String'),
  ground: one(enumType('BanGround', BAN_GROUNDS)),
  from: one('PartialDate'),
  until: maybe('PartialDate', '终身禁止为空 / null for life'),
  liftedOn: maybe('PartialDate'),
});

type ShownPerson = Pick<PersonDocument, 'personId' | 'name' | 'jurisdiction' | 'employments' | 'certificates' | 'bans'>;

const PersonType = itemType<ShownPerson>('Person', '监测从业人员；身份不因单位变更而改变 / the identity survives every employer', {
  personId: one('ID'),
  name: one('String'),
  jurisdiction: one('String'),
  employments: many(EmploymentType),
  certificates: many(WorkCertificateType),
  bans: many(PractitionerBanType),
});
export const PersonConnection = connectionOf('Person', PersonType);

const InspectorType = itemType<Inspector>('Inspector', '检查人员 / inspector', {
  person: one('ID'),
  name: one('String'),
  certificateNo: maybe('String'),
  department: one(enumType('InspectingDepartment', INSPECTING_DEPARTMENTS)),
});

const LabResultType = itemType<LabInspectionFile['results'][number]>('LabResult', '部门检查结果 / what a department found', {
  labId: one('ID'),
  department: one(enumType('InspectingDepartment', INSPECTING_DEPARTMENTS)),
  conforms: one('Boolean'),
  fraud: one('Boolean'),
  handling: maybe('String'),
});

const STATUS = { drawn: '已抽取', concluded: '已终结' } as const satisfies Readonly<Record<LabInspectionFile['status'], string>>;

type ShownInspection = Pick<LabInspectionDocument, keyof LabInspectionFile | 'labInspectionId' | 'drawnAt'>;

const LabInspectionType = itemType<ShownInspection>(
  'LabInspection',
  '监测机构联合双随机检查，抽取可复核 / joint inspection of labs; the draw can be repeated from pool and seed',
  {
    labInspectionId: one('ID'),
    status: one(enumType('LabInspectionStatus', STATUS)),
    title: one('String'),
    jurisdiction: one('String'),
    labPool: many('ID'),
    inspectorPool: many(InspectorType),
    seed: one('String'),
    method: one('String'),
    labs: many('ID'),
    inspectors: many(InspectorType),
    experts: many('ID'),
    results: many(LabResultType),
    reportedUpward: many('ID'),
    drawnAt: one('DateTime'),
  },
);
export const LabInspectionConnection = connectionOf('LabInspection', LabInspectionType);
