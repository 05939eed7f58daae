import {
  idOfStream,
  publicReportProcedure,
  type DocumentReader,
  type Projection,
  type PublicReportStatus,
  type RecordedEvent,
  type ReportChannel,
  type ReportEvent,
  type ReportMatter,
  type ReportSource,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

type Payload<T extends ReportEvent['type']> = Extract<ReportEvent, { type: T }>['payload'];

/** P-25: received, handled, answered, rewarded; nothing in it tells who reported. */
export interface PublicReport extends Readonly<Record<string, unknown>> {
  readonly reportId: string;
  readonly status: PublicReportStatus;
  readonly jurisdiction: string;
  readonly channel: ReportChannel;
  readonly source: ReportSource;
  readonly matter: ReportMatter;
  readonly content: string;
  readonly partyId: string | null;
  readonly anonymous: boolean;
  readonly answerable: boolean;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly caseId: string | null;
  readonly result: string | null;
  readonly verified: boolean | null;
  readonly handledOn: string | null;
  readonly answeredAt: string | null;
  readonly rewardClaimed: boolean;
  readonly rewardGranted: boolean | null;
  /** Yuan, exact decimal. */
  readonly rewardAmount: string | null;
  readonly rewardPaidOn: string | null;
}

const received = (event: RecordedEvent): PublicReport => {
  const report = event.payload as Payload<'PublicReportReceived'>;
  const { channel, source, matter, jurisdiction, content, partyId, anonymous, answerable, rewardClaimed, receivedAt } = report;

  return {
    reportId: idOfStream(event.stream),
    status: publicReportProcedure.initial,
    jurisdiction,
    channel,
    source,
    matter,
    content,
    partyId,
    anonymous,
    answerable,
    receivedAt,
    acceptedAt: null,
    caseId: null,
    result: null,
    verified: null,
    handledOn: null,
    answeredAt: null,
    rewardClaimed,
    rewardGranted: null,
    rewardAmount: null,
    rewardPaidOn: null,
  };
};

const STEPS: Readonly<Record<string, (event: RecordedEvent) => Partial<PublicReport>>> = {
  PublicReportAccepted: (event) => ({ acceptedAt: event.occurredAt }),
  PublicReportNotAccepted: ({ payload }) => ({ result: (payload as Payload<'PublicReportNotAccepted'>).reason }),
  PublicReportTakenUp: ({ payload }) => ({ caseId: (payload as Payload<'PublicReportTakenUp'>).caseId }),
  PublicReportHandled: ({ payload }) => {
    const { result, verified, handledOn } = payload as Payload<'PublicReportHandled'>;

    return { result, verified, handledOn };
  },
  PublicReportAnswered: ({ payload }) => ({ answeredAt: (payload as Payload<'PublicReportAnswered'>).answeredAt }),
  ReportRewardDecided: ({ payload }) => {
    const { granted, amount } = payload as Payload<'ReportRewardDecided'>;

    return { rewardGranted: granted, rewardAmount: amount };
  },
  ReportRewardPaid: ({ payload }) => ({ rewardPaidOn: (payload as Payload<'ReportRewardPaid'>).paidOn }),
};

export const publicReports: Projection<PublicReport> = {
  name: 'publicReports',
  version: 1,
  eventTypes: ['PublicReportReceived', ...publicReportProcedure.events],
  indexes: [{ fields: ['receivedAt'] }, { fields: ['status'] }, { fields: ['caseId'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event) => {
    if (event.type === 'PublicReportReceived') return received(event);

    return (
      before && {
        ...before,
        ...STEPS[event.type]?.(event),
        status: publicReportProcedure.next(before.status, event.type) ?? before.status,
      }
    );
  },
};

export interface PublicReportFilter {
  readonly status?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  /** Only those that wait for an answer. */
  readonly unanswered?: boolean | null | undefined;
}

export const publicReportList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: PublicReportFilter; readonly page: PageInput },
): Promise<Connection<PublicReport>> =>
  connection<PublicReport>(reader, {
    collection: publicReports.name,
    filters: [
      ...heldTo(scopes),
      ...equal('status', filter.status),
      ...equal('channel', filter.channel),
      ...equal('source', filter.source),
      ...equal('caseId', filter.caseId),
      ...(filter.unanswered === true
        ? ([
            { field: 'answerable', op: 'eq', value: true },
            { field: 'answeredAt', op: 'eq', value: null },
          ] as const)
        : []),
    ],
    orderBy: 'receivedAt',
    page,
  });
