import {
  evolveUnit,
  idOfStream,
  initialUnit,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
  type RegisteredUnit,
  type UnitEvent,
} from '@liuhen/workflows';
import { connection, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

/** The authority of an area: its mode, linkage rules, milestones, leaders, joint activities and quality checks. */
export interface UnitDocument extends RegisteredUnit, Readonly<Record<string, unknown>> {
  readonly unitId: string;
}

const UNIT_EVENTS: Readonly<Record<UnitEvent['type'], true>> = {
  UnitRegistered: true,
  CountyUnitModeSet: true,
  LinkageRulesAdopted: true,
  MilestoneReported: true,
  ResponsibleLeaderNamed: true,
  JointActivityRecorded: true,
  MonitoringQualityChecked: true,
  FunctionDelegated: true,
  DelegationRevoked: true,
};

export const units: Projection<UnitDocument> = {
  name: 'units',
  version: 2,
  eventTypes: Object.keys(UNIT_EVENTS),
  indexes: [{ fields: ['jurisdiction'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event, unitId) => {
    const after = evolveUnit(before ?? initialUnit, event as RecordedEvent & UnitEvent);

    return after.status === 'registered' ? { ...after, unitId } : before;
  },
};

export const unitOf = (reader: DocumentReader, area: string): Promise<UnitDocument | undefined> =>
  reader.get<UnitDocument>(units.name, area);

export const unitList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { page }: { readonly page: PageInput },
): Promise<Connection<UnitDocument>> =>
  connection<UnitDocument>(reader, { collection: units.name, filters: heldTo(scopes), orderBy: 'jurisdiction', direction: 'asc', page });
