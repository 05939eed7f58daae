import { field, owed, receiver, type ObligationRule } from '../obligation/rule';

const clueId = field('clueId');

/** A clock on each side: the sender follows a clue until it is answered, the receiver receives and answers it. */
export const clueObligations: readonly ObligationRule[] = [
  {
    id: 'clueOutstanding',
    rule: 'W-01',
    duty: { zh: '跟踪所移交线索直至对方答复', en: 'follow the clue until it is answered' },
    opens: { ClueTransferred: clueId },
    owedBy: (event) => event.actor.function,
    limit: () => null,
    discharges: { ClueAccepted: clueId, ClueReturned: clueId, ClueMerged: clueId, ClueWithdrawn: clueId },
  },
  {
    id: 'clueReceipt',
    rule: 'W-01',
    duty: { zh: '签收线索', en: 'receive the clue' },
    opens: { ClueTransferred: clueId, CompetenceDesignated: clueId },
    owedBy: receiver,
    limit: () => null,
    discharges: { ClueReceived: clueId, ClueWithdrawn: clueId },
  },
  {
    id: 'clueAnswer',
    rule: 'W-01',
    duty: { zh: '受理或退回线索', en: 'accept or return the clue' },
    opens: { ClueReceived: clueId },
    owedBy: (event) => event.actor.function,
    limit: () => null,
    discharges: {
      ClueAccepted: clueId,
      ClueReturned: clueId,
      ClueMerged: clueId,
      ClueWithdrawn: clueId,
      CompetenceDisputed: clueId,
      CompetenceDesignated: clueId,
    },
  },
  {
    id: 'returnedClue',
    rule: 'W-01',
    duty: { zh: '处理退回的线索：补正再移交或者了结', en: 'hand a returned clue over again, or settle it' },
    opens: { ClueReturned: clueId },
    owedBy: receiver,
    limit: () => null,
    discharges: { ClueReturnSettled: clueId },
  },
  {
    id: 'competenceDesignation',
    rule: 'MEP-16',
    duty: { zh: '指定管辖', en: 'designate the competent authority' },
    opens: { CompetenceDisputed: clueId },
    owedBy: owed('authorityHead'),
    limit: () => null,
    discharges: { CompetenceDesignated: clueId },
  },
  {
    id: 'clueFeedback',
    rule: 'R-005',
    duty: { zh: '向移交单位反馈', en: 'give feedback to the sender' },
    opens: { ClueAccepted: clueId, ClueMerged: clueId },
    owedBy: (event) => event.actor.function,
    limit: () => null,
    discharges: { FeedbackGiven: clueId },
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
