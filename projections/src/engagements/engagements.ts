import {
  idOfStream,
  type CaseTeamEvent,
  type DelegationEvent,
  type DocumentReader,
  type NamedPerson,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';

/** Where a person was called to work beside their own office; whether they still are is told by the case and the unit. */
export interface EngagementDocument extends Readonly<Record<string, unknown>> {
  readonly person: string;
  /** Cases on whose team they stood. */
  readonly cases: readonly string[];
  /** Units, by their area, that delegated a function to them. */
  readonly units: readonly string[];
}

type Called = DelegationEvent | CaseTeamEvent;
type PayloadOf<T extends Called['type']> = Extract<Called, { type: T }>['payload'];

/** Whom an event calls, and to what. */
const CALLS: Readonly<Record<string, (payload: unknown) => { readonly to: 'cases' | 'units'; readonly persons: readonly NamedPerson[] }>> =
  {
    FunctionDelegated: (payload) => ({ to: 'units', persons: [(payload as PayloadOf<'FunctionDelegated'>).to] }),
    CaseTeamFormed: (payload) => ({ to: 'cases', persons: (payload as PayloadOf<'CaseTeamFormed'>).members }),
    CaseTeamChanged: (payload) => ({ to: 'cases', persons: (payload as PayloadOf<'CaseTeamChanged'>).added }),
    CaseTakenOver: (payload) => ({ to: 'cases', persons: [(payload as PayloadOf<'CaseTakenOver'>).by] }),
  };

const callOf = ({ type, payload }: RecordedEvent) => CALLS[type]?.(payload);

export const engagements: Projection<EngagementDocument> = {
  name: 'engagements',
  version: 1,
  eventTypes: Object.keys(CALLS),
  indexes: [],
  keysOf: (event) => [...new Set(callOf(event)?.persons.map(({ person }) => person))],
  evolve: (before = { person: '', cases: [], units: [] }, event, person) => {
    const call = callOf(event);
    const id = idOfStream(event.stream);
    if (call === undefined || before[call.to].includes(id)) return before;

    return { ...before, person, [call.to]: [...before[call.to], id] };
  },
};

const NOWHERE = { cases: [], units: [] } as const;

/** Where a person may work beside their own office, as far as the read models have come. */
export const engagementsOf = async (reader: DocumentReader, person: string): Promise<Pick<EngagementDocument, 'cases' | 'units'>> =>
  (await reader.get<EngagementDocument>(engagements.name, person)) ?? NOWHERE;
