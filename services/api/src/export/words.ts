import type { GraphQLEnumType } from 'graphql';

/** What the fields of the contract that bear no description of their own are called on a sheet. */
const COMMON: Readonly<Record<string, string>> = {
  act: '行为',
  actor: '行为人',
  address: '地址',
  caseId: '案件编号',
  citation: '依据条文',
  content: '内容',
  creditCode: '统一社会信用代码',
  documentNo: '文书编号',
  due: '期限',
  eventId: '事件编号',
  function: '职能',
  id: '编号',
  item: '事项编号',
  jurisdiction: '行政区划代码',
  kind: '种类',
  legalRepresentative: '法定代表人',
  name: '姓名、名称',
  note: '摘要',
  occurredAt: '发生时间',
  office: '部门',
  openedAt: '开始时间',
  organisation: '单位',
  outletId: '排放口编号',
  owedBy: '义务人',
  partyId: '当事人编号',
  person: '人员编号',
  position: '位置',
  recordedAt: '登记时间',
  recordedBy: '登记人',
  role: '身份',
  rule: '规则',
  stage: '环节',
  status: '状态',
  stream: '事件流',
  subject: '事项',
  title: '标题',
  type: '类型',
  updatedAt: '更新时间',
  value: '数值',
  version: '版本',
};

const HAN = /\p{Script=Han}/u;

/** The Chinese part of a description `中文 / English`; undefined where there is none. */
const chineseOf = (description: string | null | undefined): string | undefined => {
  const [first] = (description ?? '').split(' / ');

  return first !== undefined && HAN.test(first) ? first.trim() : undefined;
};

/** What a field is called in Chinese; its own name where nobody has said. */
export const nameOf = (field: string, description: string | null | undefined): string => chineseOf(description) ?? COMMON[field] ?? field;

/** Excel takes 31 characters for the name of a sheet, and some not at all. */
export const sheetName = (report: string, description: string | null | undefined): string =>
  (chineseOf(description) ?? report)
    .split(/[（，；：]/)[0]
    ?.replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31) ?? report;

/** Value of an enum → its meaning in Chinese. */
export const meaningsOf = (type: GraphQLEnumType): ReadonlyMap<string, string> =>
  new Map(type.getValues().map(({ name, description }) => [name, chineseOf(description) ?? name]));
