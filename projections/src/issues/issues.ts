import {
  earliest,
  idOfStream,
  knownOr,
  type CloseOutEvent,
  type DocumentReader,
  type InvestigationEvent,
  type Problem,
  type ProblemEvent,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, within, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Scope } from '../shared/scope';

/** What was done about a problem (rules.md 3.3). */
export const ISSUE_MEASURES = {
  immediateRectification: '立整立改',
  timeLimitedRectification: '限期整改',
  penalty: '行政处罚',
  consecutiveDailyPenalty: '按日连续处罚',
  productionRestriction: '限制生产、停产整治',
  permitMeasure: '许可措施',
  closure: '责令停业、关闭',
  seizure: '查封、扣押',
  criminalTransfer: '涉嫌犯罪移送',
  detentionTransfer: '移送行政拘留',
  outsideTransfer: '移送其他部门',
} as const;

export type IssueMeasure = keyof typeof ISSUE_MEASURES;

/** One line of the 问题台账: the problem, how it is graded, what is done about it, where it stands. */
export interface IssueDocument extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly problemId: string;
  readonly title: string;
  readonly source: Problem['source'];
  readonly partyId: string;
  readonly partyName: string;
  readonly jurisdiction: string;
  readonly foundAt: string;
  readonly status: Problem['status'];
  readonly grade: string | null;
  readonly category: string | null;
  readonly finding: string | null;
  readonly violationClass: string | null;
  readonly measures: readonly IssueMeasure[];
  readonly result: string | null;
  readonly struckOffAt: string | null;
}

type Payload = Readonly<Record<string, unknown>>;
type Found = Extract<ProblemEvent, { type: 'ProblemFound' }>['payload'];
type Reported = Extract<InvestigationEvent, { type: 'InvestigationReported' }>['payload'];
type Reopened = Extract<CloseOutEvent, { type: 'CaseReopened' }>['payload'];

