import type { RuleEntry } from '../rule';

/** Interference and accountability of officials. */
export const interference: readonly RuleEntry[] = [
  {
    id: 'R-148',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)4',
    clause: '「对党政领导干部与相关部门工作人员干预环境监测的批示、函文、口头意见或暗示等信息」',
    summary:
      'A monitoring body or person records every interference by an official or staff of a department, in any of four forms: written instruction, official letter, oral opinion, hint.',
  },
  {
    id: 'R-149',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)4',
    clause: '「做到全程留痕、依法提取、介质存储、归档备查」',
    summary:
      'An interference record is traced throughout, lawfully extracted, stored on a medium and filed for inspection; it is append-only , with source, hash of the stored item and custody steps.',
  },
  {
    id: 'R-150',
    kind: 'classification',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)3',
    clause:
      '「指使篡改、伪造环境监测数据，限制、阻挠环境监测数据质量监管执法，影响、干扰对环境监测数据弄虚作假行为查处和责任追究…影响、干扰用于评价考核县（市）区、开发区环境质量监测数据的真实性」',
    summary:
      'Interference is one of four kinds: ordering tampering or fabrication; limiting or obstructing supervision and enforcement; influencing the handling of fraud or the pursuit of liability; influencing the truth of data used for assessing a county or zone.',
  },
  {
    id: 'R-151',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)3',
    clause: '「一经查实，按有关规定严肃追责」',
    summary: 'A verified interference leads to an accountability action on file.',
  },
  {
    id: 'R-152',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)4',
    clause: '「对不如实记录或隐瞒不报不当干预行为并造成严重后果的相关人员，予以通报批评和警告」',
    summary:
      'Who does not record truthfully, or hides an improper interference, and thereby causes serious consequences, is criticised in a circular and warned; both conditions are on file before the sanction.',
  },
  {
    id: 'R-153',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)1',
    clause: '「对防范和惩治环境监测数据弄虚作假负领导责任」',
    summary:
      'Local Party committees, governments and departments carry leadership responsibility for preventing fraud; each jurisdiction unit names its responsible leader.',
  },
  {
    id: 'R-154',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)1',
    clause: '「市政府可公开约谈其负责人，责成其查处和整改」',
    summary:
      'Where fraud stands out, the city government may publicly interview the person in charge and order handling and rectification; both are recorded.',
  },
  {
    id: 'R-155',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)1',
    clause: '「依照相关规定会同有关部门对相关责任人提出处分建议，交有关部门依纪依法予以处理」',
    summary:
      'After an interview by state or province the municipal environmental department, with others, makes a sanction recommendation on the responsible persons.',
  },
  {
    id: 'R-156',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)1',
    clause: '「将处理结果报省环境保护部门、市委和市政府」',
    summary:
      'The outcome of that sanction is reported to three addressees: provincial department, municipal Party committee, municipal government.',
  },
  {
    id: 'R-157',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)2',
    clause: '「按照各自职责，依法对环境监测机构负监管责任」',
    summary:
      'Environment and quality supervision carry supervisory liability for monitoring bodies within their duties; every lab has a named supervisor of each.',
  },
  {
    id: 'R-158',
    kind: 'accountability',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)2',
    clause: '「负责对所属环境监测机构的数据质量管理」',
    summary: 'Line departments are answerable for the data quality of their own monitoring bodies.',
  },
  {
    id: 'R-159',
    kind: 'notification',
    jurisdictions: ['220100'],
    citation: 'S4 二(一)2',
    clause: '「依照规定向有关部门移送直接负责的主管人员和其他责任人员的违规线索」',
    summary:
      'A department that finds shielding, weak supervision or other failure of duty transfers a clue on the directly responsible manager and others.',
  },
  {
    id: 'R-160',
    kind: 'schedule',
    jurisdictions: ['620000'],
    citation: 'S2 五(三)',
    clause: '「省级环保部门定期开展督查督办」',
    summary: 'The province supervises the cities at regular intervals and records findings.',
  },
  {
    id: 'R-161',
    kind: 'accountability',
    jurisdictions: ['620000'],
    citation: 'S2 五(三)',
    clause: '「对工作中存在履职不力、隐瞒包庇、弄虚作假等问题的市州进行通报批评和公开约谈」',
    summary: 'A city with failure of duty, cover-up or fraud is criticised in a circular and publicly interviewed.',
  },
  {
    id: 'R-162',
    kind: 'accountability',
    jurisdictions: ['620000'],
    citation: 'S2 五(三)',
    clause: '「情节严重的移交纪检监察部门实行问责」',
    summary: 'In a serious case the matter goes to discipline inspection and supervision.',
  },
  {
    id: 'R-163',
    kind: 'statistic',
    jurisdictions: ['220100'],
    citation: 'S4 三(三)',
    clause: '「建立督查通报机制，按照责任清单和时间表，定期检查，全程跟踪」',
    summary:
      'Supervision offices check the carrying out by duty list and timetable and issue bulletins; open and late duties show per unit.',
  },
];
