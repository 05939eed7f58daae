import { LiuhenError } from '../kernel/errors';
import { changeItem, stepOf } from '../kernel/step';
import type { PublicationEvent } from './events';
import { publicationProcedure, type PublicationStatus } from './machine';

export interface PublicationLedger {
  readonly status: PublicationStatus;
  readonly jurisdiction: string;
  /** Quarters, e.g. `2018-Q2`, that are to be published. */
  readonly quarters: readonly { readonly id: string; readonly published: boolean }[];
}

export type PublicationState = { readonly status: 'none' } | PublicationLedger;

export const initialState: PublicationState = { status: 'none' };

const step = stepOf(publicationProcedure);

export const evolve = (state: PublicationState, event: PublicationEvent): PublicationState => {
  if (event.type === 'PublicationLedgerOpened') {
    return { status: publicationProcedure.initial, jurisdiction: event.payload.jurisdiction, quarters: [] };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the ledger was opened`);
  const moved = { ...state, status: step(state.status, event.type) };
  if (event.type === 'QuarterlyDisclosureDue') {
    return { ...moved, quarters: [...state.quarters, { id: event.payload.quarter, published: false }] };
  }

  return event.type === 'QuarterlyDisclosurePublished'
    ? { ...moved, quarters: changeItem(state.quarters, event.payload.quarter, (quarter) => ({ ...quarter, published: true })) }
    : moved;
};
