import {
  idOfStream,
  once,
  traceEventTypes,
  tracesOf,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
  type RuleRef,
  type Text,
  type Trace,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Limits, type Scope } from '../shared/scope';
import { titleOf } from '../shared/titles';

const tracesIn = once<RecordedEvent, readonly Trace[]>(tracesOf);

/** One tie for life: who answers in which role for which number or report, by which event and rule. */
export interface TieDocument extends Readonly<Record<string, unknown>> {
  readonly tieId: string;
  /** Person, party or unit; the id of a person stays the same whoever employs them. */
  readonly kind: Trace['whom']['kind'];
  readonly who: string;
  readonly name: string;
  readonly role: string;
  readonly what: string;
  readonly trace: string;
  readonly basis: readonly RuleRef[];
  readonly stream: string;
  readonly caseId: string;
  readonly documentNo: string | null;
  readonly title: Text;
  readonly occurredAt: string;
  readonly jurisdiction: string;
  readonly position: number;
}

/** The report that the event is about, where it is about one. */
const documentNoOf = ({ payload }: RecordedEvent): string | null => {
  const { reportNo, docNo } = payload as Readonly<Record<string, unknown>>;
  const named = reportNo ?? docNo;

  return typeof named === 'string' ? named : null;
};

const tieOf = ({ whom, role, what, trace, basis }: Trace, event: RecordedEvent, tieId: string): TieDocument => ({
  tieId,
  kind: whom.kind,
  who: whom.id,
  name: whom.name,
  role,
  what,
  trace,
  basis,
  stream: event.stream,
  caseId: idOfStream(event.stream),
  documentNo: documentNoOf(event),
  title: titleOf(event.type),
  occurredAt: event.occurredAt,
  jurisdiction: event.actor.jurisdiction,
  position: event.position,
});

export const ties: Projection<TieDocument> = {
  name: 'ties',
  version: 1,
  eventTypes: traceEventTypes,
  indexes: [{ fields: ['who', 'occurredAt'] }, { fields: ['caseId'] }, { fields: ['documentNo'] }],
  writtenOnce: true,
  keysOf: (event) => tracesIn(event).map((_, at) => `${event.id}/${at}`),
  evolve: (before, event, key) => {
    const trace = tracesIn(event)[Number(key.slice(key.lastIndexOf('/') + 1))];

    return trace === undefined ? before : tieOf(trace, event, key);
  },
};

export interface TieFilter {
  /** A person, party or unit. */
  readonly who?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  /** Number of the report. */
  readonly documentNo?: string | null | undefined;
  /** Beginning of the datum, e.g. `w01018`. */
  readonly datum?: string | null | undefined;
}

const LIMITS: Limits = {
  ...CASE_LIMITS,
  answers: [
    { field: 'kind', op: 'eq', value: 'person' },
    { field: 'who', op: 'eq' },
  ],
};

/** Who answers for what, latest first (P-18). */
export const liabilityTrace = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: TieFilter; readonly page: PageInput },
): Promise<Connection<TieDocument>> =>
  connection<TieDocument>(reader, {
    collection: ties.name,
    filters: [
      ...heldTo(scopes, LIMITS),
      ...equal('who', filter.who),
      ...equal('role', filter.role),
      ...equal('caseId', filter.caseId),
      ...equal('documentNo', filter.documentNo),
      ...(filter.datum ? [{ field: 'what', op: 'prefix', value: filter.datum } as const] : []),
    ],
    orderBy: 'occurredAt',
    page,
  });
