import {
  criminalTransferProcedure,
  idOfStream,
  type CriminalTransfer,
  type CriminalTransferEvent,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
  type Text,
} from '@liuhen/workflows';
import { titleOf } from '../shared/titles';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Limits, type Scope } from '../shared/scope';

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
  /** Name of the court at which prosecution was filed. */
  readonly court: string | null;
  /** Area of that court, GB/T 2260; null where it is on record by its name only. */
  readonly courtArea: string | null;
  /** The name again, where nothing else is on record of it. */
  readonly courtNamed: string | null;
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
  ProsecutionFiled: (event) => {
    const [court, courtArea] = [said(event, 'court'), said(event, 'courtJurisdiction')];

    return { court, courtArea, courtNamed: courtArea === null ? court : null };
  },
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
    courtArea: null,
    courtNamed: null,
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
  version: 5,
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
}

const LIMITS: Limits = {
  ...CASE_LIMITS,
  copied: [{ field: 'copiedAt', op: 'gte', value: '0' }],
  courtArea: [{ field: 'courtArea', op: 'eq' }],
  courtNamed: [{ field: 'courtNamed', op: 'eq' }],
};

/** One transfer, as far as the read model has come. */
export const transferredCaseOf = (
  reader: DocumentReader,
  { caseId, transferId }: { readonly caseId: string; readonly transferId: string },
): Promise<TransferredCase | undefined> => reader.get<TransferredCase>(transferredCases.name, `${caseId}/${transferId}`);

/** Cases transferred to the police; the area of each is that of the police addressed. */
export const transferredTo = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { status, page }: TransferredAsk,
): Promise<Connection<TransferredCase>> =>
  connection<TransferredCase>(reader, {
    collection: transferredCases.name,
    filters: [...heldTo(scopes, LIMITS), ...equal('status', status)],
    orderBy: 'sentAt',
    page,
  });
