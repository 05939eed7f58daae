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
  readonly reward: { readonly granted: boolean; readonly amount: string | null; readonly paid: boolean } | null;
}

export type ReportState = { readonly status: 'none' } | ReportFile;

export const initialState: ReportState = { status: 'none' };

const step = stepOf(publicReportProcedure);

const changed = (file: ReportFile, event: ReportEvent): Partial<ReportFile> => {
  switch (event.type) {
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
    case 'PublicReportAccepted':
    case 'PublicReportNotAccepted':
    case 'PublicReportClosed':
      return {};
  }
};

export const evolve = (state: ReportState, event: ReportEvent): ReportState => {
  if (event.type === 'PublicReportReceived') {
    const { jurisdiction, answerable, rewardClaimed } = event.payload;
    const { initial } = publicReportProcedure;

    return { status: initial, jurisdiction, answerable, rewardClaimed, caseId: null, result: null, answeredAt: null, reward: null };
  }
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${event.type} before the report was received`);

  return { ...state, ...changed(state, event), status: step(state.status, event.type) };
};
