import { itemsSlice } from '../case/slice';
import type { EvidenceRegistrationEvent, RegistrationEnding } from './events';
import { evidenceRegistrationProcedure, type EvidenceRegistrationStatus } from './machine';

export interface EvidenceRegistration {
  readonly id: string;
  readonly status: EvidenceRegistrationStatus;
  readonly partyId: string;
  readonly items: readonly string[];
  readonly registeredOn: string;
  readonly approved: boolean;
  readonly ended: RegistrationEnding | null;
}

export const evidenceRegistrationSlice = itemsSlice<EvidenceRegistration, EvidenceRegistrationEvent, 'EvidenceRegistered'>({
  idField: 'registrationId',
  procedure: evidenceRegistrationProcedure,
  opens: {
    EvidenceRegistered: ({ partyId, items, registeredOn, approvedBy }) => ({
      partyId,
      items,
      registeredOn,
      approved: approvedBy !== null,
      ended: null,
    }),
  },
  changes: {
    RegistrationApproved: () => ({ approved: true }),
    RegistrationResolved: (_item, { how }) => ({ ended: how }),
    RegistrationLapsed: () => ({}),
  },
});
