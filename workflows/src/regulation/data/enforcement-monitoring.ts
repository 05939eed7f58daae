import type { RuleEntry } from '../rule';

/** Enforcement monitoring. */
export const enforcementMonitoring: readonly RuleEntry[] = [
  {
    id: 'R-069',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S0 三(一)',
    clause: '「执法监测是支撑生态环境执法工作的重要手段，应严格按照法定程序开展」',
    summary:
      'Enforcement monitoring follows the legal procedure: a result without a task order, named staff and chain of records is refused as evidence.',
  },
  {
    id: 'R-070',
    kind: 'record',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(三); S1 三(六)',
    clause: '「根据执法需求组织开展执法监测」',
    summary: 'Each enforcement-monitoring task states the enforcement need that it serves.',
  },
  {
    id: 'R-071',
    kind: 'classification',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(三); S1 三(六)',
    clause: '「尤其应加强群众反映强烈、环境风险高、运行管理粗放、治理技术不稳定排污单位的执法监测」',
    summary:
      'An entity is high priority when it draws strong public complaints, has high environmental risk, is run carelessly, or has unstable treatment technology.',
  },
  {
    id: 'R-072',
    kind: 'statistic',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(三); S1 三(六)',
    clause: '「加大污染物排放浓度、排放量以及停限产等特殊时段排放情况的抽测力度」',
    summary: 'Spot measurements are counted by concentration, by quantity, and by special period such as limited or stopped production.',
  },
  {
    id: 'R-073',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S0 三(三)',
    clause: '「省生态环境厅根据工作需要组织开展专项执法监测」',
    summary: 'Special enforcement monitoring ordered by the province is a task type of its own.',
  },
  {
    id: 'R-074',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S0 三(三)',
    clause: '「加强对各地执法监测质量的监督检查」',
    summary: "The province's checks of the quality of local enforcement monitoring are recorded with result.",
  },
  {
    id: 'R-075',
    kind: 'guard',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(四); S1 三(七)',
    clause: '「监测能力不足的」',
    summary: 'Enforcement monitoring may be given out only when own capacity is lacking, and the reason is stated.',
  },
  {
    id: 'R-076',
    kind: 'guard',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(四); S1 三(七)',
    clause: '「资质全、能力强、信用好的」',
    summary:
      'It may be given only to the provincial monitoring body seated in the city or to a lab with full certification, strong ability and good credit; the grounds are on file.',
  },
  {
    id: 'R-077',
    kind: 'conflict-of-interest',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(四); S1 三(七)',
    clause: '「不得委托承担同一排污单位自行监测任务的」',
    summary: 'A lab that does the self-monitoring of an entity cannot be given enforcement monitoring of that same entity.',
  },
  {
    id: 'R-078',
    kind: 'accountability',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(四); S1 三(七)',
    clause: '「对监测同步证据收集和监测数据使用合规性负责」',
    summary:
      'When the enforcement agency gives monitoring out, the agency answers for synchronous evidence and for compliant use of the data.',
  },
  {
    id: 'R-079',
    kind: 'accountability',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 三(四); S1 三(七)',
    clause: '「对监测数据的真实性和准确性负责」',
    summary: 'The monitoring body, a lab included, answers for truth and accuracy of the data.',
  },
];
