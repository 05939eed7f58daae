import { dayOf, type DocumentReader, type Filter, type NamedPerson, type Stage } from '@liuhen/workflows';
import { pageOfRows } from '../shared/flat-page';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Scope } from '../shared/scope';
import { caseFiles, type CaseFileDocument, type TimelineEntry } from './case-file';

export const caseFileOf = (reader: DocumentReader, caseId: string): Promise<CaseFileDocument | undefined> =>
  reader.get<CaseFileDocument>(caseFiles.name, caseId);

export interface CaseFilter {
  readonly stage?: Stage | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  /** Outlet, or party that runs the facility. */
  readonly facility?: string | null | undefined;
  readonly party?: string | null | undefined;
  readonly openedFrom?: string | null | undefined;
  readonly openedTo?: string | null | undefined;
}

const has = (field: string, value: string | null | undefined): readonly Filter[] =>
  value === null || value === undefined ? [] : [{ field, op: 'has', value }];

/** Days are those of China Standard Time; moments in the documents bear their own offset, so compare by day. */
const days = (filter: CaseFilter): readonly Filter[] => [
  ...(filter.openedFrom ? [{ field: 'openedAt', op: 'gte', value: filter.openedFrom } as const] : []),
  ...(filter.openedTo ? [{ field: 'openedAt', op: 'lt', value: `${filter.openedTo}U` } as const] : []),
];

/** Cases of an area, latest change first. */
export const caseList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: CaseFilter; readonly page: PageInput },
): Promise<Connection<CaseFileDocument>> =>
  connection<CaseFileDocument>(reader, {
    collection: caseFiles.name,
    filters: [
      ...heldTo(scopes, CASE_LIMITS),
      ...within(filter.jurisdiction ?? '000000'),
      ...equal('stage', filter.stage),
      ...has('outletIds', filter.facility),
      ...has('partyIds', filter.party),
      ...days(filter),
    ],
    orderBy: 'updatedAt',
    page,
  });

export interface SignedNumber {
  readonly what: string;
  readonly value: string;
  readonly unit: string;
  readonly documentNo: string | null;
  readonly role: NumberRole;
  readonly person: string;
  readonly name: string;
}

/** More than these are said to be so many. */
const COUNTED = 100_000;

/** How many cases of an area stand at a stage: all that is told of cases to who reads none of them. */
export const countCases = (reader: DocumentReader, scopes: readonly Scope[], stage: Stage): Promise<number> =>
  reader.count(caseFiles.name, [...heldTo(scopes, CASE_LIMITS), ...equal('stage', stage)], COUNTED);

export const NUMBER_ROLES = {
  sampler: '采样',
  analyst: '分析',
  reviewer: '审核',
  signatory: '授权签字',
  decisionMaker: '决定',
} as const;

export type NumberRole = keyof typeof NUMBER_ROLES;

const signers = ['sampler', 'analyst', 'reviewer', 'signatory'] as const;

/** Every measured value with its four persons, every fine with who decided it. */
const allSigned = ({ file, timeline }: CaseFileDocument): readonly SignedNumber[] => [
  ...file.investigation.reports.flatMap((report) =>
    report.values.flatMap(({ pollutant, value, unit }) =>
      signers.map((role): SignedNumber => {
        const { person, name }: NamedPerson = report[role];

        return { what: pollutant, value, unit, documentNo: report.reportNo, role, person, name };
      }),
    ),
  ),
  ...timeline.filter((entry) => entry.type === 'PenaltyDecided').map(fineOf),
];

const fineOf = ({ payload, actor }: TimelineEntry): SignedNumber => {
  const { fine, docNo } = payload as { readonly fine: string | null; readonly docNo: string | null };

  return {
    what: '罚款',
    value: fine ?? '未公布',
    unit: '元',
    documentNo: docNo,
    role: 'decisionMaker',
    person: actor.person,
    name: actor.name,
  };
};

export interface SignedNumberFilter {
  readonly person?: string | null | undefined;
  readonly role?: NumberRole | null | undefined;
  /** Pollutant, or `罚款`. */
  readonly what?: string | null | undefined;
}

interface Narrowed<F> {
  readonly filter: F;
  readonly page: PageInput;
}

/** Who sampled, analysed, reviewed and signed each number (P-18). */
export const signedNumbers = (
  document: CaseFileDocument,
  { filter: { person, role, what }, page }: Narrowed<SignedNumberFilter>,
): Promise<Connection<SignedNumber>> =>
  pageOfRows(
    page,
    allSigned(document)
      .map((row, at) => ({ key: String(at), row }))
      .filter(({ row }) => (person ?? row.person) === row.person && (role ?? row.role) === row.role && (what ?? row.what) === row.what),
  );

export interface Knowledge {
  readonly who: string;
  /** Moment at which it happened. */
  readonly since: string;
  /** Moment at which it was put on record, from when it could be known of. */
  readonly recordedAt: string;
  readonly through: string;
  readonly position: number;
}

const told = (entry: TimelineEntry): string | null => {
  switch (entry.type) {
    case 'ClueReceived':
    case 'TransferReceiptSigned':
      return entry.actor.organisation;
    case 'TransferCopiedToProcuratorate':
      return (entry.payload as { readonly procuratorate: string }).procuratorate;
    case 'FraudReportedToSuperior':
      return (entry.payload as { readonly superior: string }).superior;
    case 'DisclosurePublished':
      return '社会公众';
    default:
      return entry.actor.organisation;
  }
};

/** First event through which each came to know of the case. */
const allKnowing = ({ timeline }: CaseFileDocument): readonly Knowledge[] => {
  const first = new Map<string, Knowledge>();
  for (const entry of timeline) {
    const who = told(entry);
    if (who === null || first.has(who)) continue;
    const { occurredAt: since, recordedAt, title, position } = entry;
    first.set(who, { who, since, recordedAt, through: title.zh, position });
  }

  return [...first.values()];
};

export interface KnowledgeFilter {
  readonly who?: string | null | undefined;
  /** Only who knew at the end of this day, as it had happened by then. */
  readonly knewBy?: string | null | undefined;
  /** The same as it was on record by then. */
  readonly recordedBy?: string | null | undefined;
}

const isBy = (moment: string, day: string | null | undefined): boolean => day === null || day === undefined || dayOf(moment) <= day;

/** Who knew of the case since when, and through which event. */
export const knowledgeOf = (
  document: CaseFileDocument,
  { filter: { who, knewBy, recordedBy }, page }: Narrowed<KnowledgeFilter>,
): Promise<Connection<Knowledge>> =>
  pageOfRows(
    page,
    allKnowing(document)
      .map((row) => ({ key: row.who, row }))
      .filter(({ row }) => (who ?? row.who) === row.who && isBy(row.since, knewBy) && isBy(row.recordedAt, recordedBy)),
  );
