import { onTheDay } from '../calendar';
import { field, fields, owed, type ItemsOf, type ObligationRule, type Payload } from '../obligation/rule';

const findingId = field('findingId');

const some = (payload: Payload, name: string): boolean => Array.isArray(payload[name]) && payload[name].length > 0;

const withProblems =
  (name: string): ItemsOf =>
  (payload) =>
    some(payload, name) ? findingId(payload) : null;

const sentTo =
  (receiver: string): ItemsOf =>
  (payload) =>
    payload['to'] === receiver ? findingId(payload) : null;

const touchesPermit: ItemsOf = (payload) => (payload['permitNeed'] === 'none' ? null : findingId(payload));

/** What the monitoring unit found is told to both. */
const told = (id: string, to: 'permitDepartment' | 'enforcementAgency', zh: string, en: string): ObligationRule => ({
  id,
  rule: 'R-011',
  duty: { zh, en },
  opens: { SelfMonitoringPlanVerified: withProblems('shortcomings'), SelfMonitoringSpotChecked: withProblems('problems') },
  owedBy: owed('monitoringUnit'),
  limit: () => null,
  discharges: { SupervisionFindingSent: sentTo(to) },
});

export const partySupervisionObligations: readonly ObligationRule[] = [
  told('findingToPermitDepartment', 'permitDepartment', '向排污许可审批部门反馈', 'tell the permit department what was found'),
  told('findingToEnforcement', 'enforcementAgency', '向环境执法机构反馈', 'tell the enforcement agency what was found'),
  {
    id: 'selfMonitoringNotDone',
    rule: 'R-066',
    duty: { zh: '向执法机构反馈未按要求开展自行监测的线索', en: 'pass the clue of self-monitoring not done to the enforcement agency' },
    opens: { SelfMonitoringSpotChecked: (payload) => (payload['doneAsRequired'] === false ? findingId(payload) : null) },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
    discharges: { SupervisionFindingSent: sentTo('enforcementAgency') },
  },
  {
    id: 'permitDemand',
    rule: 'R-012',
    duty: { zh: '督促排污单位申请或重新申请排污许可证', en: 'demand the permit application' },
    opens: { SelfMonitoringPlanVerified: touchesPermit, SelfMonitoringSpotChecked: touchesPermit },
    owedBy: owed('permitDepartment'),
    limit: () => null,
    discharges: { PermitApplicationDemanded: findingId },
  },
  {
    id: 'permitApplication',
    rule: 'R-012',
    duty: { zh: '申请或重新申请排污许可证', en: 'apply for the permit' },
    opens: { PermitApplicationDemanded: field('demandId') },
    owedBy: owed('dischargingEntity'),
    limit: ({ payload }) => (field('dueOn')(payload as Payload) === null ? null : onTheDay),
    from: field('dueOn'),
    discharges: { PermitApplicationReceived: field('demandId') },
  },
  {
    id: 'labCheck',
    rule: 'R-057',
    duty: { zh: '对疑似问题开展检查', en: 'check what the platform shows' },
    opens: { LabSuspicionRecorded: field('suspicionId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: {
      MonitoringCheckRecorded: fields('suspicionIds'),
    },
  },
];
