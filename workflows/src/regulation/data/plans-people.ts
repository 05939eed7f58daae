import type { RuleEntry } from '../rule';

/** Plans, filings, people. */
export const plansPeople: readonly RuleEntry[] = [
  {
    id: 'R-205',
    kind: 'deadline',
    jurisdictions: ['620000'],
    citation: 'S2 五(一)',
    clause: '「各地应指定专人负责,并将负责人名单于2018年4月28日前报省环境监察局备案」',
    summary: 'Each place names a responsible person and files the list with the provincial inspection bureau by 28 April 2018.',
  },
  {
    id: 'R-206',
    kind: 'deadline',
    jurisdictions: ['220100'],
    citation: 'S4 三(二)',
    clause: '「制定工作方案，明确责任人和完成时限，于9月20日前报送市环境保护局」',
    summary: 'Each county, zone and department files a work plan with responsible person and time limits by 20 September.',
  },
  {
    id: 'R-207',
    kind: 'quota',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(二); S1 六(十三)',
    clause: '「每年至少组织一期固定污染源监测培训」',
    summary: 'At least one training on fixed-source monitoring is held each year.',
  },
  {
    id: 'R-208',
    kind: 'record',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(二); S1 六(十三)',
    clause: '「强化管理部门、执法机构、监测机构、排污单位管理与技术人员的培训」',
    summary: 'A training is recorded with its audience: management, enforcement, monitoring, entities.',
  },
  {
    id: 'R-209',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S0 四(二)',
    clause: '「完善吉林省生态环境监测专家库」',
    summary: 'The provincial expert pool is kept, and a use of an expert in a case is recorded.',
  },
];
