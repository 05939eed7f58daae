import { dayOf, naturalDaysAfter, workingDaysAfter, type DueDate } from '../calendar';
import type { OfficialFunction } from '../kernel/codes';
import type { RecordedEvent } from '../kernel/event';
import type { Text } from '../kernel/text';

type Payload = Readonly<Record<string, unknown>>;

/** Everything that must happen by some time: opened by an event, owed by someone, discharged by another event. */
export interface ObligationRule {
  readonly id: string;
  readonly rule: string;
  readonly duty: Text;
  readonly openedBy: string;
  /** Item of the stream that it is about, e.g. a clue; null where the event opens none. */
  item(payload: Payload): string | null;
  owedBy(event: RecordedEvent): OfficialFunction;
  /** Null for 「及时」: without a number the latency is measured, no day is missed. */
  due(event: RecordedEvent): DueDate | null;
  readonly dischargedBy: readonly string[];
  /** Takes the discharge back: the duty is owed again, by the same day. */
  readonly reopenedBy?: string;
  /** The same item, as the discharging or reopening event names it. */
  dischargedItem(payload: Payload): string | null;
}

const payloadOf = (event: RecordedEvent): Payload => event.payload as Payload;

const field =
  (name: string) =>
  (payload: Payload): string | null => {
    const value = payload[name];

    return typeof value === 'string' ? value : null;
  };

const owed = (by: OfficialFunction) => () => by;

const day = (event: RecordedEvent, name: string): string => field(name)(payloadOf(event)) ?? dayOf(event.occurredAt);

const atOnce = () => null;
const naturalDays = (count: number) => (event: RecordedEvent) => naturalDaysAfter(dayOf(event.occurredAt), count);

const receiver = (event: RecordedEvent): OfficialFunction => {
  const to = payloadOf(event)['to'];

  return typeof to === 'object' && to !== null && 'function' in to ? (to.function as OfficialFunction) : 'enforcementAgency';
};

const clueRules: readonly ObligationRule[] = [
  {
    id: 'clueReceipt',
    rule: 'W-01',
    duty: { zh: '签收线索', en: 'receive the clue' },
    openedBy: 'ClueTransferred',
    item: field('clueId'),
    owedBy: receiver,
    due: atOnce,
    dischargedBy: ['ClueReceived'],
    dischargedItem: field('clueId'),
  },
  {
    id: 'clueAnswer',
    rule: 'W-01',
    duty: { zh: '受理或退回线索', en: 'accept or return the clue' },
    openedBy: 'ClueReceived',
    item: field('clueId'),
    owedBy: (event) => event.actor.function,
    due: atOnce,
    dischargedBy: ['ClueAccepted', 'ClueReturned'],
    dischargedItem: field('clueId'),
  },
  {
    id: 'clueFeedback',
    rule: 'R-005',
    duty: { zh: '向移交单位反馈', en: 'give feedback to the sender' },
    openedBy: 'ClueAccepted',
    item: field('clueId'),
    owedBy: (event) => event.actor.function,
    due: atOnce,
    dischargedBy: ['FeedbackGiven'],
    dischargedItem: field('clueId'),
  },
  {
    id: 'reporterAnswer',
    rule: 'R-177',
    duty: { zh: '答复举报人', en: 'answer the reporter' },
    openedBy: 'ProblemFound',
    item: (payload) => (payload['reporterAwaitsAnswer'] === true ? field('problemId')(payload) : null),
    owedBy: owed('enforcementAgency'),
    due: atOnce,
    dischargedBy: ['ReporterAnswered'],
    dischargedItem: field('problemId'),
  },
];

const penaltyRules: readonly ObligationRule[] = [
  {
    id: 'penaltyDecision',
    rule: 'APL-60',
    duty: { zh: '立案之日起九十日内作出处罚决定', en: 'decide within 90 days of filing' },
    openedBy: 'PenaltyCaseOpened',
    item: field('penaltyId'),
    owedBy: owed('authorityHead'),
    due: (event) => naturalDaysAfter(day(event, 'filedOn'), 90),
    dischargedBy: ['PenaltyDecided', 'NoPenaltyDecided', 'PenaltyCaseWithdrawn'],
    dischargedItem: field('penaltyId'),
  },
  {
    id: 'penaltyService',
    rule: 'APL-61',
    duty: { zh: '七个工作日内送达处罚决定书', en: 'serve the decision within seven working days' },
    openedBy: 'PenaltyDecided',
    item: field('penaltyId'),
    owedBy: owed('enforcementAgency'),
    due: (event) => workingDaysAfter(day(event, 'decidedOn'), 7),
    dischargedBy: ['PenaltyServed'],
    dischargedItem: field('penaltyId'),
  },
  {
    id: 'penaltyDisclosure',
    rule: 'APL-48',
    duty: { zh: '公开处罚决定', en: 'publish the decision' },
    openedBy: 'PenaltyDecided',
    item: field('penaltyId'),
    owedBy: owed('enforcementAgency'),
    due: atOnce,
    dischargedBy: ['DisclosurePublished'],
    dischargedItem: field('penaltyId'),
  },
  {
    id: 'penaltyPayment',
    rule: 'APL-67',
    duty: { zh: '收到决定书之日起十五日内缴纳罚款', en: 'pay the fine within fifteen days of service' },
    openedBy: 'PenaltyServed',
    item: field('penaltyId'),
    owedBy: owed('dischargingEntity'),
    due: (event) => naturalDaysAfter(day(event, 'servedOn'), 15),
    dischargedBy: ['PenaltyExecuted'],
    dischargedItem: field('penaltyId'),
  },
];

