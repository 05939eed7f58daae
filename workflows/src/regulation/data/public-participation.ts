import type { RuleEntry } from '../rule';

/** Public participation, reports, rewards. */
export const publicParticipation: readonly RuleEntry[] = [
  {
    id: 'R-177',
    kind: 'notification',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(三); S1 六(十四)',
    clause: '「对公众反映的生态环境监测等方面的问题，积极调查处理并反馈信息」',
    summary: 'A problem reported by the public is investigated and answered; a report without an answer is outstanding.',
  },
  {
    id: 'R-178',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S3 五',
    clause: '「充分利用“12345”政府服务热线、信息网络、群众来信来访等平台或途径」',
    summary: 'Reports come in through 12345, the internet, letters and visits, and the channel is kept.',
  },
  {
    id: 'R-179',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S3 五',
    clause: '「实现案件受理、案件查处、实施奖励等环节无缝衔接闭环管理」',
    summary:
      'Acceptance, handling and reward of a report are one chain: a case from a reward-eligible report has a reward decision before it is closed.',
  },
  {
    id: 'R-180',
    kind: 'record',
    jurisdictions: ['220000'],
    citation: 'S3 五',
    clause: '「完善排污许可举报奖励制度，细化奖励标准、条件、方式、流程」',
    summary: 'Reward standard, conditions, way and procedure are configured, and a reward decision refers to them.',
  },
  {
    id: 'R-181',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(五)4',
    clause: '「将环境监测数据弄虚作假行为的监督举报纳入“12369”环境保护举报和“12365”质量技术监督举报受理范围」',
    summary: 'Reports of data fraud are accepted through 12369 and 12365.',
  },
  {
    id: 'R-182',
    kind: 'record',
    jurisdictions: ['220000', '370800'],
    citation: 'S0 四(三); S1 六(十四)',
    clause: '「充分发挥行业协会、非政府组织等社会团体和公众」',
    summary:
      'Supervision by associations, non-governmental bodies and the public on self-monitoring and disclosure is taken in as a report with its source type.',
  },
];
