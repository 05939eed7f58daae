import { caseSlice } from '../case/slice';
import { changeItem, stepOf } from '../kernel/step';
import { CREDIT_RECEIVERS, type CreditReceiver, type DisclosureEvent, type DisclosureSubject } from './events';
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
  readonly pushedToCredit: readonly { readonly penaltyId: string; readonly to: readonly CreditReceiver[] }[];
  readonly reportersAnswered: readonly string[];
  readonly typicalCases: readonly string[];
}

const initialDisclosures: Disclosures = {
  published: [],
  reportedToSuperior: [],
  pushedToCredit: [],
  reportersAnswered: [],
  typicalCases: [],
};

const step = stepOf(disclosureProcedure);

export const BOTH_RECEIVERS = Object.keys(CREDIT_RECEIVERS) as readonly CreditReceiver[];

const withPush = (
  state: Disclosures,
  { penaltyId, to = BOTH_RECEIVERS }: Extract<DisclosureEvent, { type: 'CreditInformationPushed' }>['payload'],
): Disclosures => ({ ...state, pushedToCredit: [...state.pushedToCredit, { penaltyId, to }] });

/** Which of the two systems know of a penalty. */
export const pushedTo = (state: Disclosures, penaltyId: string): readonly CreditReceiver[] =>
  state.pushedToCredit.filter((push) => push.penaltyId === penaltyId).flatMap((push) => push.to);

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
      return withPush(state, event.payload);
    case 'TypicalCaseReported':
      return { ...state, typicalCases: [...state.typicalCases, event.payload.typicalCaseId] };
    case 'DisclosureCorrected': {
      const { disclosureId, title } = event.payload;

      return {
        ...state,
        published: changeItem(state.published, disclosureId, (entry) => ({ ...entry, status: step(entry.status, event.type), title })),
      };
    }
    case 'MediaInvited':
    case 'LegalEducationRecorded':
      return state;
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
    DisclosureCorrected: true,
    TypicalCaseReported: true,
    MediaInvited: true,
    LegalEducationRecorded: true,
  },
  evolve: evolveDisclosures,
});
