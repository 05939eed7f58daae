import { owed, type ObligationRule } from '../obligation/rule';

export const interferenceObligations: readonly ObligationRule[] = [
  {
    id: 'accountability',
    rule: 'R-151',
    duty: { zh: '对查实的干预行为问责', en: 'hold to account for a verified interference' },
    opens: { InterferenceFoundTrue: () => 'record' },
    owedBy: owed('disciplineInspection'),
    limit: () => null,
    confidential: true,
    discharges: { AccountabilityActionRecorded: () => 'record' },
  },
];
