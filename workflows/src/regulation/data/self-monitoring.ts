import type { RuleEntry } from '../rule';

/** Self-monitoring and its supervision. */
export const selfMonitoring: readonly RuleEntry[] = [
  {
    id: 'R-020',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「并对监测数据的真实性负责」',
    summary: 'The discharging entity is recorded as answerable for the truth of every self-monitoring result, whoever did the work.',
  },
  {
    id: 'R-021',
    kind: 'deadline',
    jurisdictions: ['370800'],
    citation: 'S1 二(一)',
    clause: '「于监测工作完成后5个工作日内，如实公开监测结果」',
    summary: 'A permit holder publishes a monitoring result within 5 working days after the monitoring work is finished.',
  },
  {
    id: 'R-022',
    kind: 'disclosure',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(一); S1 六(十二)',
    clause: '「在全国排污许可证管理信息平台公开自行监测的手工监测数据」',
    summary:
      'Manual self-monitoring data are published on the national permit platform; the entry holds the reference and time of publication.',
  },
  {
    id: 'R-023',
    kind: 'guard',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(一); S1 六(十二)',
    clause: '「不得要求排污单位重复填报监测信息」',
    summary:
      'No form may ask an entity for monitoring information that it already filed on the national platform; such fields are filled from the shared record.',
  },
  {
    id: 'R-024',
    kind: 'record',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(一); S1 六(十二)',
    clause: '「相关信息各级生态环境部门共享」',
    summary: 'Published self-monitoring information is readable for environmental departments of all levels.',
  },
  {
    id: 'R-025',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「重点排污单位按规定保存完整的监测原始记录和报告」',
    summary: 'A key entity keeps complete raw monitoring records and reports; a missing or broken record is a finding.',
  },
  {
    id: 'R-026',
    kind: 'disclosure',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「及时、规范公开监测数据等相关监测信息，并上传环境保护部门网站」',
    summary:
      "A key entity publishes its monitoring information in time and in due form and uploads it to the environmental department's website.",
  },
  {
    id: 'R-027',
    kind: 'schedule',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 二(一); S1 二(二)',
    clause: '「将排污单位自行监测情况纳入“双随机、一公开”抽查范围」',
    summary: 'Self-monitoring is in the pool of the double-random inspections of each year.',
  },
  {
    id: 'R-028',
    kind: 'schedule',
    jurisdictions: ['220000'],
    citation: 'S0 二(一)',
    clause: '「每年组织对各地生态环境局监督检查情况和排污单位自行监测质量情况开展抽查互查」',
    summary:
      "The province carries out, every year, a spot and mutual check of both the local authorities' supervision and the entities' self-monitoring quality.",
  },
  {
    id: 'R-029',
    kind: 'disclosure',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 二(一); S1 二(二); S3 四',
    clause: '「“双随机、一公开”」',
    summary: 'The result of every double-random inspection is published (“一公开”), with the draw.',
  },
  {
    id: 'R-030',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S0 二(一)',
    clause: '「对市（州）级生态环境局开展帮扶指导」',
    summary: 'Assistance and guidance of the province to municipal bureaus is recorded.',
  },
  {
    id: 'R-031',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S0 二(一)',
    clause:
      '「重点检查自行监测制度落实情况、自行监测报告、采样分析记录、仪器使用记录、监测信息公开情况、自动监测设备的比对监测报告、调试检测报告、校准校验记录以及相关原始记录等资料」',
    summary:
      'A Jilin self-monitoring inspection is complete only with a finding on each of: system, monitoring report, sampling and analysis record, instrument use record, disclosure, comparison report, commissioning report, calibration record, raw records.',
  },
  {
    id: 'R-032',
    kind: 'guard',
    jurisdictions: ['370800'],
    citation: 'S1 二(二)',
    clause: '「自动监测设备的安装联网情况、调试检测报告、校准校验记录、数据标记证明以及相关原始记录等资料」',
    summary:
      'A Jining inspection follows the special technical procedure and is complete only with a finding on each of: system, report, sampling and analysis record, instrument use record, installation and connection, commissioning report, calibration record, proof of data flags, raw records.',
  },
  {
    id: 'R-033',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「通过合同形式对委托监测检测机构明确开展环境监测的各项要求」',
    summary: 'A commission to a lab is recorded with a contract that states the monitoring requirements.',
  },
  {
    id: 'R-034',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「“谁委托谁把关，谁监测谁负责”」',
    summary: 'For commissioned self-monitoring both are answerable: the client for supervision, the lab for the monitoring.',
  },
  {
    id: 'R-035',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)1',
    clause: '「不得干预监测检测机构的监测活动，不得指使篡改、伪造监测数据」',
    summary:
      'Interference of an entity with its commissioned lab, or an instruction to tamper or fabricate, can be recorded as an interference of kind clientOnLab, apart from interference by officials.',
  },
  {
    id: 'R-036',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(六)1',
    clause: '「排污单位环境监测数据真实性自我举证制度」',
    summary: 'When the truth of its data is doubted, the entity is asked for its own proof, and request, answer and result are recorded.',
  },
  {
    id: 'R-037',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(二)1',
    clause: '「各类环境监测机构要按照国家统一的环境监测标准规范开展监测活动」',
    summary:
      'A monitoring result names the national standard or technical specification it was made under; a result without one is refused as evidence.',
  },
];
