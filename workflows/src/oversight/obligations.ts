import { civil, cjl, onTheDay } from '../calendar';
import { field, fields, owed, type ObligationRule } from '../obligation/rule';

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
  {
    id: 'orderedTransfer',
    rule: 'CJL-14',
    duty: { zh: '自收到检察机关移送意见之日起三日内移送公安机关', en: 'transfer within three days of the opinion of the procuratorate' },
    opens: {
      OversightOpened: (payload) =>
        payload['kind'] === 'transferOrdered' ? (payload as { readonly problemIds: readonly string[] }).problemIds : null,
    },
    discharges: { CaseTransferredToPolice: fields('problemIds') },
    owedBy: owed('enforcementAgency'),
    limit: () => cjl.days(3),
    from: field('openedOn'),
  },
];
