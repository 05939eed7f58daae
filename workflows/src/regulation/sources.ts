/** The texts that the register cites, with their force in place and time. */
export interface Source {
  readonly title: string;
  readonly number: string;
  readonly force: 'inForce' | 'yearPlan' | 'draft';
  readonly from: string;
  readonly to: string | null;
  /** GB/T 2260 codes of the areas that the text binds. */
  readonly areas: readonly string[];
}

const NATION = ['000000'];

const nationwide = (title: string, number: string, from: string, to: string | null = null): Source => ({
  title,
  number,
  force: 'inForce',
  from,
  to,
  areas: NATION,
});

export type SourceKey =
  | 'S0'
  | 'S1'
  | 'S2'
  | 'S3'
  | 'S4'
  | 'APL'
  | 'APLB'
  | 'MEP'
  | 'MEPB'
  | 'CJL'
  | 'SCT'
  | 'SCTB'
  | 'EPL'
  | 'CODE'
  | 'MON'
  | 'CDP'
  | 'SDM'
  | 'RPS'
  | 'DET'
  | 'FRD'
  | 'TAG'
  | 'ARL'
  | 'ALL'
  | 'ACL'
  | 'CRM'
  | 'JIA'
  | 'OGI'
  | 'LIUHEN';

export const SOURCES: Readonly<Record<SourceKey, Source>> = {
  S0: {
    title: '关于进一步加强固定污染源监测监督管理的通知',
    number: '吉环监测字〔2023〕17号',
    force: 'inForce',
    from: '2023-07-19',
    to: null,
    areas: ['220000'],
  },
  S1: {
    title: '关于进一步加强固定污染源监测监督管理的通知',
    number: '济环字〔2023〕16号',
    force: 'inForce',
    from: '2023-05-26',
    to: null,
    areas: ['370800'],
  },
  S2: {
    title: '2018年甘肃省污染源测管协同工作方案',
    number: '甘环办发〔2018〕25号',
    force: 'yearPlan',
    from: '2018-04-20',
    to: '2018-12-31',
    areas: ['620000'],
  },
  S3: {
    title: '关于进一步贯彻落实《关于加强排污许可执法监管的指导意见》的通知',
    number: '吉环执法字〔2023〕9号',
    force: 'inForce',
    from: '2023-09-01',
    to: null,
    areas: ['220000'],
  },
  // The draft bears no date; it carries out the central opinion of 2017-09-21, before which it cannot have been meant to apply.
  S4: {
    title: '长春市深化环境监测改革提高环境监测数据质量实施方案（征求意见稿）',
    number: '',
    force: 'draft',
    from: '2017-09-21',
    to: null,
    areas: ['220100'],
  },
  // The code repeals 环境保护法 and nine more acts on the day it takes effect (art. 1242).
  CODE: nationwide('生态环境法典', '', '2026-08-15'),
  EPL: nationwide('中华人民共和国环境保护法', '（2014年修订）', '2015-01-01', '2026-08-14'),
  MON: nationwide('生态环境监测条例', '（国令第820号）', '2026-01-01'),
  CDP: nationwide('环境保护主管部门实施按日连续处罚办法', '（环境保护部令第28号）', '2015-01-01'),
  SDM: nationwide('环境保护主管部门实施查封、扣押办法', '（环境保护部令第29号）', '2015-01-01'),
  RPS: nationwide('环境保护主管部门实施限制生产、停产整治办法', '（环境保护部令第30号）', '2015-01-01'),
  DET: nationwide('行政主管部门移送适用行政拘留环境违法案件暂行办法', '（公治〔2014〕853号）', '2015-01-01'),
  FRD: nationwide('环境监测数据弄虚作假行为判定及处理办法', '（环发〔2015〕175号）', '2016-01-01'),
  TAG: nationwide('污染物排放自动监测设备标记规则', '（公告2022年第21号）', '2023-01-01'),
  ARL: nationwide('中华人民共和国行政复议法', '（2023年修订）', '2024-01-01'),
  ALL: nationwide('中华人民共和国行政诉讼法', '（2017年修正）', '2017-07-01'),
  ACL: nationwide('中华人民共和国行政强制法', '', '2012-01-01'),
  CRM: nationwide('信用修复管理办法', '（国家发展改革委令第36号）', '2026-04-01'),
  JIA: nationwide('关于办理环境污染刑事案件适用法律若干问题的解释', '（法释〔2023〕7号）', '2023-08-15'),
  // Former wordings, for acts of before: the article numbers are other ones.
  APLB: nationwide('中华人民共和国行政处罚法', '（2009年、2017年修正）', '2009-08-27', '2021-07-14'),
  MEPB: nationwide('环境行政处罚办法', '（2010年环境保护部令第8号）', '2010-03-01', '2023-06-30'),
  SCTB: nationwide('行政执法机关移送涉嫌犯罪案件的规定', '（国务院令第310号）', '2001-07-09', '2020-08-06'),
  APL: nationwide('中华人民共和国行政处罚法', '（2021年修订）', '2021-07-15'),
  MEP: nationwide('生态环境行政处罚办法', '（部令第30号）', '2023-07-01'),
  CJL: nationwide('环境保护行政执法与刑事司法衔接工作办法', '（环环监〔2017〕17号）', '2017-01-25'),
  SCT: nationwide('行政执法机关移送涉嫌犯罪案件的规定', '（国务院令第310号，2020年修订）', '2020-08-07'),
  OGI: nationwide('中华人民共和国政府信息公开条例', '（国令第711号，2019年修订）', '2019-05-15'),
  LIUHEN: nationwide('留痕系统程序规则', '', '2001-01-01'),
};
