import { owed, type ObligationRule, type Payload } from '../obligation/rule';

const listIn = (payload: Payload, name: string): readonly string[] => {
  const value = payload[name];

  return Array.isArray(value) ? value.map(String) : [];
};

const inspectedBy =
  (department: string) =>
  (payload: Payload): string | null =>
    payload['department'] === department ? String(payload['labId']) : null;

const drawnLabs = (payload: Payload): readonly string[] => listIn(payload, 'labs');

/** the text gives no number of days, so the latency is measured. */
export const labInspectionObligations: readonly ObligationRule[] = [
  {
    id: 'drawnLabByEnvironment',
    rule: 'R-115',
    duty: { zh: '检查抽中的监测机构（生态环境）', en: 'inspect the lab that was drawn (environment)' },
    opens: { LabInspectionDrawn: drawnLabs },
    discharges: { LabInspected: inspectedBy('environment') },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
  },
  {
    id: 'drawnLabByQuality',
    rule: 'R-115',
    duty: { zh: '检查抽中的监测机构（质量技术监督）', en: 'inspect the lab that was drawn (quality)' },
    opens: { LabInspectionDrawn: drawnLabs },
    discharges: { LabInspected: inspectedBy('quality') },
    owedBy: owed('marketRegulator'),
    limit: () => null,
  },
  {
    id: 'labFraudUpward',
    rule: 'R-117',
    duty: { zh: '监测机构弄虚作假报告上级质量技术监督部门', en: 'report lab fraud to the superior of quality supervision' },
    opens: { LabInspected: (payload) => (payload['fraud'] === true ? String(payload['labId']) : null) },
    discharges: { LabFraudReportedUpward: (payload) => String(payload['labId']) },
    owedBy: owed('marketRegulator'),
    limit: () => null,
  },
];
