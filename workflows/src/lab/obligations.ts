import { field, owed, type ObligationRule } from '../obligation/rule';

/** 「定期」 has no number, so it is measured how long ago the last round was. */
export const labObligations: readonly ObligationRule[] = [
  {
    id: 'proficiencyRound',
    rule: 'R-123',
    duty: { zh: '参加下一次质控考核、能力验证比对', en: 'take part in the next quality assessment or proficiency comparison' },
    opens: {
      PartyRegistered: (payload) => (payload['kind'] === 'thirdPartyLab' ? 'round-0' : null),
      ProficiencyTested: field('roundId'),
    },
    discharges: { ProficiencyTested: field('previous') },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
  },
];
