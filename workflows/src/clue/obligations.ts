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

/** Found by whom and how: the payload of the finding says how, its actor by whom. */
const selfMonitoringByUnit: ItemsOf = (payload, event) =>
  event.actor.function === 'monitoringUnit' && payload['source'] === 'selfMonitoringCheck' ? field('problemId')(payload) : null;

const suspicions: ItemsOf = (payload) => fields('suspicionIds')(payload);

/** A suspicion is numbered within its outlet, `<outlet>-s<number>`. */
const outletStreamOf = (suspicionId: string): string => `outlet-${suspicionId.replace(/-s\d+$/, '')}`;

export const clueObligations: readonly ObligationRule[] = [
  {
    id: 'suspicionResponse',
    rule: 'R-061',
    orRules: ['R-019'],
    duty: { zh: '对推送的涉嫌违法线索开展现场调查', en: 'follow a pushed suspicion up' },
    opens: { SuspicionRaised: field('suspicionId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: { ProblemFound: suspicions },
    streamOfItem: outletStreamOf,
  },
  {
    id: 'selfMonitoringClue',
    rule: 'R-066',
    duty: { zh: '及时向执法机构反馈未按要求开展自行监测的问题线索', en: 'pass the clue on to the enforcement agency' },
    opens: { ProblemFound: selfMonitoringByUnit },
    owedBy: owed('monitoringUnit'),
    limit: () => null,
    discharges: { ClueTransferred: fields('problemIds') },
  },
  {
    id: 'problemHandling',
    rule: 'R-067',
    duty: { zh: '及时处理检查中发现的问题', en: 'handle the problem that was found' },
    opens: { ProblemFound: field('problemId') },
    owedBy: owed('enforcementAgency'),
    limit: () => null,
    discharges: {
      RectificationOrdered: fields('problemIds'),
      PenaltyCaseOpened: fields('problemIds'),
      CriminalTransferProposed: fields('problemIds'),
      ProblemStruckOff: field('problemId'),
    },
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
    orRules: ['W-01'],
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
