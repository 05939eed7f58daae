import { caseSlice } from '../case/slice';
import { changeItem, stepOf } from '../kernel/step';
import type { DisclosureEvent, DisclosureSubject } from './events';
import { disclosureProcedure, type DisclosureStatus } from './machine';

export interface Disclosure {
  readonly id: string;
  readonly status: DisclosureStatus;
  readonly subject: DisclosureSubject;
  readonly problemIds: readonly string[];
  readonly penaltyId: string | null;
  readonly channel: string;
  readonly title: string;
  readonly url: string | null;
  readonly publishedAt: string;
}

/** What was told to whom beside the case: public, superior, credit platforms, reporter. */
export interface Disclosures {
  readonly published: readonly Disclosure[];
  readonly reportedToSuperior: readonly string[];
  readonly pushedToCredit: readonly string[];
  readonly reportersAnswered: readonly string[];
}

const initialDisclosures: Disclosures = {
  published: [],
  reportedToSuperior: [],
  pushedToCredit: [],
  reportersAnswered: [],
};

const step = stepOf(disclosureProcedure);

const evolveDisclosures = (state: Disclosures, event: DisclosureEvent): Disclosures => {
  switch (event.type) {
    case 'DisclosurePublished': {
      const { disclosureId, subject, problemIds, penaltyId, channel, title, url, publishedAt } = event.payload;
      const entry = { subject, problemIds, penaltyId, channel, title, url, publishedAt };

      return {
        ...state,
        published: [...state.published, { id: disclosureId, status: disclosureProcedure.initial, ...entry }],
      };
    }
    case 'DisclosureWithdrawn':
      return {
        ...state,
        published: changeItem(state.published, event.payload.disclosureId, (entry) => ({
          ...entry,
          status: step(entry.status, event.type),
        })),
      };
    case 'FraudReportedToSuperior':
      return { ...state, reportedToSuperior: [...state.reportedToSuperior, event.payload.problemId] };
    case 'CreditInformationPushed':
      return { ...state, pushedToCredit: [...state.pushedToCredit, event.payload.penaltyId] };
    case 'ReporterAnswered':
      return { ...state, reportersAnswered: [...state.reportersAnswered, event.payload.problemId] };
  }
};

export const disclosureSlice = caseSlice<Disclosures, DisclosureEvent>({
  initial: initialDisclosures,
  events: {
    DisclosurePublished: true,
    DisclosureWithdrawn: true,
    FraudReportedToSuperior: true,
    CreditInformationPushed: true,
    ReporterAnswered: true,
  },
  evolve: evolveDisclosures,
});
