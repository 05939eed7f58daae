import { earliest, latest } from '../calendar';
import { caseSlice } from '../case/slice';
import { changeItem, stepOf } from '../kernel/step';
import type { RemedyEvent, RemedyOutcome, RemedyTarget } from './events';
import { remedyProcedure, type RemedyStatus } from './machine';

export interface Remedy {
  readonly id: string;
  readonly status: RemedyStatus;
  readonly kind: 'reconsideration' | 'suit';
  readonly target: RemedyTarget;
  /** Organ of the reconsideration, or court. */
  readonly before: string;
  readonly startedOn: string;
  readonly outcome: RemedyOutcome | null;
  /** Fine that a changing decision sets, yuan. */
  readonly changedFine: string | null;
  readonly reasons: string | null;
  readonly decidedOn: string | null;
  readonly stayed: boolean;
  readonly after: string | null;
}

const step = stepOf(remedyProcedure);

type Later = Exclude<RemedyEvent, { type: 'ReconsiderationApplied' | 'SuitFiled' }>;

const changed = (remedy: Remedy, event: Later): Remedy => {
  const moved = { ...remedy, status: step(remedy.status, event.type) };
  switch (event.type) {
    case 'ReconsiderationDecided':
    case 'FirstInstanceDecided':
    case 'FinalJudgment': {
      const { outcome, changedFine, reasons, decidedOn } = event.payload;

      return { ...moved, outcome, changedFine, reasons, decidedOn };
    }
    case 'ExecutionStayed':
      return { ...moved, stayed: true };
    case 'AppealLodged':
      return { ...moved, before: event.payload.court };
    case 'ReconsiderationAccepted':
    case 'ReconsiderationNotAccepted':
    case 'FirstInstanceTookEffect':
    case 'RemedyEnded':
    case 'PublicationToWithdraw':
      return moved;
  }
};

const OPENED = { outcome: null, changedFine: null, reasons: null, decidedOn: null, stayed: false } as const;

const evolveRemedies = (remedies: readonly Remedy[], event: RemedyEvent): readonly Remedy[] => {
  if (event.type === 'ReconsiderationApplied') {
    const { remedyId: id, target, organ: before, appliedOn: startedOn } = event.payload;

    return [
      ...remedies,
      { ...OPENED, id, status: remedyProcedure.initial, kind: 'reconsideration', target, before, startedOn, after: null },
    ];
  }
  if (event.type === 'SuitFiled') {
    const { remedyId: id, target, court: before, filedOn: startedOn, after } = event.payload;
    const status = step(remedyProcedure.initial, event.type);

    return [...remedies, { ...OPENED, id, status, kind: 'suit', target, before, startedOn, after }];
  }

  return changeItem(remedies, event.payload.remedyId, (remedy) => changed(remedy, event));
};

export const remedySlice = caseSlice<readonly Remedy[], RemedyEvent>({
  initial: [],
  events: {
    ReconsiderationApplied: true,
    ReconsiderationAccepted: true,
    ReconsiderationNotAccepted: true,
    ReconsiderationDecided: true,
    SuitFiled: true,
    FirstInstanceDecided: true,
    AppealLodged: true,
    FinalJudgment: true,
    FirstInstanceTookEffect: true,
    ExecutionStayed: true,
    RemedyEnded: true,
    PublicationToWithdraw: true,
  },
  evolve: evolveRemedies,
});

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Spans of review or suit against a penalty, up to a day: the surcharge is not counted in them (处罚法 art. 73). */
export const remedySpans = (remedies: readonly Remedy[], penaltyId: string, until: string): readonly Span[] =>
  remedies
    .filter(({ target }) => target.kind === 'penalty' && target.id === penaltyId)
    .map(({ startedOn, decidedOn }) => ({ from: earliest(startedOn), to: decidedOn === null ? until : latest(decidedOn) }));
