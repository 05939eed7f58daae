import type { RuleEntry } from '../rule';

/** Classification of violations. */
export const classification: readonly RuleEntry[] = [
  {
    id: 'R-046',
    kind: 'classification',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 二(四); S1 五(十)',
    clause: '「自动监测设备比对不合格，经核实未按相关标准规范运维的，应认定为“未保证大气或水污染物排放自动监测设备正常运行”」',
    summary:
      'A failed comparison test and a verified finding that operation did not follow the standards together give the class equipmentNotKeptNormal; either one alone does not.',
  },
  {
    id: 'R-047',
    kind: 'classification',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 二(四); S1 五(十)',
    clause:
      '「排污单位虚假标记或谎报自动监测设备异常、生产或治理设施工况异常，导致传输至生态环境部门的自动监测数据不能反映实际排放情况的，应认定为“以逃避监管方式排放污染物”」',
    summary:
      'A false flag or false report (of equipment anomaly or of production or treatment condition) by the entity that causes the transmitted data not to reflect the real discharge gives the class evasiveDischarge; act and effect must both be established.',
  },
  {
    id: 'R-048',
    kind: 'classification',
    jurisdictions: ['370800'],
    citation: 'S1 四(九)',
    clause: '「日均值超标、数据异常等可以初步认定涉嫌违法的」',
    summary: 'A daily mean above limit or a data anomaly counts as a preliminary suspicion, not as a violation.',
  },
  {
    id: 'R-049',
    kind: 'classification',
    jurisdictions: ['370800'],
    citation: 'S1 三(六)',
    clause:
      '「对因逃避监管而编造理由不安装的企业、申请暂缓安装但又未按要求开展手工监测的企业、监测设备未安装在企业主要排污口的企业，要依法予以处罚，并限期完成整改」',
    summary:
      'Three cases must be penalised and put under a time limit: reasons invented to evade supervision and not install; deferral applied for but no manual monitoring as required; equipment not at the main outlet.',
  },
  {
    id: 'R-050',
    kind: 'classification',
    jurisdictions: ['220000'],
    citation: 'S3 四',
    clause: '「以逃避监管为目的的偷排偷放、监测数据弄虚作假、故意不正常运行污染防治设施等恶意违法行为」',
    summary:
      'Covert discharge, data fraud and deliberate abnormal running of treatment facilities, done in order to evade supervision, are malicious and open the heavier measures.',
  },
  {
    id: 'R-051',
    kind: 'classification',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「对排污单位通过篡改、伪造监测数据等逃避监管方式违法排放污染物的，环境保护部门依法实施按日连续处罚」',
    summary:
      'Unlawful discharge by tampering with or fabricating data is an evasive discharge that makes the consecutive daily penalty applicable.',
  },
  {
    id: 'R-052',
    kind: 'classification',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)3',
    clause: '「对尚不构成犯罪的，除依照有关法律法规进行处罚外，移送公安机关依法予以治安处罚；对涉嫌犯罪的」',
    summary:
      'A verified tampering or fabrication case is classed either as not (yet) a crime or as suspected crime, and each class has its own mandatory transfer.',
  },
  {
    id: 'R-053',
    kind: 'classification',
    jurisdictions: ['220000'],
    citation: 'S3 一',
    clause: '「建立台账，分级分类处置，依法依规整改」',
    summary: 'A permit problem on the ledger has a grade and a category.',
  },
];
