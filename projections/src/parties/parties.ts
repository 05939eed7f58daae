import {
  evolveParty,
  idOfStream,
  initialParty,
  partySupervisionEventTypes,
  LAB_EVENTS,
  type DocumentReader,
  type PartyEvent,
  type Projection,
  type RecordedEvent,
  type RegisteredParty,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

export interface PartyDocument extends RegisteredParty, Readonly<Record<string, unknown>> {
  readonly partyId: string;
}

/** What the registrar enters and what a lab keeps; results of self-monitoring are many and stay in the log. */
const REGISTER_EVENTS: readonly PartyEvent['type'][] = [
  ...LAB_EVENTS,
  'PartyRegistered',
  'OutletRegistered',
  'DeviceRegistered',
  'LabCertificateRecorded',
  'LabContractRecorded',
];

export const parties: Projection<PartyDocument> = {
  name: 'parties',
  version: 2,
  eventTypes: [...REGISTER_EVENTS, ...partySupervisionEventTypes],
  indexes: [{ fields: ['name'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event, partyId) => {
    const after = evolveParty(before ?? initialParty, event as RecordedEvent & PartyEvent);

    return after.status === 'registered' ? { ...after, partyId } : before;
  },
};

export interface DeviceDocument extends Readonly<Record<string, unknown>> {
  readonly mn: string;
  readonly partyId: string;
  readonly outletId: string;
  readonly passwordDigest: string;
}

/** By MN, as the gateway asks. */
export const devices: Projection<DeviceDocument> = {
  name: 'devices',
  version: 1,
  eventTypes: ['DeviceRegistered'],
  indexes: [],
  keysOf: (event) => [(event.payload as { readonly mn: string }).mn],
  evolve: (_before, event, mn) => {
    const { outletId, passwordDigest } = event.payload as { readonly outletId: string; readonly passwordDigest: string };

    return { mn, partyId: idOfStream(event.stream), outletId, passwordDigest };
  },
};

export const partyList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { kind, page }: { readonly kind?: string | null | undefined; readonly page: PageInput },
): Promise<Connection<PartyDocument>> =>
  connection<PartyDocument>(reader, {
    collection: parties.name,
    filters: [...heldTo(scopes), ...equal('kind', kind)],
    orderBy: 'name',
    direction: 'asc',
    page,
  });

export const deviceOf = (reader: DocumentReader, mn: string): Promise<DeviceDocument | undefined> =>
  reader.get<DeviceDocument>(devices.name, mn);
