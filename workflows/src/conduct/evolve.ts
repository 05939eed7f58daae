import { caseSlice } from '../case/slice';
import { changeItem } from '../kernel/step';
import type { ConductEvent } from './events';

export interface Bar {
  readonly id: string;
  readonly person: string;
  readonly recordId: string;
  readonly lifted: boolean;
}

export interface DisciplineReferral {
  readonly id: string;
  readonly disciplineId: string;
  readonly problemIds: readonly string[];
  readonly afterInterview: boolean;
  readonly answer: 'accepted' | 'returned' | null;
}

export interface LinkedReport {
  readonly id: string;
  readonly problemIds: readonly string[];
  readonly answerable: boolean;
  readonly rewardEligible: boolean;
  readonly settled: boolean;
}

/** Who is barred from the case, and what other files wait for it or it for them. */
export interface Conduct {
  readonly bars: readonly Bar[];
  readonly referrals: readonly DisciplineReferral[];
  readonly reports: readonly LinkedReport[];
}

const evolveConduct = (state: Conduct, event: ConductEvent): Conduct => {
  switch (event.type) {
    case 'PersonBarred': {
      const { barId: id, person, recordId } = event.payload;

      return { ...state, bars: [...state.bars, { id, person, recordId, lifted: false }] };
    }
    case 'PersonBarLifted':
      return { ...state, bars: changeItem(state.bars, event.payload.barId, (bar) => ({ ...bar, lifted: true })) };
    case 'DisciplineReferralNoted': {
      const { referralId: id, ...referral } = event.payload;

      return { ...state, referrals: [...state.referrals, { id, ...referral, answer: null }] };
    }
    case 'DisciplineReferralAnswered': {
      const { referralId, answer } = event.payload;

      return { ...state, referrals: changeItem(state.referrals, referralId, (referral) => ({ ...referral, answer })) };
    }
    case 'PublicReportLinked': {
      const { reportId: id, ...report } = event.payload;

      return { ...state, reports: [...state.reports, { id, ...report, settled: false }] };
    }
    case 'PublicReportSettled':
      return { ...state, reports: changeItem(state.reports, event.payload.reportId, (report) => ({ ...report, settled: true })) };
  }
};

export const conductSlice = caseSlice<Conduct, ConductEvent>({
  initial: { bars: [], referrals: [], reports: [] },
  events: {
    PersonBarred: true,
    PersonBarLifted: true,
    DisciplineReferralNoted: true,
    DisciplineReferralAnswered: true,
    PublicReportLinked: true,
    PublicReportSettled: true,
  },
  evolve: evolveConduct,
});

/** O-46: named in a record on this case. */
export const isBarred = (file: { readonly conduct: Conduct }, person: string): boolean =>
  file.conduct.bars.some((bar) => bar.person === person && !bar.lifted);
