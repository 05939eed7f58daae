import { dayOf, type DocumentReader, type Filter } from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';
import { pageOfStream } from '../shared/flat-page';
import { patterns, type Aftermath, type Finding, type PatternDocument, type PatternKind } from './patterns';

export interface PatternFilter {
  readonly caseId?: string | null | undefined;
  readonly kind?: PatternKind | null | undefined;
}

const narrowed = (scopes: readonly Scope[], { caseId, kind }: PatternFilter): readonly Filter[] => [
  ...heldTo(scopes),
  ...equal('caseId', caseId),
  ...(kind === null || kind === undefined ? [] : [{ field: 'kinds', op: 'has', value: kind } as const]),
];

/** Cases of an area in which something is unusual, latest first. */
export const unusualPatterns = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: PatternFilter; readonly page: PageInput },
): Promise<Connection<PatternDocument>> =>
  connection<PatternDocument>(reader, { collection: patterns.name, filters: narrowed(scopes, filter), orderBy: 'position', page });

export interface FindingFilter extends PatternFilter {
  /** Whose deed it was. */
  readonly person?: string | null | undefined;
  /** Days on which it was recorded, both included. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** One unusual thing, with the case in which it stands. */
export interface FindingRow extends Finding {
  readonly caseId: string;
  readonly jurisdiction: string;
  /** Records of interventions on the case, by which a thing may have become unusual. */
  readonly interferences: readonly string[];
}

/** The case, and the records of interventions that its row speaks of. */
export const mattersOfPattern = ({ caseId, interventions }: Pick<PatternDocument, 'caseId' | 'interventions'>): readonly string[] => [
  caseId,
  ...interventions.map(({ interferenceId }) => interferenceId),
];

const meets =
  ({ kind, person, from, to }: FindingFilter) =>
  (finding: Finding): boolean => {
    const on = dayOf(finding.recordedAt);

    return (
      (kind ?? finding.kind) === finding.kind &&
      (person ?? finding.actor.person) === finding.actor.person &&
      (from ?? on) <= on &&
      (to ?? on) >= on
    );
  };

/** Case by case, and within a case as it was recorded: an order that stays while new things are found. */
export const unusualFindings = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: FindingFilter; readonly page: PageInput },
): Promise<Connection<FindingRow>> =>
  pageOfStream<PatternDocument, FindingRow>(page, {
    documents: (from, after) =>
      reader.find<PatternDocument>(patterns.name, {
        filters: [...narrowed(scopes, filter), ...(from === null ? [] : [{ field: 'caseId', op: 'gte', value: from } as const])],
        orderBy: 'caseId',
        direction: 'asc',
        first: DOCUMENTS,
        ...(after === null ? {} : { after }),
      }),
    keyOf: ({ caseId }) => caseId,
    rowsOf: ({ caseId, jurisdiction, findings, interventions }) =>
      findings.filter(meets(filter)).map((finding) => ({
        key: `${finding.position} ${finding.kind}`,
        row: { ...finding, caseId, jurisdiction, interferences: interventions.map(({ interferenceId }) => interferenceId) },
      })),
  });

/** Cases read at once. */
const DOCUMENTS = 50;

/** What happened to the case in the days after each intervention on it, by the id of its record. */
export const aftermathOf = async (reader: DocumentReader, caseId: string): Promise<readonly Aftermath[]> =>
  (await reader.get<PatternDocument>(patterns.name, caseId))?.interventions ?? [];
