import type { RuleEntry } from '../rule';

/** Rectification and penalties. */
export const rectificationPenalty: readonly RuleEntry[] = [
  {
    id: 'R-127',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 二',
    clause: '「对一般性的问题，要立整立改」',
    summary: 'A general problem is put right at once; any other handling needs the reason why this is not possible.',
  },
  {
    id: 'R-128',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 二',
    clause: '「不能立整立改的，要协助企业制定整改方案，限期整改到位」',
    summary: "A problem that cannot be put right at once has a rectification plan, drawn up with the authority's help, and a due date.",
  },
  {
    id: 'R-129',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S3 一',
    clause: '「持续跟踪问效，直到问题销号」',
    summary:
      "Problems from the state's supervision phase 1 and the province's permit inspection are entered in a ledger and followed until closed out.",
  },
  {
    id: 'R-130',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 四',
    clause: '「综合运用停产整治、按日连续处罚、吊销排污许可证等手段依法严惩重罚」',
    summary:
      'For a violation classed malicious, production suspension, consecutive daily penalty and permit revocation may be decided singly or together; a decision that cites this rule without that class is refused.',
  },
  {
    id: 'R-131',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 四',
    clause: '「情节严重的，报经有批准权的人民政府批准，责令停业、关闭」',
    summary:
      "A closure order is refused unless the case is marked serious and the approval of the people's government with the power is on file before it.",
  },
  {
    id: 'R-132',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 四',
    clause: '「构成犯罪的，依法追究刑事责任」',
    summary:
      'A malicious violation that constitutes a crime goes to criminal liability; close-out with administrative measures alone is refused.',
  },
  {
    id: 'R-133',
    kind: 'guard',
    jurisdictions: ['620000'],
    citation: 'S2 五(三)',
    clause: '「对涉嫌环境违法的企业严格按照法律法规进行查处，涉及刑事犯罪的案件及时移交移送」',
    summary:
      'The file of an enterprise suspected of a violation cannot be closed without investigation and handling by law, and a criminal matter is transferred in time.',
  },
  {
    id: 'R-134',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)2',
    clause: '「涉嫌犯罪的，移交司法机关依法追究直接负责的主管人员和其他责任人的刑事责任，并对单位判处罚金」',
    summary:
      'A finding of data fraud by a discharging entity cannot be closed without a penalty; on suspected crime the transfer names the unit, the directly responsible manager and the other responsible persons.',
  },
  {
    id: 'R-135',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)2',
    clause: '「排污单位法定代表人强令、指使、授意、默许监测数据弄虚作假的，依纪依法追究其责任」',
    summary:
      'A legal representative who coerced, instigated, suggested or tolerated fraud is entered as a responsible person with the mode of involvement.',
  },
  {
    id: 'R-136',
    kind: 'guard',
    jurisdictions: ['370800'],
    citation: 'S1 五(十一)',
    clause: '「以“零容忍”态度坚决打击偷排偷放、弄虚作假等恶意违法行为」',
    summary: 'Covert discharge and fraud are met with zero tolerance: such a finding cannot be closed without a penalty or a transfer.',
  },
  {
    id: 'R-137',
    kind: 'guard',
    jurisdictions: ['370800'],
    citation: 'S1 二(二)',
    clause: '「依法依规查处弄虚作假、人为干扰等违法违规行为」',
    summary: 'Fraud and human disturbance found in a self-monitoring inspection are handled by law and cannot be left as a remark.',
  },
];
