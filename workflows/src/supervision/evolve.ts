import { LiuhenError } from '../kernel/errors';
import { changeItem, stepOf } from '../kernel/step';
import type { ListedDuty, SupervisionEvent, SupervisionFinding } from './events';
import { supervisionProcedure, type SupervisionStatus } from './machine';

interface Finding {
  readonly id: string;
  readonly kind: SupervisionFinding;
  readonly unit: string;
  readonly serious: boolean;
}

interface OrderedInterview {
  readonly id: string;
  readonly carriedOut: boolean;
}

export interface SupervisionFile {
  readonly status: SupervisionStatus;
  readonly jurisdiction: string;
  readonly rounds: number;
  /** Day of the round that is owed next. */
  readonly nextOn: string;
  readonly bulletins: number;
  readonly findings: readonly Finding[];
  readonly interviews: readonly OrderedInterview[];
  readonly duties: readonly (ListedDuty & { readonly id: string; readonly done: boolean })[];
}

export type SupervisionState = { readonly status: 'none' } | SupervisionFile;

export const initialState: SupervisionState = { status: 'none' };

const step = stepOf(supervisionProcedure);

const grown = (file: SupervisionFile, event: Exclude<SupervisionEvent, { type: 'SupervisionOpened' }>): SupervisionFile => {
  switch (event.type) {
    case 'SupervisionRoundHeld':
      return { ...file, rounds: file.rounds + 1, nextOn: event.payload.nextOn };
    case 'SupervisionFindingRecorded': {
      const { findingId: id, kind, unit, serious } = event.payload;

      return { ...file, findings: [...file.findings, { id, kind, unit, serious }] };
    }
    case 'BulletinIssued':
      return { ...file, bulletins: file.bulletins + 1 };
    case 'PublicInterviewHeld':
      return { ...file, interviews: [...file.interviews, { id: event.payload.interviewId, carriedOut: false }] };
    case 'InterviewOrderCarriedOut':
      return { ...file, interviews: changeItem(file.interviews, event.payload.interviewId, (each) => ({ ...each, carriedOut: true })) };
    case 'DutyListed': {
      const { dutyId, unit, duty, dueOn } = event.payload;

      return { ...file, duties: [...file.duties, { id: dutyId, dutyId, unit, duty, dueOn, done: false }] };
    }
    case 'DutyCarriedOut':
      return { ...file, duties: changeItem(file.duties, event.payload.dutyId, (duty) => ({ ...duty, done: true })) };
  }
};

export const evolve = (state: SupervisionState, event: SupervisionEvent): SupervisionState => {
  if (event.type === 'SupervisionOpened') {
    const { jurisdiction, nextOn } = event.payload;
    const { initial } = supervisionProcedure;

    return { status: initial, jurisdiction, rounds: 0, nextOn, bulletins: 0, findings: [], interviews: [], duties: [] };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the supervision was opened`);

  return { ...grown(state, event), status: step(state.status, event.type) };
};
