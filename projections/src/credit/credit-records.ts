import {
  creditProcedure,
  idOfStream,
  type BreachClass,
  type CreditEvent,
  type CreditStatus,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { heldTo, type Scope } from '../shared/scope';

type Payload<T extends CreditEvent['type']> = Extract<CreditEvent, { type: T }>['payload'];

export interface PunishmentMeasure {
  readonly measureId: string;
  readonly department: string;
  readonly measure: string;
  readonly from: string;
  readonly to: string | null;
  readonly endedOn: string | null;
}

/** A breach in the credit file of a party, the joint punishment that stands against it, and its repair. */
export interface CreditRecord extends Readonly<Record<string, unknown>> {
  readonly creditId: string;
  readonly status: CreditStatus;
  readonly jurisdiction: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly caseId: string;
  readonly penaltyId: string;
  readonly docNo: string | null;
  readonly documentDate: string;
  readonly breachClass: BreachClass;
  readonly published: boolean;
  readonly measures: readonly PunishmentMeasure[];
  readonly repairedOn: string | null;
}

const opened = (event: RecordedEvent): CreditRecord => {
  const { reasons: _reasons, ...breach } = event.payload as Payload<'CreditBreachRecorded'>;

  return { creditId: idOfStream(event.stream), status: creditProcedure.initial, ...breach, measures: [], repairedOn: null };
};

const changed = ({ measures }: CreditRecord, { type, payload }: RecordedEvent): Partial<CreditRecord> => {
  switch (type) {
    case 'JointPunishmentRecorded': {
      const { measureId, department, measure, from, to } = payload as Payload<'JointPunishmentRecorded'>;

      return { measures: [...measures, { measureId, department, measure, from, to, endedOn: null }] };
    }
    case 'JointPunishmentEnded': {
      const { measureId, endedOn } = payload as Payload<'JointPunishmentEnded'>;

      return { measures: measures.map((each) => (each.measureId === measureId ? { ...each, endedOn } : each)) };
    }
    case 'CreditRepaired':
      return { repairedOn: (payload as Payload<'CreditRepaired'>).decidedOn };
    default:
      return {};
  }
};

export const creditRecords: Projection<CreditRecord> = {
  name: 'creditRecords',
  version: 1,
  eventTypes: ['CreditBreachRecorded', ...creditProcedure.events],
  indexes: [{ fields: ['documentDate'] }, { fields: ['partyId'] }],
  keysOf: (event) => [idOfStream(event.stream)],
  evolve: (before, event) => {
    if (event.type === 'CreditBreachRecorded') return opened(event);

    return before && { ...before, ...changed(before, event), status: creditProcedure.next(before.status, event.type) ?? before.status };
  },
};

export interface CreditRecordFilter {
  readonly partyId?: string | null | undefined;
  readonly breachClass?: string | null | undefined;
}

export const creditRecordList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: CreditRecordFilter; readonly page: PageInput },
): Promise<Connection<CreditRecord>> =>
  connection<CreditRecord>(reader, {
    collection: creditRecords.name,
    filters: [...heldTo(scopes), ...equal('partyId', filter.partyId), ...equal('breachClass', filter.breachClass)],
    orderBy: 'documentDate',
    page,
  });
