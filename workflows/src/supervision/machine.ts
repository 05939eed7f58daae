import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type SupervisionStatus = 'running';

export const supervisionMachine = setup({
  types: {
    events: {} as {
      type:
        | 'SupervisionRoundHeld'
        | 'SupervisionFindingRecorded'
        | 'BulletinIssued'
        | 'PublicInterviewHeld'
        | 'InterviewOrderCarriedOut'
        | 'DutyListed'
        | 'DutyCarriedOut';
    },
  },
}).createMachine({
  id: 'supervision',
  initial: 'running',
  states: {
    running: {
      on: {
        SupervisionRoundHeld: 'running',
        SupervisionFindingRecorded: 'running',
        BulletinIssued: 'running',
        PublicInterviewHeld: 'running',
        InterviewOrderCarriedOut: 'running',
        DutyListed: 'running',
        DutyCarriedOut: 'running',
      },
    },
  },
});

export const supervisionProcedure = procedureOf<SupervisionStatus>(supervisionMachine);
