import { LiuhenError } from '../kernel/errors';
import type { OfficialFunction } from '../kernel/codes';
import { stepOf } from '../kernel/step';
import type { DisciplineEvent, DisciplineTrigger, Interview, OutcomeAddressee } from './events';
import { namedIn } from './named';
import { disciplineProcedure, type DisciplineStatus } from './machine';

export interface DisciplineFile {
  readonly status: DisciplineStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly trigger: DisciplineTrigger;
  /** Person ids of everyone named, as far as they are known. */
  readonly named: readonly string[];
  readonly interview: Interview | null;
  readonly receiver: OfficialFunction;
  readonly receiverJurisdiction: string;
  readonly recommended: boolean;
  readonly reportedTo: readonly OutcomeAddressee[];
}

export type DisciplineState = { readonly status: 'none' } | DisciplineFile;

export const initialState: DisciplineState = { status: 'none' };

const step = stepOf(disciplineProcedure);

const opened = ({ payload }: Extract<DisciplineEvent, { type: 'DisciplineClueTransferred' }>): DisciplineFile => ({
  status: disciplineProcedure.initial,
  caseId: payload.caseId,
  jurisdiction: payload.jurisdiction,
  trigger: payload.trigger,
  named: namedIn(payload),
  interview: payload.interview,
  receiver: payload.to.function,
  receiverJurisdiction: payload.to.jurisdiction,
  recommended: false,
  reportedTo: [],
});

export const evolve = (state: DisciplineState, event: DisciplineEvent): DisciplineState => {
  if (event.type === 'DisciplineClueTransferred') return opened(event);
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the clue was transferred`);
  const moved = { ...state, status: step(state.status, event.type) };
  if (event.type === 'SanctionRecommended') return { ...moved, recommended: true };

  return event.type === 'DisciplineOutcomeReported' ? { ...moved, reportedTo: [...state.reportedTo, event.payload.addressee] } : moved;
};
