import type { Actor } from '@liuhen/workflows';

const AREA = '370800';
const AUTHORITY = '济宁市生态环境局';

const official = (person: string, name: string, office: string, fn: Actor['function']): Actor => ({
  person,
  name,
  organisation: AUTHORITY,
  office,
  function: fn,
  jurisdiction: AREA,
});

const of = (organisation: string, actor: Actor): Actor => ({ ...actor, organisation });

/** Everyone who appears in the demonstration. The names are made up; the offices are those of the regulations. */
export const PEOPLE = {
  registrar: official('p-registrar', '何静', '基础信息管理', 'registrar'),
  controller: official('p-controller', '王强', '污染源监控中心', 'monitoringControlCentre'),
  monitor: official('p-monitor', '张敏', '生态环境监测中心', 'monitoringUnit'),
  enforcer: official('p-enforcer', '李伟', '生态环境保护综合执法支队', 'enforcementAgency'),
  colleague: official('p-colleague', '赵磊', '生态环境保护综合执法支队', 'enforcementAgency'),
  reviewer: official('p-reviewer', '陈静', '法规科', 'legalReviewer'),
  head: official('p-head', '孙国栋', '局长', 'authorityHead'),
  liaison: of('济宁市公安局', official('p-liaison', '周正', '食药环侦支队联络员', 'policeAuthority')),
  prosecutor: of('济宁市人民检察院', official('p-prosecutor', '吴芳', '第一检察部', 'procuratorate')),
  inspector: of('济宁市纪委监委', official('p-inspector', '郑明', '第三纪检监察室', 'disciplineInspection')),
} as const satisfies Readonly<Record<string, Actor>>;

export type Role = keyof typeof PEOPLE;

export const ROLES = Object.keys(PEOPLE) as readonly Role[];

export const named = (role: Role) => ({ person: PEOPLE[role].person, name: PEOPLE[role].name, certificateNo: `鲁H${PEOPLE[role].person}` });
