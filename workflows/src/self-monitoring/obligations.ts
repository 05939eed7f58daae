import { civil, onTheDay, UNKNOWN } from '../calendar';
import { field, owed, type ObligationRule, type Payload } from '../obligation/rule';

/** five working days after the day on which the report was signed and issued (O-01, O-02). */
const PUBLISH_WITHIN = civil.workingDays(5);

const ofPermitHolder = (payload: Payload): string | null => (payload['permitHolder'] === true ? field('resultId')(payload) : null);

export const selfMonitoringObligations: readonly ObligationRule[] = [
  {
    id: 'selfMonitoringPublication',
    rule: 'R-021',
    duty: { zh: '公开自行监测结果', en: 'publish the result of self-monitoring' },
    opens: { SelfMonitoringResultRecorded: ofPermitHolder },
    discharges: { SelfMonitoringPublished: field('resultId') },
    owedBy: owed('dischargingEntity'),
    limit: () => PUBLISH_WITHIN,
    from: (payload) => (payload['issuedOn'] === UNKNOWN ? null : field('issuedOn')(payload)),
  },
  {
    id: 'selfProof',
    rule: 'R-036',
    duty: { zh: '就监测数据真实性自我举证', en: 'prove that the data are true' },
    opens: { SelfProofRequested: field('proofId') },
    discharges: { SelfProofAnswered: field('proofId'), SelfProofAssessed: field('proofId') },
    owedBy: owed('dischargingEntity'),
    limit: ({ payload }) => (field('dueOn')(payload as Payload) === null ? null : onTheDay),
    from: field('dueOn'),
  },
  {
    id: 'selfProofAssessment',
    rule: 'R-036',
    duty: { zh: '认定自我举证结果', en: 'assess the proof of the entity' },
    opens: { SelfProofAnswered: field('proofId') },
    discharges: { SelfProofAssessed: field('proofId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
];
