import { caseSlice } from '../case/slice';
import Big from 'big.js';
import { changeItem, stepOf } from '../kernel/step';
import type { NamedPerson } from '../kernel/input';
import type { PenaltyEvent } from './events';
import { penaltyProcedure, type PenaltyStatus } from './machine';

export interface PenaltyNotice {
  readonly servedOn: string;
  readonly plannedFine: string;
  readonly hearingRight: boolean;
}

export interface PenaltyDecision {
  readonly docNo: string;
  readonly decidedOn: string;
  readonly fine: string;
}

export interface Penalty {
  readonly id: string;
  readonly status: PenaltyStatus;
  readonly partyId: string;
  readonly partyName: string;
  readonly problemIds: readonly string[];
  readonly officers: readonly NamedPerson[];
  readonly filedOn: string;
  readonly notice: PenaltyNotice | null;
  readonly statement: 'none' | 'recorded' | 'waived';
  readonly hearing: 'none' | 'requested' | 'held' | 'forfeited';
  readonly decision: PenaltyDecision | null;
  readonly servedOn: string | null;
  /** Yuan paid so far, exact decimal. */
  readonly paid: string;
}

const step = stepOf(penaltyProcedure);

type LaterEvent = Exclude<PenaltyEvent, { type: 'PenaltyCaseOpened' }>;

const changed = (penalty: Penalty, event: LaterEvent): Penalty => {
  const moved = { ...penalty, status: step(penalty.status, event.type) };
  switch (event.type) {
    case 'PenaltyNoticeServed': {
      const { servedOn, plannedFine, hearingRight } = event.payload;

      return { ...moved, notice: { servedOn, plannedFine, hearingRight } };
    }
    case 'StatementRecorded':
      return { ...moved, statement: 'recorded' };
    case 'StatementWaived':
      return { ...moved, statement: moved.statement === 'recorded' ? 'recorded' : 'waived' };
    case 'HearingRequested':
      return { ...moved, hearing: 'requested' };
    case 'HearingHeld':
      return { ...moved, hearing: 'held' };
    case 'HearingForfeited':
      return { ...moved, hearing: 'forfeited' };
    case 'PenaltyDecided': {
      const { docNo, decidedOn, fine } = event.payload;

      return { ...moved, decision: { docNo, decidedOn, fine } };
    }
    case 'PenaltyServed':
      return { ...moved, servedOn: event.payload.servedOn };
    case 'PenaltyPaid':
      return { ...moved, paid: new Big(moved.paid).plus(event.payload.amount).toFixed(2) };
    case 'LegalReviewCompleted':
    case 'NoPenaltyDecided':
    case 'PenaltyExecuted':
    case 'PenaltyCaseWithdrawn':
      return moved;
  }
};

const evolvePenalties = (penalties: readonly Penalty[], event: PenaltyEvent): readonly Penalty[] => {
  if (event.type !== 'PenaltyCaseOpened') {
    return changeItem(penalties, event.payload.penaltyId, (penalty) => changed(penalty, event));
  }
  const { penaltyId, ...opened } = event.payload;

  return [
    ...penalties,
    {
      id: penaltyId,
      status: penaltyProcedure.initial,
      ...opened,
      notice: null,
      statement: 'none',
      hearing: 'none',
      decision: null,
      servedOn: null,
      paid: '0.00',
    },
  ];
};

export const penaltySlice = caseSlice<readonly Penalty[], PenaltyEvent>({
  initial: [],
  events: {
    PenaltyCaseOpened: true,
    PenaltyNoticeServed: true,
    StatementRecorded: true,
    StatementWaived: true,
    HearingRequested: true,
    HearingHeld: true,
    HearingForfeited: true,
    LegalReviewCompleted: true,
    PenaltyDecided: true,
    NoPenaltyDecided: true,
    PenaltyServed: true,
    PenaltyPaid: true,
    PenaltyExecuted: true,
    PenaltyCaseWithdrawn: true,
  },
  evolve: evolvePenalties,
});
