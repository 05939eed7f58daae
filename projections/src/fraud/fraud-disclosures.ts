import {
  idOfStream,
  type CaseEvent,
  type CreditReceiver,
  type DocumentReader,
  type Projection,
  type RecordedEvent,
} from '@liuhen/workflows';
import { connection, equal, type Connection, type PageInput } from '../shared/page';
import { CASE_LIMITS, heldTo, type Scope } from '../shared/scope';

type Payload<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }> extends { readonly payload: infer P } ? P : never;

/** P-19: who was penalised for data fraud with what, made public when, and pushed to which credit system. */
export interface FraudDisclosure extends Readonly<Record<string, unknown>> {
  readonly caseId: string;
  readonly penaltyId: string;
  readonly jurisdiction: string;
  readonly partyId: string;
  readonly partyName: string;
  /** True once fraud is penalised; rows of other penalties are kept, but never listed. */
  readonly fraud: boolean;
  readonly docNo: string | null;
  readonly decidedOn: string | null;
  readonly facts: string | null;
  readonly fine: string | null;
  readonly disclosureId: string | null;
  readonly publishedAt: string | null;
  readonly channel: string | null;
  readonly withdrawnAt: string | null;
  readonly creditPlatformAt: string | null;
  readonly enterpriseSystemAt: string | null;
  readonly revoked: boolean;
}

type Row = Partial<FraudDisclosure>;

const filed = (event: RecordedEvent): FraudDisclosure => {
  const { penaltyId, partyId, partyName } = event.payload as Payload<'PenaltyCaseOpened'>;

  return {
    caseId: idOfStream(event.stream),
    penaltyId,
    jurisdiction: event.actor.jurisdiction,
    partyId,
    partyName,
    fraud: false,
    docNo: null,
    decidedOn: null,
    facts: null,
    fine: null,
    disclosureId: null,
    publishedAt: null,
    channel: null,
    withdrawnAt: null,
    creditPlatformAt: null,
    enterpriseSystemAt: null,
    revoked: false,
  };
};

const decided = (event: RecordedEvent): Row => {
  const { docNo, decidedOn, facts, fine, fraud } = event.payload as Payload<'PenaltyDecided'>;

  return { docNo, decidedOn, facts, fine, fraud: fraud === true, revoked: false };
};

const published = (event: RecordedEvent): Row => {
  const { disclosureId, publishedAt, channel } = event.payload as Payload<'DisclosurePublished'>;

  return { disclosureId, publishedAt, channel, withdrawnAt: null };
};

const BOTH: readonly CreditReceiver[] = ['creditPlatform', 'enterpriseCreditSystem'];

const pushed = (event: RecordedEvent): Row => {
  const { to = BOTH } = event.payload as Payload<'CreditInformationPushed'>;

  return {
    ...(to.includes('creditPlatform') ? { creditPlatformAt: event.occurredAt } : {}),
    ...(to.includes('enterpriseCreditSystem') ? { enterpriseSystemAt: event.occurredAt } : {}),
  };
};

const STEPS: Readonly<Record<string, (event: RecordedEvent) => Row>> = {
  PenaltyDecided: decided,
  PenaltyChanged: ({ payload }) => ({ fine: (payload as Payload<'PenaltyChanged'>).fine }),
  PenaltyRevoked: () => ({ revoked: true }),
  DisclosurePublished: published,
  DisclosureWithdrawn: (event) => ({ withdrawnAt: event.occurredAt }),
  CreditInformationPushed: pushed,
};

const penaltyOf = ({ payload }: RecordedEvent): string | undefined =>
  (payload as { readonly penaltyId?: string | null }).penaltyId ?? undefined;

export const fraudDisclosures: Projection<FraudDisclosure> = {
  name: 'fraudDisclosures',
  version: 1,
  eventTypes: ['PenaltyCaseOpened', ...Object.keys(STEPS)],
  indexes: [{ fields: ['fraud', 'decidedOn'] }, { fields: ['partyId'] }],
  keysOf: (event) => {
    const penaltyId = penaltyOf(event);

    return penaltyId === undefined ? [] : [`${idOfStream(event.stream)}/${penaltyId}`];
  },
  evolve: (before, event) => {
    if (event.type === 'PenaltyCaseOpened') return filed(event);

    return before && { ...before, ...STEPS[event.type]?.(event) };
  },
};

export interface FraudDisclosureFilter {
  readonly partyId?: string | null | undefined;
  readonly caseId?: string | null | undefined;
  readonly decidedFrom?: string | null | undefined;
  readonly decidedTo?: string | null | undefined;
}

export const fraudDisclosureList = (
  reader: DocumentReader,
  scopes: readonly Scope[],
  { filter, page }: { readonly filter: FraudDisclosureFilter; readonly page: PageInput },
): Promise<Connection<FraudDisclosure>> =>
  connection<FraudDisclosure>(reader, {
    collection: fraudDisclosures.name,
    filters: [
      { field: 'fraud', op: 'eq', value: true },
      ...heldTo(scopes, CASE_LIMITS),
      ...equal('partyId', filter.partyId),
      ...equal('caseId', filter.caseId),
      ...(filter.decidedFrom ? [{ field: 'decidedOn', op: 'gte', value: filter.decidedFrom } as const] : []),
      ...(filter.decidedTo ? [{ field: 'decidedOn', op: 'lte', value: filter.decidedTo } as const] : []),
    ],
    orderBy: 'decidedOn',
    page,
  });
