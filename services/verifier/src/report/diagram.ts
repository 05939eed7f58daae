import {
  caseProcedure,
  closureProcedure,
  clueProcedure,
  criminalTransferProcedure,
  dailyPenaltyProcedure,
  seizureProcedure,
  oversightProcedure,
  outsideTransferProcedure,
  evidenceRegistrationProcedure,
  detentionTransferProcedure,
  disclosureProcedure,
  interferenceProcedure,
  supervisionProcedure,
  publicationProcedure,
  publicReportProcedure,
  disciplineProcedure,
  creditProcedure,
  labInspectionProcedure,
  liabilityClaimProcedure,
  investigationProcedure,
  penaltyProcedure,
  permitMeasureProcedure,
  problemProcedure,
  productionRestrictionProcedure,
  rectificationProcedure,
  remedyProcedure,
  type Procedure,
  type RecordedEvent,
} from '@liuhen/workflows';
import { titleOf } from '@liuhen/projections';
import { escaped } from './html';
import { procedureWord, statusWord } from './procedure-words';

/** Written out, in this order: the report has to come out the same wherever it is made. */
export const PROCEDURES: readonly Procedure[] = [
  caseProcedure,
  problemProcedure,
  clueProcedure,
  investigationProcedure,
  rectificationProcedure,
  penaltyProcedure,
  dailyPenaltyProcedure,
  seizureProcedure,
  oversightProcedure,
  outsideTransferProcedure,
  evidenceRegistrationProcedure,
  detentionTransferProcedure,
  productionRestrictionProcedure,
  permitMeasureProcedure,
  closureProcedure,
  remedyProcedure,
  criminalTransferProcedure,
  disclosureProcedure,
  interferenceProcedure,
  supervisionProcedure,
  publicationProcedure,
  publicReportProcedure,
  disciplineProcedure,
  creditProcedure,
  labInspectionProcedure,
  liabilityClaimProcedure,
];

/** A status that an item came to, with the event that brought it there; none where the item began. */
interface Step {
  readonly status: string;
  readonly by: RecordedEvent | null;
}

interface Walk {
  readonly procedure: Procedure;
  /** Number of the item within its stream, or the stream where the procedure has no items. */
  readonly item: string;
  readonly steps: Step[];
}

/** Items of a case are numbered within it: `clue-1`. */
const ITEM = /^[a-zA-Z]+-\d+$/;

const WHOLE = '';

const itemsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return ITEM.test(value) ? [value] : [];

  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(itemsIn))] : [];
};

type Walks = Map<string, Walk>;

const moved = (walks: Walks, { procedure, item }: Pick<Walk, 'procedure' | 'item'>, event: RecordedEvent): boolean => {
  const key = `${event.stream}|${item}`;
  const walk = walks.get(key) ?? {
    procedure,
    item: item === WHOLE ? event.stream : item,
    steps: [{ status: procedure.initial, by: null }],
  };
  const status = procedure.next(walk.steps.at(-1)?.status ?? procedure.initial, event.type);
  if (status === undefined) return false;
  walk.steps.push({ status, by: event });
  walks.set(key, walk);

  return true;
};

/** An event moves every item of the procedure's own name that it names; else the first that the procedure foresees it for. */
const follow = (procedure: Procedure, event: RecordedEvent, walks: Walks): void => {
  const named = itemsIn(event.payload);
  const own = named.filter((item) => item.startsWith(`${procedure.id}-`));
  if (own.length > 0) {
    for (const item of own) moved(walks, { procedure, item }, event);
    return;
  }
  const known = [...named, WHOLE].filter((item) => walks.has(`${event.stream}|${item}`));
  for (const item of new Set([...known, ...named, WHOLE])) if (moved(walks, { procedure, item }, event)) return;
};

const walksOf = (procedure: Procedure, events: readonly RecordedEvent[]): readonly Walk[] => {
  const walks: Walks = new Map();
  for (const event of events) follow(procedure, event, walks);

  return [...walks.values()];
};

/** Drawn downwards: it fits on paper however long it gets. Units of the drawing. */
const [WIDTH, BOX, LINE, AXIS] = [320, 26, 44, 70];

const box = (text: string, y: number): string =>
  `<rect x="5" y="${y}" width="${2 * (AXIS - 5)}" height="${BOX}" rx="6" fill="#eef4ff" stroke="#1f4e9e"/><text x="${AXIS}" y="${y + 18}" text-anchor="middle" font-size="13">${escaped(text)}</text>`;

const labelOf = ({ type, occurredAt, actor }: RecordedEvent, y: number): string =>
  `<text x="${AXIS + 12}" y="${y + 18}" font-size="12">${escaped(titleOf(type).zh)}</text><text x="${AXIS + 12}" y="${y + 33}" font-size="11" fill="#444">${escaped(`${occurredAt.slice(0, 10)} ${actor.name}`)}</text>`;

interface Drawing {
  readonly parts: readonly string[];
  readonly height: number;
  readonly status: string;
}

/** An event that leaves the status as it is stands as a dot on the line. */
const grown = (procedure: Procedure, { parts, height, status }: Drawing, step: Step): Drawing => {
  if (step.by === null) return { parts: [box(statusWord(procedure.id, step.status), height)], height: height + BOX, status: step.status };
  const label = labelOf(step.by, height);
  const down = (tip: string) => `<path d="M${AXIS} ${height} v${LINE}" stroke="#1f4e9e" fill="none"${tip}/>`;
  if (step.status === status) {
    return {
      parts: [...parts, down(''), `<circle r="4" fill="#1f4e9e" cx="${AXIS}" cy="${height + 20}"/>`, label],
      height: height + LINE,
      status,
    };
  }
  const end = height + LINE;

  return {
    parts: [...parts, down(' marker-end="url(#tip)"'), label, box(statusWord(procedure.id, step.status), end)],
    height: end + BOX,
    status: step.status,
  };
};

const drawn = ({ procedure, item, steps }: Walk): string => {
  const { parts, height } = steps.reduce<Drawing>((drawing, step) => grown(procedure, drawing, step), { parts: [], height: 5, status: '' });

  return `<figure><figcaption>${escaped(procedureWord(procedure.id))} <small>${escaped(item)}</small></figcaption><svg viewBox="0 0 ${WIDTH} ${height + 5}" width="${WIDTH}" height="${height + 5}" xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg></figure>`;
};

const TIP =
  '<svg width="0" height="0" style="position:absolute"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#1f4e9e"/></marker></defs></svg>';

/** The way of every item through its procedure, with who took it from one status to the next, and when. */
export const diagrams = (events: readonly RecordedEvent[]): string =>
  `${TIP}<div class="walks">
${PROCEDURES.flatMap((procedure) => walksOf(procedure, events))
  .map(drawn)
  .join('\n')}
</div>`;
