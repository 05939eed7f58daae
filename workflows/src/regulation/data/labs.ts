import type { RuleEntry } from '../rule';

/** Labs, staff, operators: duties and liability. */
export const labs: readonly RuleEntry[] = [
  {
    id: 'R-109',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)2',
    clause: '「环境监测检测机构应当依法取得检验检测机构资质认定证书」',
    summary: 'A lab without a valid certificate on the day of the work cannot be assigned, and its results are refused.',
  },
  {
    id: 'R-110',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)2',
    clause: '「建立覆盖布点、采样、现场测试、样品制备、分析测试、数据传输、评价和综合分析报告编制等全过程的质量管理体系」',
    summary:
      "The lab's quality system covers siting, sampling, field test, sample preparation, analysis, data transfer, evaluation and report.",
  },
  {
    id: 'R-111',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)2',
    clause: '「保证全过程监测记录的完整性和可溯性」',
    summary:
      'The record of an activity covers people, equipment, samples and reference material, method and conditions, and can be traced end to end.',
  },
  {
    id: 'R-112',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)1',
    clause: '「环境监测检测机构及其负责人对其监测数据的真实性和准确性负责」',
    summary: "Lab and head of lab are answerable for truth and accuracy of the lab's data.",
  },
  {
    id: 'R-113',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)1',
    clause: '「采样与分析人员、审核与授权签字人分别对原始监测数据、监测报告的真实性终身负责」',
    summary:
      'Samplers and analysts are tied for life to the raw data, reviewers and authorised signatories to the report; the tie survives change of employer and closing of the lab.',
  },
  {
    id: 'R-114',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(四)1',
    clause: '「建立“谁出数谁负责、谁签字谁负责”的责任追溯制度」',
    summary: 'Every datum names who issued it and every signature names who signed.',
  },
  {
    id: 'R-115',
    kind: 'schedule',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause: '「可聘请有关专家对全市环境监测检测机构联合开展“双随机”检查」',
    summary: 'Environment and quality supervision inspect labs jointly by double-random draw, and may call in experts.',
  },
  {
    id: 'R-116',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause: '「发现不符合资质认定和环境监测质量管理要求的，依据各自职责依法依规进行处理」',
    summary:
      'A lab that fails certification or quality requirements is handled by each department within its own powers, and both results are on file.',
  },
  {
    id: 'R-117',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause: '「市质量技术监督部门应按有关规定报告上级质量技术监督部门」',
    summary: 'When lab fraud is found, quality supervision reports to its superior.',
  },
  {
    id: 'R-118',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause: '「市环境保护部门及市公安机关应依法给予处罚，涉嫌犯罪的，移交司法机关依法追究相关责任人的刑事责任」',
    summary:
      'Fraud by a lab or its staff, or taking part in it, is penalised by the environmental department and the police within their powers; suspected crime goes to the judiciary, each responsible person named.',
  },
  {
    id: 'R-119',
    kind: 'classification',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause:
      '「从事环境监测设施维护、运营的人员有实施或参与篡改、伪造自动监测数据、干扰自动监测设施、破坏环境质量监测系统等行为的，依法从重处罚」',
    summary:
      'Operating staff that tamper, fabricate, disturb a facility or damage the quality monitoring system get the mark heavierPenalty.',
  },
  {
    id: 'R-120',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause: '「可以要求环境监测检测机构与造成环境污染和生态破坏的其他责任者承担连带责任」',
    summary:
      'Where lab fraud bears responsibility for pollution, a claim of joint liability may be entered in a public-interest or damage suit, with claimant, other liable parties and court result.',
  },
  {
    id: 'R-121',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)1',
    clause:
      '「除依法处罚外，检察机关、社会组织和其他法律规定的机关提起民事公益诉讼或者市政府授权的行政机关依法提起生态环境损害赔偿诉讼时」',
    summary: 'Joint liability is recorded in addition to the penalty and never in its place.',
  },
  {
    id: 'R-122',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(六)1',
    clause: '「环境监测人员数据弄虚作假从业禁止制度」',
    summary:
      'A person under a practitioner ban cannot be named as sampler, analyst, reviewer, signatory or operator (the seed names the regime; the effect is ).',
  },
  {
    id: 'R-123',
    kind: 'schedule',
    jurisdictions: ['220100'],
    citation: 'S4 二(六)2',
    clause: '「定期开展质控考核和能力验证比对工作」',
    summary: 'Labs take part in quality assessments and proficiency comparisons at regular intervals.',
  },
  {
    id: 'R-124',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(六)2',
    clause: '「配备符合要求的仪器设备和标准物质，确保能够溯源到国家计量基准」',
    summary: 'Equipment and reference material are traceable to national standards.',
  },
  {
    id: 'R-125',
    kind: 'accountability',
    jurisdictions: ['370800'],
    citation: 'S1 五(十一)',
    clause: '「特别是针对社会化检验检测机构、运维机构篡改伪造监测数据等违法犯罪行为」',
    summary:
      'Tampering or fabrication by labs or operators is handled or transferred to market regulator, police or other departments with the legal basis named.',
  },
  {
    id: 'R-126',
    kind: 'accountability',
    jurisdictions: ['370800'],
    citation: 'S1 二(四)',
    clause: '「作出行政处罚的生态环境部门按照《山东省企业环境信用评价办法》对其进行信用评价」',
    summary: 'A lab penalised for fraud gets a credit evaluation by the environmental department that made the penalty.',
  },
];
