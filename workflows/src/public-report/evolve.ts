import { LiuhenError } from '../kernel/errors';
import { stepOf } from '../kernel/step';
import type { ReportEvent } from './events';
import { publicReportProcedure, type PublicReportStatus } from './machine';

export interface ReportFile {
  readonly status: PublicReportStatus;
  readonly jurisdiction: string;
  readonly answerable: boolean;
  readonly rewardClaimed: boolean;
  readonly caseId: string | null;
  readonly result: { readonly verified: boolean } | null;
  readonly answeredAt: string | null;
  /** Who took the report in or accepted it, person ids: who may read who reported (O-39). */
  readonly acceptors: readonly string[];
  readonly reporter: 'none' | 'sealed' | 'forgotten';
  readonly reward: { readonly granted: boolean; readonly amount: string | null; readonly paid: boolean } | null;
}

export type ReportState = { readonly status: 'none' } | ReportFile;

export const initialState: ReportState = { status: 'none' };

const step = stepOf(publicReportProcedure);

/** A report as it was recorded: who did it counts. */
export type ReportFact = ReportEvent & { readonly actor: { readonly person: string } };

const changed = (file: ReportFile, event: ReportFact): Partial<ReportFile> => {
  switch (event.type) {
    case 'PublicReportAccepted':
      return { acceptors: [...new Set([...file.acceptors, event.actor.person])] };
    case 'PersonForgotten':
      return { reporter: 'forgotten' };
    case 'PublicReportTakenUp':
      return { caseId: event.payload.caseId };
    case 'PublicReportHandled':
      return { result: { verified: event.payload.verified } };
    case 'PublicReportAnswered':
      return { answeredAt: event.payload.answeredAt };
    case 'ReportRewardDecided': {
      const { granted, amount } = event.payload;

      return { reward: { granted, amount, paid: false } };
    }
    case 'ReportRewardPaid':
      return { reward: file.reward && { ...file.reward, paid: true } };
    case 'PublicReportReceived':
    case 'PublicReportNotAccepted':
    case 'ReporterIdentityOpened':
    case 'PublicReportClosed':
      return {};
  }
};

const received = ({ payload, actor }: Extract<ReportFact, { type: 'PublicReportReceived' }>): ReportFile => {
  const { jurisdiction, answerable, rewardClaimed, reporter } = payload;

  return {
    status: publicReportProcedure.initial,
    jurisdiction,
    answerable,
    rewardClaimed,
    caseId: null,
    result: null,
    answeredAt: null,
    acceptors: [actor.person],
    reporter: reporter === undefined ? 'none' : 'sealed',
    reward: null,
  };
};

/** What is done about the identity of the reporter moves the report nowhere. */
const ASIDE: readonly ReportEvent['type'][] = ['ReporterIdentityOpened', 'PersonForgotten'];

export const evolve = (state: ReportState, event: ReportFact): ReportState => {
  if (event.type === 'PublicReportReceived') return received(event);
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the report was received`);

  return { ...state, ...changed(state, event), status: ASIDE.includes(event.type) ? state.status : step(state.status, event.type) };
};
