import { field, owed, type ObligationRule } from '../obligation/rule';

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
  {
    id: 'suppressionAccountability',
    rule: 'R-151',
    duty: { zh: '对授意不予记录的领导干部问责', en: 'hold to account a leader who told someone not to record' },
    opens: { RecordingSuppressed: field('suppressionId') },
    owedBy: owed('disciplineInspection'),
    limit: () => null,
    confidential: true,
    discharges: { AccountabilityActionRecorded: field('suppressionId') },
  },
  {
    id: 'nonRecordingSanction',
    rule: 'R-152',
    duty: { zh: '通报批评并警告', en: 'criticise in a circular and warn' },
    opens: { SeriousConsequenceFound: field('nonRecordingId') },
    owedBy: owed('disciplineInspection'),
    limit: () => null,
    confidential: true,
    discharges: { NonRecordingSanctioned: field('nonRecordingId') },
  },
];
