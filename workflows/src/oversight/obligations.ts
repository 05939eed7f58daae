import { civil, onTheDay } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

const item = field('oversightId');

export const oversightObligations: readonly ObligationRule[] = [
  {
    id: 'oversightAnswer',
    rule: 'ALL-25',
    duty: {
      zh: '在监督文书载明的期限内，未载明的两个月内依法履职并书面答复',
      en: 'act and answer by the day named, else within two months',
    },
    opens: { OversightOpened: item },
    discharges: { OversightAnswered: item, OversightEnded: item },
    owedBy: owed('authorityHead'),
    limit: ({ payload }) => ((payload as { readonly answerBy: string | null }).answerBy === null ? civil.months(2) : onTheDay),
    from: (payload) => field('answerBy')(payload) ?? field('openedOn')(payload),
  },
];
