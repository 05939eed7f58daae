/** Facts that the classes of violation are made of; each is established on evidence or it is not there. */
export const ELEMENTS = {
  limitExceeded: '超过排放限值',
  comparisonFailed: '自动监测设备比对不合格',
  operationNotToStandard: '未按相关标准规范运维',
  equipmentStopped: '擅自停用、拆除或者损毁自动监测设备',
  falseFlag: '虚假标记',
  falseReport: '谎报设备或者工况异常',
  dataNotReal: '传输的自动监测数据不能反映实际排放情况',
  dataTampered: '篡改监测数据',
  dataFabricated: '伪造监测数据',
  fraudInstructed: '指使篡改、伪造监测数据',
  facilityDisturbed: '干扰自动监测设施',
  qualitySystemDamaged: '破坏环境质量监测系统',
  unlawfulDischarge: '违法排放污染物',
  secretOutlet: '通过暗管、渗井等偷排偷放',
  facilitiesNotNormal: '故意不正常运行污染防治设施',
  evasivePurpose: '以逃避监管为目的',
  inventedReasons: '因逃避监管而编造理由不安装',
  deferredWithoutManual: '申请暂缓安装但未按要求开展手工监测',
  notAtMainOutlet: '监测设备未安装在主要排污口',
  selfMonitoringLacking: '未按证开展自行监测',
  rawRecordsLacking: '监测原始记录缺失或者残缺',
} as const;
export type Element = keyof typeof ELEMENTS;

/** What an element is established on: an item of this case, a suspicion of the screening, or a document by its number. */
export const EVIDENCE_KINDS = {
  inspection: '现场检查（勘察）记录',
  monitoringReport: '监测报告',
  sealedItem: '封存证据',
  suspicion: '初步涉嫌记录（报警）',
  document: '其他文书、笔录、鉴定意见',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

export interface EvidencePointer {
  readonly kind: EvidenceKind;
  /** `inspection-1`, `report-1`, `item-1`, the id of a suspicion, or the name of a document. */
  readonly ref: string;
}

export interface EstablishedElement {
  readonly element: Element;
  readonly evidence: readonly EvidencePointer[];
}

/** 环发〔2015〕175号: fourteen ways of tampering, eight of forging, five of instructing. */
export const FRAUD_METHODS = {
  T01: '擅自停运、移动监测点位',
  T02: '遮挡、堵塞、喷淋采样口',
  T03: '采样时人为操纵工况',
  T04: '稀释、旁路、绕过监测点排放',
  T05: '破坏、损毁站房、线路、设备',
  T06: '调换、隐匿、遗弃、篡改样品',
  T07: '故意漏检关键项目、改动方法',
  T08: '改动仪器条件、存储传输数据、试剂或者标准',
  T09: '隐藏、未备案的数据接口',
  T10: '记录不实或者选择性记录',
  T11: '篡改、销毁原始记录，不按规范传输',
  T12: '违规修约、取舍，选择性报告',
  T13: '擅自修改数据',
  T14: '其他篡改',
  F01: '纸质记录与电子记录、谱图不一致',
  F02: '监测报告与原始记录不一致或者没有原始记录',
  F03: '副本与原件不一致',
  F04: '监测时间、签名不真实',
  F05: '用模拟软件生成数据',
  F06: '未采样分析或者未开设采样口',
  F07: '未留存样品以致无法复核',
  F08: '其他伪造',
  I01: '强令、授意',
  I02: '以排名、指标为由干预数据',
  I03: '强令反复监测、择优选用，拒绝签字',
  I04: '委托方指使机构或者另行索取合格报告',
  I05: '其他指使',
} as const;
export type FraudMethod = keyof typeof FRAUD_METHODS;

/** 生态环境监测条例 art. 25: the six forms of falsification, in force since 2026. */
export const FRAUD_FORMS = {
  reportWithoutMonitoring: '未经监测出具数据、报告',
  recordsFalsified: '篡改、伪造原始记录或者数据',
  deliberateOmission: '故意漏检或者改动监测条件',
  samplesSwapped: '调换样品、改变点位或者时间、干扰采样',
  equipmentCheated: '不正常运行、损毁设备，改动参数，虚假标记，使用作弊工具',
  otherForm: '其他弄虚作假',
} as const;
export type FraudForm = keyof typeof FRAUD_FORMS;

/** In what office a person did, or answers for, what was found. */
export const ANSWERABLE_ROLES = {
  sampler: '采样人员',
  analyst: '分析人员',
  reviewer: '审核人员',
  authorizedSignatory: '授权签字人',
  labHead: '监测机构负责人',
  operatingStaff: '维护、运营人员',
  legalRepresentative: '法定代表人',
  directManager: '直接负责的主管人员',
  otherPerson: '其他直接责任人员',
} as const;
export type AnswerableRole = keyof typeof ANSWERABLE_ROLES;
