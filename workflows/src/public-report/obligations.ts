import { owed, type ObligationRule, type Payload } from '../obligation/rule';

const report = () => 'report';
const answerable = (payload: Payload) => (payload['answerable'] === true ? 'report' : null);
const claimed = (payload: Payload) => (payload['rewardClaimed'] === true ? 'report' : null);
const granted = (payload: Payload) => (payload['granted'] === true ? 'report' : null);

export const publicReportObligations: readonly ObligationRule[] = [
  {
    id: 'publicReportAnswer',
    rule: 'R-177',
    duty: { zh: '调查处理举报并反馈信息', en: 'handle a public report and answer it' },
    opens: { PublicReportReceived: answerable },
    discharges: { PublicReportAnswered: report },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
  {
    id: 'reportRewardDecision',
    rule: 'R-179',
    duty: { zh: '对可获奖励的举报作出奖励决定', en: 'decide on the reward of a report' },
    opens: { PublicReportReceived: claimed },
    discharges: { ReportRewardDecided: report, PublicReportNotAccepted: report },
    owedBy: owed('authorityHead'),
    limit: () => null,
  },
  {
    id: 'reportRewardPayment',
    rule: 'R-179',
    duty: { zh: '发放举报奖励', en: 'pay the reward of a report' },
    opens: { ReportRewardDecided: granted },
    discharges: { ReportRewardPaid: report },
    owedBy: owed('authorityHead'),
    limit: () => null,
  },
];
