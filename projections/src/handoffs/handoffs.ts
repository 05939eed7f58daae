import {
  evolveObligation,
  handoffRules,
  idOfStream,
  obligationEventTypes,
  OUTSTANDING,
  type DocumentReader,
  type Filter,
  type Handoff,
  type HandoffRule,
  type Obligation,
  type OfficialFunction,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { dutyIds } from '../shared/duty-ids';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, sideOf, type Limits, type Scope } from '../shared/scope';

/** One hand-off as both sides see it: where it stands, since when, and by when the next step is owed. */
export interface HandoffDocument extends Handoff, Readonly<Record<string, unknown>> {
  readonly handoffId: string;
  readonly kind: string;
  /** Null for a clue on officials that rests on no case. */
  readonly caseId: string | null;
  readonly item: string;
  readonly outstanding: boolean;
  readonly offeredAt: string;
  /** When the present step began. */
  readonly since: string;
  /** Day by which the next step is owed; null where the law gives no number. */
  readonly dueOn: string | null;
  readonly duties: readonly Obligation[];
  readonly fromFunction: OfficialFunction;
  readonly toFunction: OfficialFunction;
  /** Both sides, each as its function and area, with every area above it. */
  readonly sides: readonly string[];
  /** Only its two sides know of it. */
  readonly confidential: boolean;
  /** The areas of both sides with every area above them. */
  readonly areas: readonly string[];
}

const RULE_OF: ReadonlyMap<string, HandoffRule> = new Map(
  handoffRules.flatMap((rule) => [...Object.keys(rule.offers), ...Object.keys(rule.moves)].map((type) => [type, rule] as const)),
);

const withAreasAbove = (area: string): readonly string[] => ['000000', `${area.slice(0, 2)}0000`, `${area.slice(0, 4)}00`, area];

const itemOf = (rule: HandoffRule, { payload }: RecordedEvent): readonly string[] => {
  if (rule.item === null) return ['clue'];
  const item = (payload as Readonly<Record<string, unknown>>)[rule.item];

  return typeof item === 'string' ? [item] : [];
};

/** `<stream>/<rule>/<item>` */
const itemOfDuty = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const keysOf = (event: RecordedEvent): readonly string[] => {
  const rule = RULE_OF.get(event.type);
  const items = [...(rule === undefined ? [] : itemOf(rule, event)), ...dutyIds(event).map(itemOfDuty)];

  return [...new Set(items)].map((item) => `${idOfStream(event.stream)}/${item}`);
};

/** Duties on the item that are not done yet, with this event folded in. */
const dutiesAfter = (before: readonly Obligation[], event: RecordedEvent, item: string): readonly Obligation[] => {
  const touched = dutyIds(event).filter((id) => itemOfDuty(id) === item);
  const rest = before.filter(({ id }) => !touched.includes(id));
  const folded = touched.map((id) =>
    evolveObligation(
      before.find((duty) => duty.id === id),
      event,
      id,
    ),
  );

  return [...rest, ...folded.filter((duty) => duty !== undefined && duty.status !== 'discharged')] as readonly Obligation[];
};

const sides = ({ from, to, status }: Handoff) => ({
  fromFunction: from.function,
  toFunction: to.function,
  sides: [...new Set([from, to].flatMap(({ function: fn, jurisdiction }) => withAreasAbove(jurisdiction).map((area) => sideOf(fn, area))))],
  areas: [...new Set([from.jurisdiction, to.jurisdiction].flatMap(withAreasAbove))],
  outstanding: OUTSTANDING.includes(status),
});

const withDuties = <D extends Pick<HandoffDocument, 'item' | 'duties'>>(document: D, event: RecordedEvent) => {
  const duties = dutiesAfter(document.duties, event, document.item);
  const days = duties.flatMap(({ due }) => (due === null ? [] : [due.due])).sort();

  return { ...document, duties, dueOn: days[0] ?? null };
};

