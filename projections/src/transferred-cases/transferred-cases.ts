import {
  idOfStream,
  type CriminalTransferEvent,
  type DocumentReader,
  type Filter,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';

type Sent = Extract<CriminalTransferEvent, { type: 'CaseTransferredToPolice' }>['payload'];

/** A case in the hands of the police: the papers, and every step of the handshake with its time. */
export interface TransferredCase extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly transferId: string;
  readonly status: 'sent' | 'received' | 'supplementing' | 'accepted' | 'filed' | 'declined';
  readonly jurisdiction: string;
  readonly sent: Sent;
  readonly sentAt: string;
  readonly copiedAt: string | null;
  readonly procuratorate: string | null;
  readonly receiptNo: string | null;
  readonly receivedAt: string | null;
  readonly acceptedAt: string | null;
  readonly noticeNo: string | null;
  readonly notifiedAt: string | null;
  readonly position: number;
}

type Step = (before: TransferredCase, event: RecordedEvent) => TransferredCase;

const said = (event: RecordedEvent, name: string): string | null => {
  const value = (event.payload as Readonly<Record<string, unknown>>)[name];

  return typeof value === 'string' ? value : null;
};

const notified =
  (status: 'filed' | 'declined'): Step =>
  (before, event) => ({ ...before, status, noticeNo: said(event, 'noticeNo'), notifiedAt: event.occurredAt });

const STEPS: Readonly<Record<string, Step>> = {
  TransferCopiedToProcuratorate: (before, event) => ({
    ...before,
    copiedAt: said(event, 'copiedAt'),
    procuratorate: said(event, 'procuratorate'),
  }),
  TransferReceiptSigned: (before, event) => ({
    ...before,
    status: 'received',
    receiptNo: said(event, 'receiptNo'),
    receivedAt: event.occurredAt,
  }),
  SupplementRequested: (before) => ({ ...before, status: 'supplementing' }),
  SupplementSupplied: (before) => ({ ...before, status: 'received' }),
  TransferAcceptedByPolice: (before, event) => ({ ...before, status: 'accepted', acceptedAt: event.occurredAt }),
  CaseFilingNotified: notified('filed'),
  FilingDeclinedNotified: notified('declined'),
};

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
    receiptNo: null,
    receivedAt: null,
    acceptedAt: null,
    noticeNo: null,
    notifiedAt: null,
    position: event.position,
  };
};

export const transferredCases: Projection<TransferredCase> = {
  name: 'transferredCases',
  version: 1,
  eventTypes: ['CaseTransferredToPolice', ...Object.keys(STEPS)],
  indexes: [{ fields: ['sentAt'] }, { fields: ['status'] }],
  keysOf: (event) => [`${idOfStream(event.stream)}/${said(event, 'transferId') ?? ''}`],
  evolve: (before, event) => {
    if (event.type === 'CaseTransferredToPolice') return opened(event);

    return before && (STEPS[event.type]?.(before, event) ?? before);
  },
};

/** Cases transferred to the police of an area; only where the office's own area covers the police addressed. */
export const transferredTo = (
  reader: DocumentReader,
  areaFilter: readonly Filter[],
  { status, page }: { readonly status?: string | null | undefined; readonly page: PageInput },
): Promise<Connection<TransferredCase>> =>
  connection<TransferredCase>(reader, {
    collection: transferredCases.name,
    filters: [...areaFilter, ...equal('status', status)],
    orderBy: 'sentAt',
    page,
  });
