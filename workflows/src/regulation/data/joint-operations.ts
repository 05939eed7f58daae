import type { RuleEntry } from '../rule';

/** Joint operations and quotas (Gansu). */
export const jointOperations: readonly RuleEntry[] = [
  {
    id: 'R-080',
    kind: 'schedule',
    jurisdictions: ['620000'],
    citation: 'S2 二(一)',
    clause: '「根据全省重点排污单位企业污染物排放和自动报警信息，不定期组织实施现场同步监测与执法」',
    summary: 'The province runs synchronous operations at no fixed interval, each one referring to discharge or alarm data.',
  },
  {
    id: 'R-081',
    kind: 'schedule',
    jurisdictions: ['620000'],
    citation: 'S2 二(二)',
    clause: '「定期对辖区内污染源企业自动监控设施进行例行检查和重点检查」',
    summary: 'The city makes routine and focused inspections of automatic facilities at regular intervals.',
  },
  {
    id: 'R-082',
    kind: 'quota',
    jurisdictions: ['620000'],
    citation: 'S2 二(二)',
    clause: '「全年按照自动监控设施数量不低于10%的比例」',
    summary: 'In a year synchronous operations cover at least 10 % of the automatic facilities of the city.',
  },
  {
    id: 'R-083',
    kind: 'schedule',
    jurisdictions: ['620000'],
    citation: 'S2 二(二)',
    clause: '「分季度组织实施现场同步监测与执法」',
    summary: 'The yearly quota is carried out quarter by quarter; progress shows per quarter and cumulated.',
  },
  {
    id: 'R-084',
    kind: 'record',
    jurisdictions: ['620000'],
    citation: 'S2 二(二)',
    clause: '「推广随机抽查制度实施方案…根据辖区内污染源企业污染物排放和自动报警信息」',
    summary:
      'The choice of targets follows the random spot-check scheme together with discharge and alarm data, and the draw is recorded so that it can be checked.',
  },
  {
    id: 'R-085',
    kind: 'classification',
    jurisdictions: ['620000'],
    citation: 'S2 三(一)',
    clause:
      '「钢铁、火电、有色金属、石化、水泥、造纸、污水处理厂（包括省级及以上工业集聚区污水集中处理设施）、生活垃圾焚烧发电厂等行业企业」',
    summary:
      'Focus by industry: steel, thermal power, non-ferrous metals, petrochemicals, cement, paper, sewage plants (with central plants of industrial parks of provincial level and above), domestic waste incineration.',
  },
  {
    id: 'R-086',
    kind: 'classification',
    jurisdictions: ['620000'],
    citation: 'S2 三(二)',
    clause: '「委托2018年新入我省的第三方运营单位开展自动监控设施第三方运营工作的污染源企业」',
    summary: 'Focus by operation: no third-party operation, self-operated, or operated by a company new in the province in 2018.',
  },
  {
    id: 'R-087',
    kind: 'classification',
    jurisdictions: ['620000'],
    citation: 'S2 三(三)',
    clause: '「非重点监管企业」',
    summary:
      'Focus on non-key enterprises: before 2017 outside the state key list, from 2017 outside the key supervision list, or outside the survey list (O-49).',
  },
  {
    id: 'R-088',
    kind: 'classification',
    jurisdictions: ['620000'],
    citation: 'S2 三(四)',
    clause: '「历史存在监测数据超标、弄虚作假企业；自动监控设施故障较多、自动监控数据异常较多企业」',
    summary: 'Focus by history: past exceedance or fraud, many facility faults, or many data anomalies.',
  },
  {
    id: 'R-089',
    kind: 'record',
    jurisdictions: ['620000'],
    citation: 'S2 三(五)',
    clause: '「对受委托为我省排污企业提供监测服务的第三方检测机构监测数据进行抽查」',
    summary: 'Data of labs that serve entities in the province are spot-checked and the check is recorded per lab.',
  },
  {
    id: 'R-090',
    kind: 'record',
    jurisdictions: ['620000'],
    citation: 'S2 四(一)(二)',
    clause: '「采取环境监测部门和环境执法部门联合开展监测与执法的方式…采取环境执法部门联合社会第三方检测机构共同开展监测与执法的方式」',
    summary: 'Each operation states its mode: monitoring unit with enforcement, or enforcement with a third-party lab.',
  },
  {
    id: 'R-091',
    kind: 'guard',
    jurisdictions: ['620000'],
    citation: 'S2 四(三)',
    clause: '「省级环境保护主管部门可采取委托社会第三方检测机构前期开展检测、后期重点执法的方式」',
    summary: 'Only the province may have a lab test first and enforce afterwards.',
  },
  {
    id: 'R-092',
    kind: 'guard',
    jurisdictions: ['620000'],
    citation: 'S2 四(四)',
    clause: '「协调组织各市之间交叉监测与执法」',
    summary: 'Only the province may order cross-city operations.',
  },
  {
    id: 'R-093',
    kind: 'record',
    jurisdictions: ['620000'],
    citation: 'S2 四(五)',
    clause: '「必要时,环保部门要联合质量技术监督、公安部门依法查处第三方检测机构和人员弄虚作假行为」',
    summary:
      'Where necessary, action against fraud of a lab or its staff is joint with quality supervision and police, and the taking-part bodies are recorded.',
  },
];