const MEASURE_OF: Readonly<Record<string, (payload: Payload) => IssueMeasure>> = {
  RectificationOrdered: ({ mode }) => (mode === 'atOnce' ? 'immediateRectification' : 'timeLimitedRectification'),
  PenaltyCaseOpened: () => 'penalty',
  StopOrderServed: () => 'consecutiveDailyPenalty',
  RestrictionNoticeServed: () => 'productionRestriction',
  PermitMeasureDecided: () => 'permitMeasure',
  ClosureApplied: () => 'closure',
  SeizureDecided: () => 'seizure',
  CriminalTransferProposed: () => 'criminalTransfer',
  DetentionTransferProposed: () => 'detentionTransfer',
  OutsideTransferSent: () => 'outsideTransfer',
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** An event of the first release does not name the problems that a reopened case takes up again; they are numbered from one. */
const FIRST_PROBLEMS = Array.from({ length: 50 }, (_, at) => `problem-${at + 1}`);

const problemsOf = ({ type, payload }: RecordedEvent): readonly string[] => {
  const said = payload as Payload;
  switch (type) {
    case 'InvestigationReported':
      return (payload as Reported).findings.map(({ problemId }) => problemId);
    case 'CaseReopened':
      return (payload as Reopened).problemIds ?? FIRST_PROBLEMS;
    default:
      return text(said['problemId']) === null ? texts(said['problemIds']) : [text(said['problemId']) ?? ''];
  }
};

const opened = ({ stream, payload }: RecordedEvent): IssueDocument => {
  const { problemId, title, source, partyId, partyName, jurisdiction, foundAt } = payload as Found;

  return {
    ...{ caseId: idOfStream(stream), problemId, title, source, partyId, partyName, jurisdiction, foundAt },
    status: 'found',
    grade: null,
    category: null,
    finding: null,
    violationClass: null,
    measures: [],
    result: null,
    struckOffAt: null,
  };
};

const changed = (before: IssueDocument, { type, payload, occurredAt }: RecordedEvent): Partial<IssueDocument> => {
  const said = payload as Payload;
  switch (type) {
    case 'InvestigationReported': {
      const found = (payload as Reported).findings.find(({ problemId }) => problemId === before.problemId);

      return { status: 'determined', finding: text(found?.finding), violationClass: text(found?.violationClass) };
    }
    case 'ProblemGraded':
      return { grade: text(said['grade']), category: text(said['category']) };
    case 'ProblemStruckOff':
      return { status: 'struckOff', result: text(said['result']), struckOffAt: occurredAt };
    case 'CaseReopened':
      return before.status === 'struckOff' ? { status: 'determined', result: null, struckOffAt: null } : {};
    default: {
      const measure = MEASURE_OF[type]?.(said);

      return measure === undefined || before.measures.includes(measure) ? {} : { measures: [...before.measures, measure] };
    }
  }
};

export const issues: Projection<IssueDocument> = {
  name: 'issues',
  version: 1,
  eventTypes: ['ProblemFound', 'ProblemGraded', 'InvestigationReported', 'ProblemStruckOff', 'CaseReopened', ...Object.keys(MEASURE_OF)],
  indexes: [{ fields: ['foundAt'] }, { fields: ['status', 'foundAt'] }, { fields: ['caseId'] }],
  opens: ({ type }) => type === 'ProblemFound',
  keysOf: (event) => problemsOf(event).map((problemId) => `${idOfStream(event.stream)}/${problemId}`),
  evolve: (before, event) => {
    if (event.type === 'ProblemFound') return opened(event);
    if (before === undefined) return undefined;
    const change = changed(before, event);

    return Object.keys(change).length === 0 ? before : { ...before, ...change };
  },
};

export interface IssueFilter {
  readonly status?: string | null | undefined;
  readonly grade?: string | null | undefined;
  readonly category?: string | null | undefined;
  readonly measure?: string | null | undefined;
  readonly party?: string | null | undefined;
  readonly jurisdiction?: string | null | undefined;
  /** Days, both inclusive. */
  readonly foundFrom?: string | null | undefined;
  readonly foundTo?: string | null | undefined;
}

/** A line with its age: days from the finding to the striking off, or to today. */
export interface IssueRow extends IssueDocument {
  readonly ageDays: number;
}

const DAY = 86_400_000;

const aged =
  (today: string) =>
  (issue: IssueDocument): IssueRow => {
    const end = Date.parse(`${(issue.struckOffAt ?? today).slice(0, 10)}T00:00:00Z`);
    // Of a find on an unknown day no age is said.
    const start = Date.parse(`${earliest(knownOr(issue.foundAt, issue.struckOffAt ?? today).slice(0, 10))}T00:00:00Z`);

    return { ...issue, ageDays: Math.max(0, Math.round((end - start) / DAY)) };
  };

interface IssueQuestion {
  readonly filter: IssueFilter;
  readonly page: PageInput;
  /** Day of China Standard Time that ages are counted to. */
  readonly today: string;
}

/** The ledger of problems of an area, oldest first (P-11). */
export const issueLedger = async (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page, today }: IssueQuestion,
): Promise<Connection<IssueRow>> => {
  const { edges, pageInfo } = await connection<IssueDocument>(reader, {
    collection: issues.name,
    filters: [
      ...heldTo(scopes, CASE_LIMITS),
      ...within(filter.jurisdiction ?? '000000'),
      ...equal('status', filter.status),
      ...equal('grade', filter.grade),
      ...equal('category', filter.category),
      ...equal('partyId', filter.party),
      ...(filter.measure ? [{ field: 'measures', op: 'has', value: filter.measure } as const] : []),
      ...(filter.foundFrom ? [{ field: 'foundAt', op: 'gte', value: filter.foundFrom } as const] : []),
      ...(filter.foundTo ? [{ field: 'foundAt', op: 'lt', value: `${filter.foundTo}U` } as const] : []),
    ],
    orderBy: 'foundAt',
    direction: 'asc',
    page,
  });

  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: aged(today)(node) })), pageInfo };
};
