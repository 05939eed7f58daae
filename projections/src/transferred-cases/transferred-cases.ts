import {
  criminalTransferProcedure,
  idOfStream,
  type CriminalTransfer,
  type CriminalTransferEvent,
  type DocumentReader,
  type Filter,
  type Projection,
  type RecordedEvent,
  type Text,
} from '@liuhen/workflows';
import { titleOf } from '../shared/titles';
import { connection, equal, type Connection, type PageInput } from '../shared/page';

/** What a transfer can be once the papers are with the police. */
export type TransferredStatus = Exclude<CriminalTransfer['status'], 'proposed' | 'approved' | 'refused'>;

type Sent = Extract<CriminalTransferEvent, { type: 'CaseTransferredToPolice' }>['payload'];

/** A case in the hands of the police: the papers, and every step of the handshake with its time. */
export interface TransferredCase extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly transferId: string;
  readonly status: TransferredStatus;
  readonly jurisdiction: string;
  readonly sent: Sent;
  readonly sentAt: string;
  readonly copiedAt: string | null;
  readonly procuratorate: string | null;
  /** Court at which prosecution was filed, by its name. */
  readonly court: string | null;
  readonly receiptNo: string | null;
  readonly receivedAt: string | null;
  readonly acceptedAt: string | null;
  readonly noticeNo: string | null;
  readonly notifiedAt: string | null;
  /** Why the police declined or sent the papers back. */
  readonly reasons: string | null;
  /** What came of it in the end: a judgment, or that nobody was prosecuted. */
  readonly outcome: string | null;
  readonly outcomeAt: string | null;
  /** Every later step of the criminal track, in order. */
  readonly steps: readonly TransferStep[];
  readonly position: number;
}

/** One step of the track with the day that it is told for, and what was said with it. */
export interface TransferStep {
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly organisation: string;
  readonly note: string | null;
}

const said = (event: RecordedEvent, name: string): string | null => {
  const value = (event.payload as Readonly<Record<string, unknown>>)[name];

  return typeof value === 'string' ? value : null;
};

const outcomeOf = (event: RecordedEvent): string =>
  [said(event, 'court'), said(event, 'detail')].filter((part) => part !== null).join('：');

/** Fields of the steps that say the most in a word. */
const NOTES = [
  'reasons',
  'grounds',
  'opinion',
  'demanded',
  'supplied',
  'list',
  'detail',
  'court',
  'procuratorate',
  'noticeNo',
  'receiptNo',
];

const stepOf = (event: RecordedEvent): TransferStep => ({
  type: event.type,
  title: titleOf(event.type),
  occurredAt: event.occurredAt,
  organisation: event.actor.organisation,
  note: NOTES.map((name) => said(event, name)).find((note) => note !== null) ?? null,
});

/** What an event tells beside the status, which follows the procedure itself. */
const STEPS: Readonly<Record<string, (event: RecordedEvent) => Partial<TransferredCase>>> = {
  TransferCopiedToProcuratorate: (event) => ({ copiedAt: said(event, 'copiedAt'), procuratorate: said(event, 'procuratorate') }),
  TransferReceiptSigned: (event) => ({ receiptNo: said(event, 'receiptNo'), receivedAt: event.occurredAt }),
  TransferAcceptedByPolice: (event) => ({ acceptedAt: event.occurredAt }),
  CaseFilingNotified: (event) => ({ noticeNo: said(event, 'noticeNo'), notifiedAt: event.occurredAt }),
  FilingDeclinedNotified: (event) => ({
    noticeNo: said(event, 'noticeNo'),
    notifiedAt: event.occurredAt,
    reasons: said(event, 'reasons'),
  }),
  NotPoliceMatterReturned: (event) => ({ reasons: said(event, 'reasons') }),
  PoliceCaseWithdrawn: (event) => ({ reasons: said(event, 'reasons') }),
  ProsecutionFiled: (event) => ({ court: said(event, 'court') }),
  NonProsecutionNotified: (event) => ({ outcome: titleOf(event.type).zh, outcomeAt: event.occurredAt }),
  JudgmentRecorded: (event) => ({ outcome: outcomeOf(event), outcomeAt: event.occurredAt }),
  TransferPassedOn: (event) => ({ jurisdiction: said(event, 'policeJurisdiction') ?? '' }),
};

/** Every event of the track but those before the papers were sent. */
const LATER = criminalTransferProcedure.events.filter((type) => !criminalTransferProcedure.eventsFrom('proposed').includes(type));

const moved = (before: TransferredCase, event: RecordedEvent): TransferredCase => ({
  ...before,
  ...STEPS[event.type]?.(event),
  steps: [...before.steps, stepOf(event)],
  status: (criminalTransferProcedure.next(before.status, event.type) ?? before.status) as TransferredCase['status'],
});

const opened = (event: RecordedEvent): TransferredCase => {
  const sent = event.payload as Sent;

  return {
    caseId: idOfStream(event.stream),
    transferId: sent.transferId,
    status: 'sent',
    jurisdiction: sent.policeJurisdiction,
    sent,
    sentAt: sent.sentAt,
    copiedAt: null,
    procuratorate: null,
    court: null,
    receiptNo: null,
    receivedAt: null,
    acceptedAt: null,
    noticeNo: null,
    notifiedAt: null,
    reasons: null,
    outcome: null,
    outcomeAt: null,
    steps: [stepOf(event)],
    position: event.position,
  };
};

export const transferredCases: Projection<TransferredCase> = {
  name: 'transferredCases',
  version: 4,
  eventTypes: LATER,
  indexes: [{ fields: ['sentAt'] }, { fields: ['status'] }],
  opens: ({ type }) => type === 'CaseTransferredToPolice',
  keysOf: (event) => [`${idOfStream(event.stream)}/${said(event, 'transferId') ?? ''}`],
  evolve: (before, event) => {
    if (event.type === 'CaseTransferredToPolice') return opened(event);

    return before && moved(before, event);
  },
};

interface TransferredAsk {
  readonly status?: string | null | undefined;
  readonly page: PageInput;
  /** Only those whose papers were copied to the procuratorate. */
  readonly copiedOnly?: boolean;
  /** Only those on which prosecution was filed at this court, by its name; null or absent for all. */
  readonly court?: string | null;
}

const COPIED: readonly Filter[] = [{ field: 'copiedAt', op: 'gte', value: '0' }];

/** One transfer, as far as the read model has come. */
export const transferredCaseOf = (
  reader: DocumentReader,
  { caseId, transferId }: { readonly caseId: string; readonly transferId: string },
): Promise<TransferredCase | undefined> => reader.get<TransferredCase>(transferredCases.name, `${caseId}/${transferId}`);

/** Cases transferred to the police of an area; only where the office's own area covers the police addressed. */
export const transferredTo = (
  reader: DocumentReader,
  areaFilter: readonly Filter[],
  { status, page, copiedOnly = false, court = null }: TransferredAsk,
): Promise<Connection<TransferredCase>> =>
  connection<TransferredCase>(reader, {
    collection: transferredCases.name,
    filters: [...areaFilter, ...equal('status', status), ...(copiedOnly ? COPIED : []), ...equal('court', court)],
    orderBy: 'sentAt',
    page,
  });
