import {
  caseTeamSlice,
  idOfStream,
  kindOfStream,
  runs,
  type Assigned,
  type CaseTeam,
  type DocumentReader,
  type Handed,
  type Projection,
  type RecordedEvent,
  type Standing,
} from '@liuhen/workflows';
import { knownTypes } from '../shared/titles';

/**
 * The little of a case by which it is told who cannot have to do with it, so that they are answered without the file being
 * looked at, however long that is. It may name more than the file bears out, never less.
 */
export interface StandingDocument extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly jurisdiction: string;
  /** To whom the case or a part of it ever went. */
  readonly handed: readonly Handed[];
  /** Ids of all parties that events of the case name. */
  readonly parties: readonly string[];
  readonly team: CaseTeam | null;
  readonly revision: number;
}

type Payload = Readonly<Record<string, unknown>>;

const textIn = (payload: Payload, name: string): readonly string[] => (typeof payload[name] === 'string' ? [payload[name]] : []);

/** 抄送 goes where the police are that have the papers. */
const COPIED = 'TransferCopiedToProcuratorate';

/** Units that an event of any kind hands something to: a receiver, or police of an area. */
const receiversIn = (payload: Payload): readonly Handed[] => {
  const to = payload['to'] as Handed | string | null | undefined;

  return [
    ...(typeof to === 'object' && to !== null && 'jurisdiction' in to ? [{ function: to.function, jurisdiction: to.jurisdiction }] : []),
    ...textIn(payload, 'policeJurisdiction').map((jurisdiction) => ({ function: 'policeAuthority' as const, jurisdiction })),
  ];
};

const handedAfter = (before: readonly Handed[], { type, payload }: RecordedEvent): readonly Handed[] => {
  const all = [...before, ...receiversIn(payload as Payload)];
  const isCopied = type === COPIED || before.some((each) => each.function === 'procuratorate');
  const copied = isCopied ? all.filter((each) => each.function === 'policeAuthority') : [];
  const withCopies = [...all, ...copied.map(({ jurisdiction }) => ({ function: 'procuratorate' as const, jurisdiction }))];

  return [...new Map(withCopies.map((each) => [`${each.function ?? ''} ${each.jurisdiction}`, each])).values()];
};

const opened = ({ payload }: RecordedEvent, caseId: string): StandingDocument => ({
  caseId,
  jurisdiction: (payload as { readonly jurisdiction: string }).jurisdiction,
  handed: [],
  parties: [],
  team: null,
  revision: -1,
});

export const standings: Projection<StandingDocument> = {
  name: 'standings',
  version: 1,
  eventTypes: knownTypes,
  indexes: [],
  keysOf: (event) => (kindOfStream(event.stream) === 'case' ? [idOfStream(event.stream)] : []),
  evolve: (before, event, caseId) => {
    if (before === undefined && event.type !== 'ProblemFound') return undefined;
    const known = before ?? opened(event, caseId);

    return {
      ...known,
      handed: handedAfter(known.handed, event),
      parties: [...new Set([...known.parties, ...textIn(event.payload as Payload, 'partyId')])],
      team: caseTeamSlice.types.includes(event.type) ? caseTeamSlice.evolve(known.team, event) : known.team,
      revision: event.revision,
    };
  },
};

export const standingOfId = (reader: DocumentReader, caseId: string): Promise<StandingDocument | undefined> =>
  reader.get<StandingDocument>(standings.name, caseId);

const assignedAt = ({ team }: StandingDocument, now: string): readonly Assigned[] =>
  (team?.members ?? []).filter((member) => runs(member, { occurredAt: now }));

/** How a case may stand at a moment, ISO instant with offset. */
export const standingAt = (document: StandingDocument, now: string): Standing => ({
  jurisdiction: document.jurisdiction,
  handed: document.handed,
  parties: document.parties,
  assigned: assignedAt(document, now),
});

/** The same as the desk asks for it: up to which revision it holds, and how the case stood then. */
export const knownStandings =
  (reader: DocumentReader) =>
  async (caseId: string, now: string): Promise<{ readonly standing: Standing; readonly revision: number } | undefined> => {
    const document = await standingOfId(reader, caseId);

    return document && { standing: standingAt(document, now), revision: document.revision };
  };
