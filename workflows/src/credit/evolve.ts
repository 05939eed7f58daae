import { LiuhenError } from '../kernel/errors';
import { changeItem, stepOf } from '../kernel/step';
import type { BreachClass, CreditEvent } from './events';
import { creditProcedure, type CreditStatus } from './machine';

export interface CreditFile {
  readonly status: CreditStatus;
  readonly jurisdiction: string;
  readonly partyId: string;
  readonly documentDate: string;
  readonly breachClass: BreachClass;
  readonly measures: readonly { readonly id: string; readonly ended: boolean }[];
}

export type CreditState = { readonly status: 'none' } | CreditFile;

export const initialState: CreditState = { status: 'none' };

const step = stepOf(creditProcedure);

export const evolve = (state: CreditState, event: CreditEvent): CreditState => {
  if (event.type === 'CreditBreachRecorded') {
    const { jurisdiction, partyId, documentDate, breachClass } = event.payload;

    return { status: creditProcedure.initial, jurisdiction, partyId, documentDate, breachClass, measures: [] };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the breach was recorded`);
  const moved = { ...state, status: step(state.status, event.type) };
  if (event.type === 'JointPunishmentRecorded') {
    return { ...moved, measures: [...state.measures, { id: event.payload.measureId, ended: false }] };
  }

  return event.type === 'JointPunishmentEnded'
    ? { ...moved, measures: changeItem(state.measures, event.payload.measureId, (measure) => ({ ...measure, ended: true })) }
    : moved;
};
