import { apl, orders2014 } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

const item = field('registrationId');

export const evidenceRegistrationObligations: readonly ObligationRule[] = [
  {
    id: 'registrationApproval',
    rule: 'MEP-32',
    duty: { zh: '二十四小时内补办登记保存批准', en: 'have an urgent registration approved within 24 hours' },
    opens: { EvidenceRegistered: (payload) => (payload['approvedBy'] === null ? item(payload) : null) },
    discharges: { RegistrationApproved: item, RegistrationResolved: item, RegistrationLapsed: item },
    owedBy: owed('authorityHead'),
    limit: () => orders2014.hours(24),
  },
  {
    id: 'registrationDecision',
    rule: 'APL-56',
    duty: { zh: '七个工作日内作出处理决定', en: 'decide within seven working days' },
    opens: { EvidenceRegistered: item },
    discharges: { RegistrationResolved: item, RegistrationLapsed: item },
    owedBy: owed('enforcementAgency'),
    limit: () => apl(7),
    from: field('registeredOn'),
  },
];
