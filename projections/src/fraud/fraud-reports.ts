import { idOfStream, type CaseEvent, type DocumentReader, type Projection, type RecordedEvent } from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Scope } from '../shared/scope';

type Payload<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }> extends { readonly payload: infer P } ? P : never;

/** P-14: verified tampering or fabrication, told to the superior or still to be told. */
export interface FraudReport extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly problemId: string;
  readonly jurisdiction: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly facts: string;
  /** Established by the investigation; rows of other problems are kept, but never listed. */
  readonly verified: boolean;
  readonly reasons: string | null;
  readonly reported: boolean;
  readonly superior: string | null;
  readonly reportNo: string | null;
  readonly handling: string | null;
  readonly reportedAt: string | null;
  readonly foundAt: string;
}

const keyOf = (event: RecordedEvent, problemId: string): string => `${idOfStream(event.stream)}/${problemId}`;

const found = (event: RecordedEvent): FraudReport => {
  const { problemId, jurisdiction, partyId, partyName, facts, foundAt } = event.payload as Payload<'ProblemFound'>;

  return {
    caseId: idOfStream(event.stream),
    problemId,
    jurisdiction,
    partyId,
    partyName,
    facts,
    verified: false,
    reasons: null,
    reported: false,
    superior: null,
    reportNo: null,
    handling: null,
    reportedAt: null,
    foundAt,
  };
};

const determined = (before: FraudReport, event: RecordedEvent): FraudReport => {
  const finding = (event.payload as Payload<'InvestigationReported'>).findings.find((each) => each.problemId === before.problemId);

  return finding === undefined ? before : { ...before, verified: finding.tampering, reasons: finding.reasons };
};

const told = (before: FraudReport, event: RecordedEvent): FraudReport => {
  const { superior, reportNo, handling } = event.payload as Payload<'FraudReportedToSuperior'>;

  return { ...before, verified: true, reported: true, superior, reportNo, handling: handling ?? null, reportedAt: event.occurredAt };
};

export const fraudReports: Projection<FraudReport> = {
  name: 'fraudReports',
  version: 1,
  eventTypes: ['ProblemFound', 'InvestigationReported', 'FraudReportedToSuperior'],
  indexes: [{ fields: ['verified', 'foundAt'] }, { fields: ['reported'] }],
  opens: ({ type }) => type === 'ProblemFound',
  keysOf: (event) =>
    event.type === 'InvestigationReported'
      ? (event.payload as Payload<'InvestigationReported'>).findings.map(({ problemId }) => keyOf(event, problemId))
      : [keyOf(event, (event.payload as { readonly problemId: string }).problemId)],
  evolve: (before, event) => {
    if (event.type === 'ProblemFound') return found(event);
    if (before === undefined) return undefined;

    return event.type === 'InvestigationReported' ? determined(before, event) : told(before, event);
  },
};

export interface FraudReportFilter {
  readonly caseId?: string | null | undefined;
  readonly partyId?: string | null | undefined;
  /** False for those that the superior has still to be told of. */
  readonly reported?: boolean | null | undefined;
}

export const fraudReportList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: FraudReportFilter; readonly page: PageInput },
): Promise<Connection<FraudReport>> =>
  connection<FraudReport>(reader, {
    collection: fraudReports.name,
    filters: [
      { field: 'verified', op: 'eq', value: true },
      ...heldTo(scopes, CASE_LIMITS),
      ...equal('caseId', filter.caseId),
      ...equal('partyId', filter.partyId),
      ...(typeof filter.reported === 'boolean' ? [{ field: 'reported', op: 'eq', value: filter.reported } as const] : []),
    ],
    orderBy: 'foundAt',
    page,
  });
