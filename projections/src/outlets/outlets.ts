import {
  idOfStream,
  partyOfOutlet,
  type DocumentReader,
  type MeasuredValue,
  type MonitoringEvent,
  type Projection,
} from '@liuhen/workflows';
import { parties, type PartyDocument } from '../parties/parties';
import { isIn, type Scope } from '../shared/scope';

type Result = Extract<MonitoringEvent, { type: 'MonitoringResultRecorded' }>['payload'];

export interface OutletResult {
  readonly period: 'hour' | 'day';
  readonly dataTime: string;
  readonly values: readonly MeasuredValue[];
}

/** The last results of an outlet; older ones stand in the log. */
export interface OutletDocument extends Readonly<Record<string, unknown>> {
  readonly outletId: string;
  readonly latest: readonly OutletResult[];
}

/** Two days of hours and a month of days. */
const KEPT = 80;

export const outlets: Projection<OutletDocument> = {
  name: 'outlets',
  version: 1,
  eventTypes: ['MonitoringResultRecorded'],
  indexes: [],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event, outletId) => {
    const { period, dataTime, values } = event.payload as Result;

    return { outletId, latest: [...(before?.latest ?? []), { period, dataTime, values }].slice(-KEPT) };
  },
};

/** Undefined where there is none, and where it lies where the asker is told nothing. */
export const outletResults = async (
  reader: DocumentReader,
  scopes: readonly Scope[],
  outletId: string,
): Promise<OutletDocument | undefined> => {
  const [document, party] = await Promise.all([
    reader.get<OutletDocument>(outlets.name, outletId),
    reader.get<PartyDocument>(parties.name, partyOfOutlet(outletId)),
  ]);

  return party !== undefined && isIn(scopes, party.jurisdiction) ? document : undefined;
};
