import { field, owed, type ItemsOf, type ObligationRule } from '../obligation/rule';

const suspicionId = field('suspicionId');

const anomalous: ItemsOf = (payload) => (payload['kind'] === 'dataAnomaly' ? suspicionId(payload) : null);

const concerned: ItemsOf = ({ suspicionIds }) =>
  Array.isArray(suspicionIds) ? suspicionIds.filter((each): each is string => typeof each === 'string') : null;

const settled: ItemsOf = (payload) =>
  payload['siteInvestigatedOn'] !== null || payload['response'] === 'caseOpened' ? suspicionId(payload) : null;

/** None of these texts gives a number: the latency from the anomaly to each answer is what is measured. */
export const monitoringObligations: readonly ObligationRule[] = [
  {
    id: 'anomalyResponse',
    rule: 'R-019',
    duty: { zh: '应对处置排放异常、超标', en: 'respond to the abnormal or above-limit event' },
    opens: { SuspicionRaised: suspicionId },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { SuspicionResponded: suspicionId },
  },
  {
    id: 'pushedSuspicion',
    rule: 'R-062',
    duty: { zh: '对推送的涉嫌违法信息开展现场调查', en: 'investigate the pushed suspicion on site' },
    opens: { SuspicionRaised: suspicionId },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { SuspicionResponded: settled },
  },
  {
    id: 'comparisonAfterAnomaly',
    rule: 'R-060',
    duty: { zh: '对自动监测数据异常的企业开展比对监测', en: 'make a comparison test after abnormal data' },
    opens: { SuspicionRaised: anomalous },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
    discharges: { AnomalyComparisonRecorded: concerned },
  },
  {
    id: 'anomalyReport',
    rule: 'R-058',
    duty: { zh: '以数据标记方式报告数据传输异常', en: 'report the anomaly by a data flag' },
    opens: { SuspicionRaised: anomalous },
    owedBy: owed('dischargingEntity'),
    limit: () => null,
    discharges: { AnomalyFlagged: concerned },
  },
  {
    id: 'anomalyRepair',
    rule: 'R-059',
    duty: { zh: '检查修复', en: 'check and repair' },
    opens: { AnomalyFlagged: field('flagId') },
    owedBy: owed('dischargingEntity'),
    limit: () => null,
    discharges: { AnomalyFlagClosed: field('flagId') },
  },
];
