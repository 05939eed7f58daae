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

interface Step {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** Items of a case are numbered within it: `clue-1`. */
const ITEM = /^[a-zA-Z]+-\d+$/;

const itemOf = (event: RecordedEvent): string => {
  const named = Object.values(event.payload as Readonly<Record<string, unknown>>).find(
    (value) => typeof value === 'string' && ITEM.test(value),
  );

  return `${event.stream}|${typeof named === 'string' ? named : '*'}`;
};

/** Steps that were taken, each once, whichever item took it. */
const stepsTaken = (procedure: Procedure, events: readonly RecordedEvent[]): readonly Step[] => {
  const statuses = new Map<string, string>();
  const steps = new Map<string, Step>();
  for (const event of events) {
    const item = itemOf(event);
    const from = statuses.get(item) ?? procedure.initial;
    const to = procedure.next(from, event.type);
    if (to === undefined) continue;
    statuses.set(item, to);
    steps.set(`${from}|${event.type}`, { from, event: event.type, to });
  }

  return [...steps.values()];
};

const [WIDTH, HEIGHT, GAP] = [150, 34, 210];

const box = (status: string, x: number): string =>
  `<rect x="${x}" y="20" width="${WIDTH}" height="${HEIGHT}" rx="6" fill="#eef4ff" stroke="#1f4e9e"/><text x="${x + WIDTH / 2}" y="42" text-anchor="middle" font-size="13">${escaped(status)}</text>`;

const arrow = ({ event, from, to }: Step, at: number, places: ReadonlyMap<string, number>): string => {
  const [start, end] = [(places.get(from) ?? 0) + WIDTH / 2, (places.get(to) ?? 0) + WIDTH / 2];
  const y = 78 + at * 26;

  return `<path d="M${start} 54 V${y} H${end} V58" fill="none" stroke="#1f4e9e" marker-end="url(#tip)"/><text x="${Math.min(start, end) + 6}" y="${y - 4}" font-size="12">${escaped(titleOf(event).zh)}</text>`;
};

const drawn = (procedure: Procedure, steps: readonly Step[]): string => {
  const statuses = [...new Set(steps.flatMap(({ from, to }) => [from, to]))];
  const places = new Map(statuses.map((status, at) => [status, 10 + at * GAP]));
  const [width, height] = [20 + statuses.length * GAP, 96 + steps.length * 26];

  return `<figure><figcaption>${escaped(procedure.id)}</figcaption><svg viewBox="0 0 ${width} ${height}" width="${width}" xmlns="http://www.w3.org/2000/svg"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#1f4e9e"/></marker></defs>${statuses.map((status) => box(status, places.get(status) ?? 0)).join('')}${steps.map((step, at) => arrow(step, at, places)).join('')}</svg></figure>`;
};

/** Every procedure that the events went through, with the steps that were taken in it. */
export const diagrams = (events: readonly RecordedEvent[]): string =>
  PROCEDURES.map((procedure) => [procedure, stepsTaken(procedure, events)] as const)
    .filter(([, steps]) => steps.length > 0)
    .map(([procedure, steps]) => drawn(procedure, steps))
    .join('\n');
