import { named } from './people';
import type { Case } from './finding';
import type { Registered } from './registers';
import type { Stage } from './stage';

const paper = (name: string, at: number) => ({
  name,
  digest: `sha256:${String(at).repeat(64)}`,
  mediaType: 'application/pdf',
  bytes: 120_000 + at,
});

const FIELDS = 'rectifications { id } penalties { id } transfers { id }';

interface Ids {
  readonly rectifications: readonly { readonly id: string }[];
  readonly penalties: readonly { readonly id: string }[];
  readonly transfers: readonly { readonly id: string }[];
}

const onlyId = async (stage: Stage, caseId: string, of: keyof Ids): Promise<string> => {
  const query = `query ($caseId: ID!, $p: Position) { caseFile(caseId: $caseId, atLeast: $p) { ${FIELDS} } }`;
  const { caseFile } = await stage.office('enforcer').ask<{ caseFile: Ids }>(query, { caseId, p: stage.position });
  const [item] = caseFile[of];
  if (item === undefined) throw new Error(`no ${of}`);

  return item.id;
};

export const orderRectification = async (
  stage: Stage,
  { caseId, exceedance, tampering }: Case,
  { entityId }: Registered,
): Promise<string> => {
  stage.story.chapter({ zh: '责令限期整改', en: 'Rectification ordered, by a date' });
  await stage.do('enforcer', 'orderRectification', {
    subject: caseId,
    occurredAt: '2024-09-05T09:00:00+08:00',
    input: {
      problemIds: [exceedance, tampering],
      partyId: entityId,
      mode: 'byDate',
      orderNo: '济环责改〔2024〕22号',
      demand: '恢复自动监测设备正常采样，确保达标排放',
      dueOn: '2024-10-15',
      reasonNotAtOnce: '需改造污水处理设施',
      plan: '一、更换采样管路；二、改造生化段；三、第三方比对验收',
    },
  });

  return onlyId(stage, caseId, 'rectifications');
};

const LAW = '《中华人民共和国水污染防治法》第八十三条第二项';

const decisionOn = (caseId: string, penaltyId: string) => ({
  key: 'demo-decision',
  subject: caseId,
  occurredAt: '2024-09-26T10:00:00+08:00',
  input: {
    penaltyId,
    docNo: '济环罚〔2024〕21号',
    decidedOn: '2024-09-26',
    fine: '163643',
    facts: '超标排放水污染物',
    legalBasis: LAW,
    reasons: '当事人未提出陈述申辩，超标1.54倍，依裁量基准确定',
    collectiveDiscussion: '2024年9月25日局务会集体讨论',
  },
});

/** 处罚: notice, waiver, review by another person, decision, service, payment. The repeated decision changes nothing. */
export const penalise = async (stage: Stage, { caseId, exceedance }: Case, { entityId }: Registered): Promise<string> => {
  stage.story.chapter({ zh: '行政处罚：告知、审核、决定、送达、缴款', en: 'Penalty: notice, review, decision, service, payment' });
  await stage.do('enforcer', 'openPenaltyCase', {
    subject: caseId,
    occurredAt: '2024-09-05T10:00:00+08:00',
    input: { partyId: entityId, problemIds: [exceedance], officers: [named('enforcer'), named('colleague')], filedOn: '2024-09-05' },
  });
  const penaltyId = await onlyId(stage, caseId, 'penalties');
  await stage.do('enforcer', 'servePenaltyNotice', {
    subject: caseId,
    occurredAt: '2024-09-12T10:00:00+08:00',
    input: {
      penaltyId,
      docNo: '济环罚告〔2024〕15号',
      plannedFine: '163643',
      facts: '超标排放水污染物',
      legalBasis: LAW,
      hearingRight: true,
      servedOn: '2024-09-12',
    },
  });
  await stage.do('enforcer', 'waiveStatement', {
    subject: caseId,
    occurredAt: '2024-09-20T10:00:00+08:00',
    input: { penaltyId, on: '2024-09-20' },
  });
  await stage.do('reviewer', 'completeLegalReview', {
    subject: caseId,
    occurredAt: '2024-09-24T15:00:00+08:00',
    input: { penaltyId, opinion: '事实清楚，证据确凿，程序合法' },
  });
  const decision = decisionOn(caseId, penaltyId);
  await stage.do('head', 'decidePenalty', decision);
  stage.story.line({ zh: '网络中断，同一请求再次提交：', en: 'the network broke, the same request is sent again:' });
  await stage.do('head', 'decidePenalty', decision);
  await stage.do('enforcer', 'servePenalty', {
    subject: caseId,
    occurredAt: '2024-09-29T10:00:00+08:00',
    input: { penaltyId, servedOn: '2024-09-29', method: '直接送达' },
  });
  await stage.do('enforcer', 'recordPayment', {
    subject: caseId,
    occurredAt: '2024-10-09T10:00:00+08:00',
    input: { penaltyId, amount: '163643', paidOn: '2024-10-09', voucherNo: 'JK-20241009-07' },
  });

  return penaltyId;
};

