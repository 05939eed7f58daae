import { apl, civil } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const remedyObligations: readonly ObligationRule[] = [
  {
    id: 'reconsiderationDecision',
    rule: 'ARL-62',
    duty: { zh: '受理之日起六十日内作出复议决定', en: 'decide on the reconsideration within sixty days' },
    opens: { ReconsiderationAccepted: field('remedyId') },
    discharges: { ReconsiderationDecided: field('remedyId'), RemedyEnded: field('remedyId') },
    // Since 2024 the government of the same level decides (复议法 art. 24).
    owedBy: owed('localPartyGovernment'),
    limit: () => civil.days(60),
    from: field('acceptedOn'),
  },
  {
    id: 'publicationWithdrawal',
    rule: 'APL-48',
    duty: { zh: '三日内撤回公开的处罚决定信息并公开说明理由', en: 'withdraw the publication within three working days, with the reason' },
    opens: { PublicationToWithdraw: field('disclosureId') },
    discharges: { DisclosureWithdrawn: field('disclosureId') },
    owedBy: owed('enforcementAgency'),
    limit: () => apl(3),
    from: field('on'),
  },
];
