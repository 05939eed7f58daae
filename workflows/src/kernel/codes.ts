/** Offices' functions: who answers for what (rules.md part 2, R-006, R-017). Keys travel in tokens and events. */
export const FUNCTIONS = {
  monitoringUnit: '监测机构',
  monitoringControlCentre: '监控机构',
  permitDepartment: '排污许可审批部门',
  enforcementAgency: '环境执法机构',
  legalReviewer: '法制审核机构',
  authorityHead: '生态环境主管部门主要负责人',
  policeAuthority: '公安机关',
  procuratorate: '检察机关',
  court: '人民法院',
  marketRegulator: '市场监督管理部门',
  disciplineInspection: '纪检监察机关',
  localPartyGovernment: '地方党委政府',
  supervisionOffice: '督查室',
  lineDepartment: '行业及其他主管部门',
  creditPartner: '联合惩戒部门',
  dischargingEntity: '排污单位',
  registrar: '基础信息管理员',
  deviceGateway: '自动监控数据网关',
  publicWindow: '公众举报窗口',
  statutoryClock: '法定时钟',
} as const;

export type OfficialFunction = keyof typeof FUNCTIONS;

/** The functions of an ecology and environment authority itself. */
export const AUTHORITY: readonly OfficialFunction[] = [
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'enforcementAgency',
  'legalReviewer',
  'authorityHead',
];

/** Programs that act in their own name: what they took down is no person's deed. */
export const AUTOMATA: readonly OfficialFunction[] = ['deviceGateway', 'publicWindow', 'statutoryClock'];

export const isOfficialFunction = (value: unknown): value is OfficialFunction =>
  typeof value === 'string' && Object.hasOwn(FUNCTIONS, value);
