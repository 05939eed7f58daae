import { field, fields, owed, type ItemsOf, type ObligationRule } from '../obligation/rule';

const suspicionId = field('suspicionId');

const anomalous: ItemsOf = (payload) => (payload['kind'] === 'dataAnomaly' ? suspicionId(payload) : null);

const concerned = fields('suspicionIds');

/** A comparison test alone leaves the suspicion open. */
const settled: ItemsOf = (payload) => (payload['response'] === 'comparisonTest' ? null : suspicionId(payload));

/** A suspicion is numbered within its outlet, `<outlet>-s<number>`. */
const outletStreamOf = (id: string): string => `outlet-${id.replace(/-s\d+$/, '')}`;

/** None of these texts gives a number: the latency from the anomaly to each answer is what is measured. */
export const monitoringObligations: readonly ObligationRule[] = [
  {
    id: 'suspicionResponse',
    rule: 'R-061',
    orRules: ['R-019'],
    duty: { zh: '应对推送的异常超标，开展现场调查', en: 'follow a pushed suspicion up' },
    opens: { SuspicionRaised: suspicionId },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    // A case that takes it up answers it; what is answered at the outlet itself is held to R-062 there.
    discharges: { ProblemFound: concerned, SuspicionResponded: settled },
    streamOfItem: outletStreamOf,
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
