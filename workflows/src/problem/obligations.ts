import { field, fields, owed, type ItemsOf, type ObligationRule, type Payload } from '../obligation/rule';
import type { OfficialFunction } from '../kernel/codes';

const problemId = field('problemId');

const problemIds = fields('problemIds');

const foundBy =
  (finder: OfficialFunction, source?: string): ItemsOf =>
  (payload, event) =>
    event.actor.function === finder && (source === undefined || payload['source'] === source) ? problemId(payload) : null;

const from =
  (source: string): ItemsOf =>
  (payload) =>
    payload['source'] === source ? problemId(payload) : null;

const receiverOf = ({ to }: Payload): unknown => (typeof to === 'object' && to !== null && 'function' in to ? to.function : to);

const handedTo =
  (receiver: OfficialFunction): ItemsOf =>
  (payload) =>
    receiverOf(payload) === receiver ? problemIds(payload) : null;

/** Off the ledger, or gone where it is looked after from now on. */
const LEFT: ObligationRule['discharges'] = { ProblemStruckOff: problemId, CaseMerged: problemIds, CaseHandedOver: problemIds };

/** A finding reaches a receiver by a clue or by plain feedback. */
const told = (
  spec: Pick<ObligationRule, 'id' | 'rule' | 'duty'>,
  finder: OfficialFunction,
  receiver: OfficialFunction,
): ObligationRule => ({
  ...spec,
  opens: { ProblemFound: foundBy(finder) },
  owedBy: owed(finder),
  limit: () => null,
  discharges: { ClueTransferred: handedTo(receiver), FindingForwarded: handedTo(receiver), ...LEFT },
});

/** Handling is any of the exits; the age of a problem without one is counted from its opening. */
const HANDLED: ObligationRule['discharges'] = {
  RectificationOrdered: problemIds,
  RectificationUrged: problemIds,
  PenaltyCaseOpened: problemIds,
  CriminalTransferProposed: problemIds,
  ...LEFT,
};

export const problemObligations: readonly ObligationRule[] = [
  told(
    { id: 'problemToPermitDepartment', rule: 'R-011', duty: { zh: '向排污许可审批部门反馈', en: 'tell the permit department' } },
    'monitoringUnit',
    'permitDepartment',
  ),
  told(
    { id: 'problemToEnforcement', rule: 'R-011', duty: { zh: '向环境执法机构反馈', en: 'tell the enforcement agency' } },
    'monitoringUnit',
    'enforcementAgency',
  ),
  told(
    {
      id: 'permitClueToEnforcement',
      rule: 'R-199',
      duty: { zh: '向执法机构反馈许可管理线索', en: 'pass the permit clue to the enforcement agency' },
    },
    'permitDepartment',
    'enforcementAgency',
  ),
  told(
    {
      id: 'permitClueToMonitoring',
      rule: 'R-199',
      duty: { zh: '向监测部门反馈许可管理线索', en: 'pass the permit clue to the monitoring unit' },
    },
    'permitDepartment',
    'monitoringUnit',
  ),
  {
    id: 'selfMonitoringClue',
    rule: 'R-066',
    duty: { zh: '向执法机构反馈未按要求开展自行监测的线索', en: 'pass the clue of self-monitoring not done to the enforcement agency' },
    opens: { ProblemFound: foundBy('monitoringUnit', 'selfMonitoringCheck') },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
    discharges: { ClueTransferred: handedTo('enforcementAgency'), FindingForwarded: handedTo('enforcementAgency'), ...LEFT },
  },
  {
    id: 'problemHandled',
    rule: 'R-067',
    duty: { zh: '及时处理检查发现的问题', en: 'handle the problem that was found' },
    opens: { ProblemFound: problemId },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: HANDLED,
  },
  {
    id: 'handedDownClue',
    rule: 'R-068',
    duty: { zh: '办理上级交办的线索', en: 'act on the clue that was handed down' },
    opens: { ProblemFound: from('superiorTransfer') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { ClueTransferred: problemIds, ...HANDLED },
  },
];
