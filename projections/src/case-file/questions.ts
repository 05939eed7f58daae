import type { DocumentReader, Filter, NamedPerson, Stage } from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';
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
  area: string,
  { filter, page }: { readonly filter: CaseFilter; readonly page: PageInput },
): Promise<Connection<CaseFileDocument>> =>
  connection<CaseFileDocument>(reader, {
    collection: caseFiles.name,
    filters: [
      ...within(area),
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
  readonly role: 'sampler' | 'analyst' | 'reviewer' | 'signatory' | 'decisionMaker';
  readonly person: string;
  readonly name: string;
}

const signers = ['sampler', 'analyst', 'reviewer', 'signatory'] as const;

/** Who signed each number: every measured value with its four persons, every fine with who decided it. */
export const signedNumbers = ({ file, timeline }: CaseFileDocument): readonly SignedNumber[] => [
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

export interface Knowledge {
  readonly who: string;
  readonly since: string;
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

/** Who knew of the case since when, and through which event. */
export const knowledgeOf = ({ timeline }: CaseFileDocument): readonly Knowledge[] => {
  const first = new Map<string, Knowledge>();
  for (const entry of timeline) {
    const who = told(entry);
    if (who !== null && !first.has(who))
      first.set(who, { who, since: entry.occurredAt, through: entry.title.zh, position: entry.position });
  }

  return [...first.values()];
};
