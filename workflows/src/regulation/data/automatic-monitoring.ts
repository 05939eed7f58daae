import type { RuleEntry } from '../rule';

/** Automatic monitoring: who, by when, how kept. */
export const automaticMonitoring: readonly RuleEntry[] = [
  {
    id: 'R-038',
    kind: 'guard',
    jurisdictions: ['220000'],
    citation: 'S0 二(四)',
    clause: '「重点排污单位、实行排污许可重点管理的排污单位依法依规安装运维自动监测设备，并与生态环境部门联网」',
    summary:
      'A key entity, or one under key permit management, without an installed, maintained and connected facility (or an exemption, where the jurisdiction has one) shows as in breach.',
  },
  {
    id: 'R-039',
    kind: 'deadline',
    jurisdictions: ['370800'],
    citation: 'S1 二(一)',
    clause: '「排污单位取得排污许可证3个月内，应当按要求完成自动监测设备联网」',
    summary: 'A permit holder completes the connection of its automatic facility within 3 months after it obtained the permit.',
  },
  {
    id: 'R-040',
    kind: 'deadline',
    jurisdictions: ['370800'],
    citation: 'S1 二(一)',
    clause: '「应于名录发布后6个月内实现稳定联网」',
    summary: "An entity on the year's key list is stably connected within 6 months after the list was published.",
  },
  {
    id: 'R-041',
    kind: 'guard',
    jurisdictions: ['370800'],
    citation: 'S1 二(一)',
    clause: '「对不具备自动监控设施安装条件的，或已关停的企业，各县市区要严格按照《名录制定和联网管理规定》逐一进行现场审查确认」',
    summary:
      'An exemption from connection is granted only after an on-site review of that single entity, and only for two reasons: conditions for installation are lacking, or the enterprise is closed.',
  },
  {
    id: 'R-042',
    kind: 'deadline',
    jurisdictions: ['370800'],
    citation: 'S1 二(一)',
    clause: '「于6月15日前以正式文件向市生态环境局报备」',
    summary: 'Each county files the reviewed exemptions with the municipal bureau in a formal document by 15 June (O-05).',
  },
  {
    id: 'R-043',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)2',
    clause: '「重点排污单位应当依法安装使用污染源自动监测设备，与环保部门联网，定期检定或校准，保证正常运行，并公开自动监测数据」',
    summary:
      'A key entity records installation, connection, periodic verification or calibration, running state and publication of its automatic data.',
  },
  {
    id: 'R-044',
    kind: 'guard',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)2',
    clause: '「暂时不具备安装自动监测设备条件的，应按要求开展手工监测」',
    summary:
      'A key entity without conditions for an automatic facility has manual monitoring as required; if none is on record it is in breach.',
  },
  {
    id: 'R-045',
    kind: 'record',
    jurisdictions: ['220100'],
    citation: 'S4 二(三)2',
    clause: '「逐步在污染治理设施、监测站房、排放口等位置安装视频监控设施，并与环保部门联网」',
    summary:
      'Video surveillance at treatment facility, station room and outlet, with its connection, is recorded per entity as it is rolled out.',
  },
];