/** 涉嫌犯罪移送, up to the letter and its copy. */
export const transferToPolice = async (stage: Stage, { caseId, tampering }: Case): Promise<string> => {
  stage.story.chapter({ zh: '涉嫌犯罪，移送公安机关并抄送检察机关', en: 'Transfer to the police, with a copy to the procuratorate' });
  await stage.do('enforcer', 'proposeCriminalTransfer', {
    subject: caseId,
    occurredAt: '2024-09-09T10:00:00+08:00',
    input: {
      problemIds: [tampering],
      suspectedCrime: '污染环境罪',
      legalBasis: '《最高人民法院 最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释》第一条第七项',
      proposers: [named('enforcer'), named('colleague')],
      responsiblePersons: ['林某'],
      report: '重点排污单位篡改自动监测数据并排放化学需氧量，涉嫌犯罪，提请移送',
    },
  });
  const transferId = await onlyId(stage, caseId, 'transfers');
  await stage.do('head', 'approveCriminalTransfer', { subject: caseId, occurredAt: '2024-09-10T09:00:00+08:00', input: { transferId } });
  await stage.do('enforcer', 'sendCriminalTransfer', {
    subject: caseId,
    occurredAt: '2024-09-10T15:00:00+08:00',
    input: {
      transferId,
      letterNo: '济环移〔2024〕3号',
      policeOrganisation: '济宁市公安局',
      policeJurisdiction: '370800',
      sentAt: '2024-09-10T15:00:00+08:00',
      papers: {
        criminalTransferLetter: paper('涉嫌犯罪案件移送书.pdf', 1),
        investigationReport: paper('案件情况调查报告.pdf', 2),
        sceneInspectionRecord: paper('现场检查（勘察）笔录.pdf', 3),
        involvedItemsList: paper('涉案物品清单.pdf', 4),
        others: [paper('监测报告.pdf', 5)],
      },
    },
  });
  await stage.do('enforcer', 'copyToProcuratorate', {
    subject: caseId,
    occurredAt: '2024-09-10T16:00:00+08:00',
    input: { transferId, procuratorate: '济宁市人民检察院', copiedAt: '2024-09-10T16:00:00+08:00' },
  });

  return transferId;
};

/** The police acknowledge, accept, and give notice in writing that a case was filed. */
export const answerAsPolice = async (stage: Stage, { caseId }: Case, transferId: string): Promise<void> => {
  await stage.do('liaison', 'signTransferReceipt', {
    subject: caseId,
    occurredAt: '2024-09-10T17:00:00+08:00',
    input: { transferId, receiptNo: '济公环回〔2024〕3号' },
  });
  await stage.do('liaison', 'acceptTransfer', { subject: caseId, occurredAt: '2024-09-10T17:30:00+08:00', input: { transferId } });
  await stage.do('liaison', 'notifyFiling', {
    subject: caseId,
    occurredAt: '2024-09-13T10:00:00+08:00',
    input: { transferId, noticeNo: '济公环立〔2024〕3号', filedOn: '2024-09-13' },
  });
};

const disclose = (subject: string, problemIds: readonly string[], title: string, more: object = {}) => ({
  subject,
  problemIds,
  channel: '济宁市生态环境局门户网站',
  title,
  text: title,
  publishedAt: '2024-10-10T09:00:00+08:00',
  ...more,
});

interface Ends {
  readonly rectificationId: string;
  readonly penaltyId: string;
}

/** 信息公开, 整改确认, 反馈, 销号, 结案. */
export const discloseAndClose = async (stage: Stage, matter: Case, { rectificationId, penaltyId }: Ends): Promise<void> => {
  const { caseId, exceedance, tampering, clueId } = matter;
  const at = (occurredAt: string) => ({ subject: caseId, occurredAt });
  stage.story.chapter({ zh: '信息公开、整改确认、反馈、销号', en: 'Disclosure, rectification confirmed, feedback, close-out' });
  await stage.do('enforcer', 'publishDisclosure', {
    ...at('2024-10-10T09:00:00+08:00'),
    input: disclose('penalty', [exceedance], '行政处罚决定公开：某味食品有限公司', { penaltyId }),
  });
  await stage.do('enforcer', 'pushCreditInformation', {
    ...at('2024-10-10T10:00:00+08:00'),
    input: { penaltyId, platforms: ['信用中国', '国家企业信用信息公示系统'], reference: 'XY-2024-1010' },
  });
  await stage.do('enforcer', 'publishDisclosure', {
    ...at('2024-10-10T11:00:00+08:00'),
    input: disclose('result', [exceedance, tampering], '食品企业超标及自动监控问题处理结果', { publishedAt: '2024-10-10T11:00:00+08:00' }),
  });
  await stage.do('enforcer', 'reportToSuperior', {
    ...at('2024-10-11T09:00:00+08:00'),
    input: { problemId: tampering, superior: '山东省生态环境厅', reportNo: '济环报〔2024〕40号' },
  });
  await stage.do('colleague', 'reportRectification', {
    ...at('2024-10-12T09:00:00+08:00'),
    input: { rectificationId, measures: '采样管路已更换，生化段改造完成' },
  });
  await stage.do('enforcer', 'confirmRectification', {
    ...at('2024-10-15T15:00:00+08:00'),
    input: { rectificationId, reinspectedAt: '2024-10-15T10:00:00+08:00', result: '复查达标，自动监测设备正常' },
  });
  await stage.do('enforcer', 'giveFeedback', {
    ...at('2024-10-16T09:00:00+08:00'),
    input: { clueId, to: 'monitoringControlCentre', content: '已处罚并移送公安机关立案' },
  });
  for (const problemId of [exceedance, tampering]) {
    await stage.do('enforcer', 'strikeOffProblem', {
      ...at('2024-10-17T09:00:00+08:00'),
      input: { problemId, result: '处理到位，整改确认' },
    });
  }
  await stage.do('enforcer', 'closeCase', {
    ...at('2024-10-18T09:00:00+08:00'),
    input: { summary: '处罚执行完毕，公安已立案，整改确认，予以结案' },
  });
};