const rectificationRules: readonly ObligationRule[] = [
  {
    id: 'rectification',
    rule: 'R-128',
    duty: { zh: '按期完成整改', en: 'put right by the date' },
    openedBy: 'RectificationOrdered',
    item: field('rectificationId'),
    owedBy: owed('dischargingEntity'),
    due: (event) => naturalDaysAfter(day(event, 'dueOn'), 0),
    dischargedBy: ['RectificationReported'],
    reopenedBy: 'RectificationRejected',
    dischargedItem: field('rectificationId'),
  },
  {
    id: 'rectificationCheck',
    rule: 'R-129',
    duty: { zh: '复查整改情况', en: 'inspect the rectification again' },
    openedBy: 'RectificationReported',
    item: field('rectificationId'),
    owedBy: owed('enforcementAgency'),
    due: atOnce,
    dischargedBy: ['RectificationConfirmed', 'RectificationRejected'],
    dischargedItem: field('rectificationId'),
  },
];

const transferRules: readonly ObligationRule[] = [
  {
    id: 'transferDecision',
    rule: 'CJL-05',
    duty: { zh: '三日内作出批准或不批准移送的决定', en: 'approve or refuse the transfer within three days' },
    openedBy: 'CriminalTransferProposed',
    item: field('transferId'),
    owedBy: owed('authorityHead'),
    due: naturalDays(3),
    dischargedBy: ['CriminalTransferApproved', 'CriminalTransferRefused'],
    dischargedItem: field('transferId'),
  },
  {
    id: 'transferSending',
    rule: 'CJL-06',
    duty: { zh: '批准后二十四小时内向公安机关移送', en: 'send within 24 hours of the approval' },
    openedBy: 'CriminalTransferApproved',
    item: field('transferId'),
    owedBy: owed('enforcementAgency'),
    due: naturalDays(1),
    dischargedBy: ['CaseTransferredToPolice'],
    dischargedItem: field('transferId'),
  },
  {
    id: 'transferCopy',
    rule: 'CJL-06',
    duty: { zh: '移送书抄送同级检察机关', en: 'copy the letter to the procuratorate' },
    openedBy: 'CaseTransferredToPolice',
    item: field('transferId'),
    owedBy: owed('enforcementAgency'),
    due: atOnce,
    dischargedBy: ['TransferCopiedToProcuratorate'],
    dischargedItem: field('transferId'),
  },
  {
    id: 'transferReceipt',
    rule: 'CJL-07',
    duty: { zh: '签收移送材料', en: 'sign the receipt' },
    openedBy: 'CaseTransferredToPolice',
    item: field('transferId'),
    owedBy: owed('policeAuthority'),
    due: atOnce,
    dischargedBy: ['TransferReceiptSigned'],
    dischargedItem: field('transferId'),
  },
  {
    id: 'transferSupplement',
    rule: 'CJL-08',
    duty: { zh: '三日内补充材料', en: 'supply the supplement within three days' },
    openedBy: 'SupplementRequested',
    item: field('transferId'),
    owedBy: owed('enforcementAgency'),
    due: naturalDays(3),
    dischargedBy: ['SupplementSupplied'],
    dischargedItem: field('transferId'),
  },
  {
    id: 'filingNotice',
    rule: 'CJL-09',
    duty: { zh: '三日内决定是否立案并在作出决定后三日内书面通知', en: 'decide on filing in three days and notify in three more' },
    openedBy: 'TransferAcceptedByPolice',
    item: field('transferId'),
    owedBy: owed('policeAuthority'),
    due: naturalDays(6),
    dischargedBy: ['CaseFilingNotified', 'FilingDeclinedNotified'],
    dischargedItem: field('transferId'),
  },
];

const disciplineRules: readonly ObligationRule[] = [
  {
    id: 'accountability',
    rule: 'R-151',
    duty: { zh: '对查实的干预行为问责', en: 'hold to account for a verified interference' },
    openedBy: 'InterferenceFoundTrue',
    item: () => 'record',
    owedBy: owed('disciplineInspection'),
    due: atOnce,
    dischargedBy: ['AccountabilityActionRecorded'],
    dischargedItem: () => 'record',
  },
];

export const obligationRules: readonly ObligationRule[] = [
  ...clueRules,
  ...penaltyRules,
  ...rectificationRules,
  ...transferRules,
  ...disciplineRules,
];