/** Id of the case, or of the clue on officials, that a hand-off is on. */
export const matterOfHandoff = (handoffId: string): string => handoffId.slice(0, handoffId.indexOf('/'));

const itemOfKey = (key: string): string => key.slice(key.indexOf('/') + 1);

const offered = (rule: HandoffRule, event: RecordedEvent, key: string): HandoffDocument | undefined => {
  const offer = rule.offers[event.type]?.(event);
  if (offer === undefined) return undefined;
  const { from, to, caseId = idOfStream(event.stream), confidential = false } = offer;
  const handoff: Handoff = { from, to, status: 'offered' };
  const item = itemOfKey(key);
  const { occurredAt } = event;

  return withDuties(
    {
      ...handoff,
      ...sides(handoff),
      handoffId: key,
      kind: rule.id,
      caseId,
      confidential,
      item,
      offeredAt: occurredAt,
      since: occurredAt,
      dueOn: null,
      duties: [],
    },
    event,
  );
};

const evolve = (before: HandoffDocument | undefined, event: RecordedEvent, key: string): HandoffDocument | undefined => {
  const rule = RULE_OF.get(event.type);
  // A duty on something else that the same event touches is no hand-off of its own.
  const isOffered = rule !== undefined && itemOf(rule, event).includes(itemOfKey(key));
  if (before === undefined) return isOffered ? offered(rule, event, key) : undefined;
  const moved = rule?.id === before.kind ? rule.moves[event.type]?.(before, event) : undefined;
  const after = { ...before, ...moved };
  const stepped =
    after.status === before.status && after.to === before.to ? before : { ...after, ...sides(after), since: event.occurredAt };

  return withDuties(stepped, event);
};

export const handoffs: Projection<HandoffDocument> = {
  name: 'handoffs',
  version: 4,
  eventTypes: [...new Set([...RULE_OF.keys(), ...obligationEventTypes])],
  indexes: [{ fields: ['outstanding', 'since'] }],
  keysOf,
  evolve,
};

export interface HandoffFilter {
  readonly kind?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  readonly fromFunction?: string | null | undefined;
  readonly toFunction?: string | null | undefined;
  /** Only those whose day was over before this one. */
  readonly lateOn?: string | null | undefined;
}

/** An area has what it sends and what it receives. */
const LIMITS: Limits = {
  area: [{ field: 'areas', op: 'has' }],
  cases: [{ field: 'caseId', op: 'in' }],
  side: [{ field: 'sides', op: 'has' }],
  open: [{ field: 'confidential', op: 'eq', value: false }],
};

/** A hand-off as a list shows it. */
export interface HandoffRow extends HandoffDocument {
  /** The day of the next step is over. */
  readonly late: boolean;
}

interface HandoffQuestion {
  readonly filter: HandoffFilter;
  readonly page: PageInput;
  /** Day of China Standard Time. */
  readonly today: string;
}

/** Hand-offs that the receiver still owes something on, oldest first (P-12). */
export const outstandingHandoffs = async (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page, today }: HandoffQuestion,
): Promise<Connection<HandoffRow>> => {
  const filters: readonly Filter[] = [
    { field: 'outstanding', op: 'eq', value: true },
    ...heldTo(scopes, LIMITS),
    ...equal('kind', filter.kind),
    ...equal('caseId', filter.caseId),
    ...equal('fromFunction', filter.fromFunction),
    ...equal('toFunction', filter.toFunction),
    ...(filter.lateOn ? [{ field: 'dueOn', op: 'lt', value: filter.lateOn } as const] : []),
  ];

  const found = await connection<HandoffDocument>(reader, {
    collection: handoffs.name,
    filters,
    orderBy: 'since',
    direction: 'asc',
    page,
  });
  const rowOf = (node: HandoffDocument): HandoffRow => ({ ...node, late: node.dueOn !== null && node.dueOn < today });

  return { edges: found.edges.map(({ cursor, node }) => ({ cursor, node: rowOf(node) })), pageInfo: found.pageInfo };
};
