import { dayOf, formerMeasure, mep, type TimeLimit } from '../calendar';
import type { RecordedEvent } from '../kernel/event';
import { field, fields, owed, receiver, type ItemsOf, type ObligationRule } from '../obligation/rule';
import { parameterAt } from '../regulation';

/** 立案 is decided for the matter, whichever clue it came by. */
const matter = () => 'filing';

const byEnforcement: ItemsOf = (_payload, event) => (event.actor.function === 'enforcementAgency' ? matter() : null);

/** 15 days, before 2023-07 seven working days (办法 2010 art. 22). */
const filing = ({ actor, occurredAt }: RecordedEvent): TimeLimit => {
  const days = parameterAt('penalty.filingDays', { jurisdiction: actor.jurisdiction, on: dayOf(occurredAt) });

  return days === undefined ? formerMeasure.workingDays(7) : mep(days);
};

interface Reported {
  readonly findings?: readonly { readonly finding: string }[];
}

/** A report that finds no violation leaves nothing to file. */
const nothingToFile: ItemsOf = (payload) =>
  (payload as Reported).findings?.every(({ finding }) => finding === 'noViolation') === true ? matter() : null;

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
    id: 'filingDecision',
    rule: 'MEP-18',
    duty: { zh: '收到线索之日起十五日内决定是否立案', en: 'decide on filing within fifteen days of the clue' },
    opens: { ClueReceived: byEnforcement },
    owedBy: owed('enforcementAgency'),
    limit: filing,
    discharges: {
      PenaltyCaseOpened: matter,
      CriminalTransferProposed: matter,
      ClueReturned: matter,
      ClueWithdrawn: matter,
      CompetenceDesignated: matter,
      CaseMerged: matter,
      CaseHandedOver: matter,
      InvestigationReported: nothingToFile,
      CaseClosed: matter,
    },
    extends: { FilingTimeExtended: matter },
    extension: (event) => mep((event.payload as { readonly days: number }).days),
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
    orRules: ['W-01'],
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
    discharges: { ReporterAnswered: field('problemId'), CaseMerged: fields('problemIds') },
  },
];
