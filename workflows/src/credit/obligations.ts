import { civil } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';
import type { CreditEvent } from './events';
import { periodOf } from './period';

type Breach = Extract<CreditEvent, { type: 'CreditBreachRecorded' }>['payload'];

const record = () => 'record';

export const creditObligations: readonly ObligationRule[] = [
  {
    id: 'creditPublicationEnd',
    rule: 'CRM-03',
    duty: { zh: '最长公示期届满终止公示', en: 'end the publication at its maximum period' },
    opens: { CreditBreachRecorded: (payload) => (payload['published'] === true ? 'record' : null) },
    discharges: { CreditPublicationExpired: record, CreditRepaired: record, CreditBreachRevoked: record },
    owedBy: owed('enforcementAgency'),
    limit: ({ payload }) => civil.months(periodOf((payload as Breach).breachClass).most),
    from: field('documentDate'),
  },
  {
    id: 'creditRepairAnswer',
    rule: 'CRM-02',
    duty: { zh: '对信用修复申请作出决定', en: 'decide on an application for credit repair' },
    opens: { CreditRepairApplied: record },
    discharges: { CreditRepaired: record, CreditRepairRefused: record, CreditPublicationExpired: record, CreditBreachRevoked: record },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
];
