import { itemsSlice } from '../case/slice';
import Big from 'big.js';
import type { NamedPerson } from '../kernel/input';
import type { PartyKind } from '../party/events';
import type { GroundOfLaw, PenaltyEvent, PenaltyKind, SuspensionGround } from './events';
import { penaltyProcedure, type PenaltyStatus } from './machine';

export interface PenaltyNotice {
  readonly servedOn: string;
  readonly plannedFine: string | null;
  readonly hearingRight: boolean;
}

export interface PenaltyDecision {
  readonly docNo: string | null;
  readonly decidedOn: string;
  readonly fine: string | null;
  readonly kinds: readonly PenaltyKind[];
  /** Yuan, null for none. */
  readonly confiscated: string | null;
  readonly groundOfLaw: GroundOfLaw | null;
}

export interface Penalty {
  readonly id: string;
  readonly status: PenaltyStatus;
  readonly partyId: string;
  readonly partyName: string;
  readonly problemIds: readonly string[];
  readonly officers: readonly NamedPerson[];
  /** Persons whose recusal was decided. */
  readonly recused: readonly string[];
  readonly filedOn: string;
  readonly notice: PenaltyNotice | null;
  readonly statement: 'none' | 'recorded' | 'waived';
  readonly hearing: 'none' | 'requested' | 'held' | 'forfeited';
  readonly decision: PenaltyDecision | null;
  readonly servedOn: string | null;
  /** Yuan paid so far, exact decimal. */
  readonly paid: string;
  readonly violatedOn: string | null;
  readonly harm: boolean | null;
  readonly partyKind: PartyKind | null;
  /** The 90 days stand still. */
  readonly clockStopped: boolean;
  readonly suspension: { readonly ground: SuspensionGround; readonly on: string } | null;
  readonly deferredUntil: string | null;
  readonly surcharge: string | null;
  readonly remindedOn: string | null;
  readonly extensions: number;
}

const unchanged = () => ({});

export const penaltySlice = itemsSlice<Penalty, PenaltyEvent, 'PenaltyCaseOpened'>({
  idField: 'penaltyId',
  procedure: penaltyProcedure,
  opens: {
    PenaltyCaseOpened: ({ partyId, partyName, problemIds, officers, filedOn, violatedOn = null, harm = null, partyKind = null }) => ({
      partyId,
      partyName,
      problemIds,
      officers,
      recused: [],
      filedOn,
      violatedOn,
      harm,
      partyKind,
      notice: null,
      statement: 'none',
      hearing: 'none',
      decision: null,
      servedOn: null,
      paid: '0.00',
      clockStopped: false,
      suspension: null,
      deferredUntil: null,
      surcharge: null,
      remindedOn: null,
      extensions: 0,
    }),
  },
  changes: {
    PenaltyNoticeServed: (_item, { servedOn, plannedFine, hearingRight }) => ({
      notice: { servedOn, plannedFine, hearingRight },
      statement: 'none',
      hearing: 'none',
    }),
    StatementRecorded: () => ({ statement: 'recorded' }),
    StatementWaived: ({ statement }) => ({ statement: statement === 'recorded' ? 'recorded' : 'waived' }),
    HearingRequested: () => ({ hearing: 'requested' }),
    HearingScheduled: unchanged,
    HearingHeld: () => ({ hearing: 'held' }),
    HearingForfeited: () => ({ hearing: 'forfeited' }),
    LegalReviewCompleted: unchanged,
    PenaltyDecided: (_item, { docNo, decidedOn, fine, kinds = ['fine'], confiscated = null, groundOfLaw = null }) => ({
      decision: { docNo, decidedOn, fine, kinds, confiscated, groundOfLaw },
    }),
    NoPenaltyDecided: unchanged,
    PenaltyServed: (_item, { servedOn }) => ({ servedOn }),
    PenaltyPaid: ({ paid }, { amount }) => ({ paid: new Big(paid).plus(amount).toFixed(2) }),
    PenaltyExecuted: unchanged,
    PenaltyCaseWithdrawn: unchanged,
    PenaltyClockSuspended: () => ({ clockStopped: true }),
    PenaltyClockResumed: () => ({ clockStopped: false }),
    PenaltyInvestigationSuspended: (_item, { ground, on }) => ({ suspension: { ground, on } }),
    PenaltyInvestigationResumed: () => ({ suspension: null }),
    PenaltyCaseTerminated: unchanged,
    PenaltyTimeExtended: ({ extensions }) => ({ extensions: extensions + 1 }),
    PenaltyTakenOver: unchanged,
    OfficerRecused: ({ officers, recused }, { person }) => ({
      officers: officers.filter((each) => each.person !== person),
      recused: [...recused, person],
    }),
    PenaltyPaymentDeferred: (_item, { until }) => ({ deferredUntil: until }),
    SurchargeAssessed: (_item, { amount }) => ({ surcharge: amount }),
    PaymentReminderServed: (_item, { servedOn }) => ({ remindedOn: servedOn }),
    CourtEnforcementApplied: unchanged,
    CourtEnforcementEnded: ({ paid }, { amount }) => ({ paid: new Big(paid).plus(amount).toFixed(2) }),
    PenaltyChanged: ({ decision }, { fine }) => ({ decision: decision && { ...decision, fine } }),
    PenaltyRevoked: () => ({ decision: null, servedOn: null }),
  },
});
