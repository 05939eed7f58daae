import { caseSlice } from '../case/slice';
import type { OfficialFunction } from '../kernel/codes';
import { changeItem, stepOf } from '../kernel/step';
import type { HandedDown } from '../problem/origin';
import type { ClueEvent, CompetenceDisputeKind, Unit } from './events';
import { clueProcedure, type ClueStatus } from './machine';

export interface CompetenceDispute {
  readonly kind: CompetenceDisputeKind;
  readonly grounds: string;
  readonly superior: string;
}

export interface Clue {
  readonly id: string;
  readonly status: ClueStatus;
  readonly problemIds: readonly string[];
  readonly from: Unit;
  readonly to: Unit;
  readonly materials: readonly string[];
  readonly verified: boolean;
  readonly fraud: boolean;
  /** Handed over because the receiver is the competent authority. */
  readonly competence: boolean;
  /** The common superior named the receiver: it may neither return nor dispute. */
  readonly designated: boolean;
  readonly machineMade: boolean;
  readonly offSite: boolean;
  readonly origin: HandedDown | null;
  /** The returned clue that this one hands over again. */
  readonly after: string | null;
  readonly mergedInto: string | null;
  readonly dispute: CompetenceDispute | null;
  readonly returnReason: string | null;
  /** Functions that were told what became of the clue. */
  readonly feedbackTo: readonly OfficialFunction[];
  /** The head has added days to the decision on filing (办法 art. 18). */
  readonly filingExtended?: true;
}

const step = stepOf(clueProcedure);

type Later = Exclude<ClueEvent, { type: 'ClueTransferred' }>;

const changed = (clue: Clue, event: Later): Clue => {
  const moved = { ...clue, status: step(clue.status, event.type) };
  switch (event.type) {
    case 'ClueReceived':
    case 'ClueAccepted':
    case 'ClueReturnSettled':
      return moved;
    case 'ClueReturned':
    case 'ClueWithdrawn':
      return { ...moved, returnReason: event.payload.reason };
    case 'FilingTimeExtended':
      return { ...moved, filingExtended: true };
    case 'ClueMerged':
      return { ...moved, mergedInto: event.payload.into };
    case 'CompetenceDisputed': {
      const { kind, grounds, superior } = event.payload;

      return { ...moved, dispute: { kind, grounds, superior } };
    }
    case 'CompetenceDesignated':
      return { ...moved, to: event.payload.to, designated: true };
    case 'FeedbackGiven':
      return { ...moved, feedbackTo: [...moved.feedbackTo, event.payload.to] };
  }
};

const opened = ({ payload }: Extract<ClueEvent, { type: 'ClueTransferred' }>): Clue => {
  const { clueId, problemIds, from, to, materials, verified, fraud } = payload;

  return {
    id: clueId,
    status: clueProcedure.initial,
    problemIds,
    from,
    to,
    materials,
    verified,
    fraud,
    competence: payload.competence ?? false,
    designated: false,
    machineMade: payload.machineMade ?? false,
    offSite: payload.offSite ?? false,
    origin: payload.origin ?? null,
    after: payload.after ?? null,
    mergedInto: null,
    dispute: null,
    returnReason: null,
    feedbackTo: [],
  };
};

const withProblemsOf = (clues: readonly Clue[], merged: string, into: string): readonly Clue[] => {
  const ids = clues.find((clue) => clue.id === merged)?.problemIds ?? [];

  return changeItem(clues, into, (clue) => ({ ...clue, problemIds: [...new Set([...clue.problemIds, ...ids])] }));
};

const evolveClues = (clues: readonly Clue[], event: ClueEvent): readonly Clue[] => {
  if (event.type === 'ClueTransferred') return [...clues, opened(event)];
  const after = changeItem(clues, event.payload.clueId, (clue) => changed(clue, event));

  return event.type === 'ClueMerged' ? withProblemsOf(after, event.payload.clueId, event.payload.into) : after;
};

export const clueSlice = caseSlice<readonly Clue[], ClueEvent>({
  initial: [],
  events: {
    ClueTransferred: true,
    ClueReceived: true,
    ClueAccepted: true,
    ClueReturned: true,
    FilingTimeExtended: true,
    ClueReturnSettled: true,
    ClueMerged: true,
    ClueWithdrawn: true,
    CompetenceDisputed: true,
    CompetenceDesignated: true,
    FeedbackGiven: true,
  },
  evolve: evolveClues,
});
