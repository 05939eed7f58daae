import { cjl } from '../calendar';
import type { InvestigationEvent, ProblemFinding } from '../investigation/events';
import type { RecordedEvent } from '../kernel/event';
import { field, owed, type ObligationRule } from '../obligation/rule';
import { SHARING_RECIPIENTS } from './events';

type Reported = Extract<InvestigationEvent, { type: 'InvestigationReported' }>['payload'];

/** Problems whose finding is such; the report is what establishes it. */
const foundTo =
  (holds: (finding: ProblemFinding) => boolean) =>
  (_payload: unknown, { payload }: RecordedEvent): readonly string[] =>
    (payload as Reported).findings.filter(holds).map(({ problemId }) => problemId);

const tampered = foundTo(({ tampering }) => tampering);

/** Shared once police, procuratorate and court all know of it. */
const sharedWithAll = (payload: Readonly<Record<string, unknown>>): string | null =>
  Object.keys(SHARING_RECIPIENTS).every((each) => (payload['recipients'] as readonly string[]).includes(each))
    ? field('problemId')(payload)
    : null;

/** What a verified fraud or a suspected crime obliges to at once, beside the penalty. */
export const informationSharingObligations: readonly ObligationRule[] = [
  {
    id: 'fraudReportUpward',
    rule: 'R-138',
    duty: { zh: '向上级报告查实的篡改伪造案件', en: 'report the verified fraud to the superior' },
    opens: { InvestigationReported: tampered },
    discharges: { FraudReportedToSuperior: field('problemId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
  {
    id: 'fraudInformationSharing',
    rule: 'R-146',
    duty: { zh: '与公安、检察机关、法院共享查实的篡改伪造案件信息', en: 'share the verified fraud with police, procuratorate and court' },
    opens: { InvestigationReported: tampered },
    discharges: { CaseInformationShared: sharedWithAll },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.days(7),
  },
  {
    id: 'criminalTransferInTime',
    rule: 'R-141',
    duty: { zh: '认定涉嫌犯罪后及时向同级公安机关移送', en: 'transfer the suspected crime to the police of the same level in time' },
    opens: { InvestigationReported: foundTo(({ finding }) => finding === 'suspectedCrime') },
    discharges: { CaseTransferredToPolice: (payload) => (payload['problemIds'] as readonly string[] | undefined) ?? null },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
  },
];
