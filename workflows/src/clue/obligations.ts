import { field, owed, receiver, type ObligationRule } from '../obligation/rule';

export const clueObligations: readonly ObligationRule[] = [
  {
    id: 'clueReceipt',
    rule: 'W-01',
    duty: { zh: '签收线索', en: 'receive the clue' },
    opens: { ClueTransferred: field('clueId') },
    owedBy: receiver,
    limit: () => null,
    discharges: { ClueReceived: field('clueId') },
  },
  {
    id: 'clueAnswer',
    rule: 'W-01',
    duty: { zh: '受理或退回线索', en: 'accept or return the clue' },
    opens: { ClueReceived: field('clueId') },
    owedBy: (event) => event.actor.function,
    limit: () => null,
    discharges: { ClueAccepted: field('clueId'), ClueReturned: field('clueId') },
  },
  {
    id: 'clueFeedback',
    rule: 'R-005',
    duty: { zh: '向移交单位反馈', en: 'give feedback to the sender' },
    opens: { ClueAccepted: field('clueId') },
    owedBy: (event) => event.actor.function,
    limit: () => null,
    discharges: { FeedbackGiven: field('clueId') },
  },
  {
    id: 'reporterAnswer',
    rule: 'R-177',
    duty: { zh: '答复举报人', en: 'answer the reporter' },
    opens: { ProblemFound: (payload) => (payload['reporterAwaitsAnswer'] === true ? field('problemId')(payload) : null) },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { ReporterAnswered: field('problemId') },
  },
];
