import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type EvidenceRegistrationStatus = 'registered' | 'resolved' | 'lapsed';

export const evidenceRegistrationMachine = setup({
  types: { events: {} as { type: 'RegistrationApproved' | 'RegistrationResolved' | 'RegistrationLapsed' } },
}).createMachine({
  id: 'evidenceRegistration',
  initial: 'registered',
  states: {
    registered: { on: { RegistrationApproved: 'registered', RegistrationResolved: 'resolved', RegistrationLapsed: 'lapsed' } },
    resolved: {},
    lapsed: {},
  },
});

export const evidenceRegistrationProcedure = procedureOf<EvidenceRegistrationStatus>(evidenceRegistrationMachine);
